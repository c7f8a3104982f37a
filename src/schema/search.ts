import { eventKinds } from '../model/events.ts';
import { enumName, keysOf } from '../model/keys.ts';
import { entityKinds } from '../model/vocabulary.ts';
import * as resolve from '../resolvers/search.ts';
import { builder } from './builder.ts';
import { PageInfoType, pageArgs } from './connection.ts';
import { facetField } from './facets.ts';
import { NodeInterface } from './node.ts';
import { reportedByArgs } from './passages.ts';

const kindLabels = new Map<string, string>([
  ...keysOf(entityKinds).map((kind) => [kind, entityKinds[kind].en] as const),
  ...keysOf(eventKinds).map((kind) => [kind, eventKinds[kind].label.en] as const),
  ['Article', 'article'],
]);

const SearchKindEnum = builder.enumType('SearchKind', {
  description: 'Kinds of things that can be searched for.',
  values: Object.fromEntries(
    [...kindLabels].map(([kind, label]) => [enumName(kind), { value: kind, description: `Kind: ${label}.` }]),
  ) as { [name: string]: { value: string; description: string } },
});

const MatchEnum = builder.enumType('MatchKind', {
  description: 'How a search matched, best first.',
  values: {
    EXACT: { value: 'EXACT', description: 'The text is a name.' },
    PREFIX: { value: 'PREFIX', description: 'A name starts with the text.' },
    WORDS: {
      value: 'WORDS',
      description: 'The words of the text are in a name, or the name is in the text.',
    },
    INITIALS: { value: 'INITIALS', description: 'The text is initials of a name: YC, ㅇㅍ.' },
    FUZZY: { value: 'FUZZY', description: 'A name but for a slip.' },
    TEXT: { value: 'TEXT', description: 'The words of the text are in what a source says of it.' },
  } as const,
});

const SuggestionType = builder.objectRef<resolve.Hit>('Suggestion').implement({
  description: 'Something whose name matches what has been typed so far.',
  fields: (t) => ({
    slug: t.exposeString('id', { description: 'Its readable id.' }),
    kind: t.field({ type: SearchKindEnum, description: 'Its kind.', resolve: ({ kind }) => kind }),
    score: t.exposeFloat('score', { description: 'How well it matches: above 0, at most 1.' }),
    matched: t.exposeString('matched', { description: 'The name or text that matched.' }),
    how: t.expose('how', { type: MatchEnum, description: 'How it matched.' }),
    node: t.field({
      type: NodeInterface,
      description: 'The entity, event or article itself.',
      resolve: (hit, _, context) => resolve.found(hit, context),
    }),
  }),
});

const SearchEdge = builder.objectRef<resolve.SearchConnection['edges'][number]>('SearchEdge').implement({
  description: 'Something a search found, with its place in the list.',
  fields: (t) => ({
    cursor: t.string({
      description: 'The place in the list; pass it as `after` or `before`.',
      resolve: ({ cursor }) => cursor(),
    }),
    score: t.float({
      description: 'How well it matches: above 0, at most 1.',
      resolve: ({ node }) => node.score,
    }),
    matched: t.string({ description: 'The name or text that matched.', resolve: ({ node }) => node.matched }),
    how: t.field({ type: MatchEnum, description: 'How it matched.', resolve: ({ node }) => node.how }),
    node: t.field({
      type: NodeInterface,
      description: 'The entity, event or article itself.',
      resolve: ({ node }, _, context) => resolve.found(node, context),
    }),
  }),
});

const SearchConnectionType = builder.objectRef<resolve.SearchConnection>('SearchConnection').implement({
  description: 'A page of what a search found, best match first.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'The rows of the page.',
      resolve: ({ edges }) => [...edges],
    }),
    nodes: t.field({
      type: [NodeInterface],
      description: 'The entities, events and articles of the page, without how they were found.',
      resolve: ({ edges }, _, context) => Promise.all(edges.map(({ node }) => resolve.found(node, context))),
    }),
    pageInfo: t.field({
      type: PageInfoType,
      description: 'Where the page lies in the list.',
      resolve: (connection) => connection,
    }),
    totalCount: t.int({
      description: 'How many things were found.',
      resolve: ({ totalCount }) => totalCount(),
    }),
    complete: t.exposeBoolean('complete', {
      description:
        'Whether everything that matches was looked at; false where the text is so common that only the likeliest were.',
    }),
    kinds: t.field(facetField('SearchKindCount', SearchKindEnum, 'KIND', 'kind')),
  }),
});

const searchArgs = {
  ...reportedByArgs,
  ...builder.args((t) => ({
    text: t.string({
      required: true,
      description: `What to look for, in Korean or English, at most ${resolve.longestSearch} characters.`,
    }),
    kinds: t.field({ type: [SearchKindEnum], description: 'Only things of these kinds.' }),
  })),
};

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnectionType,
    description:
      'Entities, events and articles by name, alias, title or what is said of them: with particles, as initials, in any word order, and despite a slip.',
    args: { ...pageArgs, ...searchArgs },
    resolve: (_, args, context) => resolve.search(args, context),
  }),
  suggest: t.field({
    type: [SuggestionType],
    description: 'The likeliest things for what has been typed so far; names only, and fast.',
    args: {
      ...searchArgs,
      first: t.arg.int({
        defaultValue: 8,
        description: `At most this many, 1–${resolve.mostSuggestions}.`,
      }),
    },
    resolve: async (_, args, context) => [...(await resolve.suggest(args, context))],
  }),
}));
