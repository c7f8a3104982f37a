import { remembering } from '../remembering.ts';

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';
/** What each range of media types is answered with, as yoga does. */
const answers = new Map([
  ['*/*', json],
  ['application/*', json],
  [json, json],
  [graphqlJson, graphqlJson],
]);

/** The JSON that an Accept header is answered with: its first range that takes any; `none` where it takes no JSON. */
export const mediaTypeOf = remembering((header): string => {
  for (const range of (header || '*/*').replace(/\s/g, '').toLowerCase().split(',')) {
    const [type = '', ...params] = range.split(';');
    const answer = answers.get(type);
    const charset = params.find((param) => param.includes('charset='));
    if (answer && (!charset || charset === 'charset=utf-8')) return answer;
  }
  return 'none';
});
