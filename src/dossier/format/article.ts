import { z } from 'zod';
import { oneOf, strict } from '../strict.ts';
import { date, slug, text } from '../values.ts';
import { cites } from './citation.ts';

/** The bibliographic record of the article. */
export const article = strict({
  id: slug,
  title: text.describe('The title, in English (en), Korean (ko) or both.'),
  language: oneOf(['en', 'ko'], 'a language of an article'),
  authors: z.array(slug).default([]).describe('Ids of the entities who wrote it.'),
  publisher: slug.describe('The id of the organization that published it.'),
  published: date.describe('When it was published, in EDTF, such as 2019-07-24.'),
  address: z
    .url({ protocol: /^https?$/, error: 'is not an address: write it whole, with http' })
    .describe('Where the original stands, with http.'),
  republished: z
    .array(
      strict({
        by: slug.describe('The id of who shared it.'),
        date: date.optional().describe('When it was shared, if the source says.'),
        cites,
      }),
    )
    .default([])
    .describe('Where else it was shared.'),
  cites,
}).describe('The bibliographic record of the article.');
