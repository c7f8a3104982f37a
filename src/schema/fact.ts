import { eventKinds } from '../model/events.ts';
import type { FactKind, Sourcing } from '../model/facts.ts';
import { keysOf } from '../model/keys.ts';
import { entityKinds } from '../model/vocabulary.ts';
import * as resolve from '../resolvers/fact.ts';
import { reads } from '../resolvers/reads.ts';
import { ArticleType, PassageType } from './article.ts';
import { builder } from './builder.ts';
import { aboutArgs } from './change.ts';
import { connectionTypes, orderInput, pageArgs } from './connection.ts';
import { describedEnum } from './described-enum.ts';
import { EventKindEnum, RelationshipTypeEnum } from './enums.ts';
import { facetField } from './facets.ts';
import { reportedByArgs } from './passages.ts';

const FactUnion = builder.unionType('Fact', {
  description: 'Something that passages support: an entity, an event, a relationship or a description.',
  // The types of the kinds are found by name, so that a new kind is a fact without a word here.
  types: [...keysOf(entityKinds), ...keysOf(eventKinds), 'Relationship', 'Description'] as never[],
  resolveType: (fact) => resolve.factType(fact as resolve.Fact),
});

const FactKindEnum = describedEnum<FactKind>('FactKind', 'Sorts of fact.', {
  DESCRIPTION: 'What a source says of a thing in prose.',
  ENTITY: 'An entity: that there is one.',
  EVENT: 'An event.',
  RELATIONSHIP: 'A relationship.',
});

const SourcingEnum = describedEnum<Sourcing>(
  'Sourcing',
  'How many articles tell of a fact, and whether they agree.',
  {
    SINGLE: 'One article alone tells of it.',
    SEVERAL: 'Several articles tell of it.',
    DISAGREEING: 'Sources disagree on it: see its `disagreements`.',
  },
);

const { connection: FactConnection } = connectionTypes<resolve.ReadFact, resolve.Fact>('Fact', {
  of: 'facts',
  node: FactUnion as never,
  nodeOf: (read) => read(),
});

builder.objectFields(FactConnection, (t) => ({
  kinds: t.field(facetField('FactKindCount', FactKindEnum, 'KIND', 'sort')),
}));

const supportArgs = {
  ...pageArgs,
  ...reportedByArgs,
  ...builder.args((t) => ({
    kinds: t.field({ type: [FactKindEnum], description: 'Only facts of these sorts.' }),
  })),
};

builder.objectFields(PassageType, (t) => ({
  supports: t.field({
    type: FactConnection,
    description: 'Everything that cites it, by sort and then by slug.',
    args: supportArgs,
    resolve: (passage, args, context) =>
      resolve.connectFacts(context, resolve.passageSupportReading, args, passage),
    ...reads({ columns: ['id'] }),
  }),
}));

builder.objectFields(ArticleType, (t) => ({
  supports: t.field({
    type: FactConnection,
    description: 'Everything that cites one of its passages, by sort and then by slug.',
    args: supportArgs,
    resolve: (article, args, context) =>
      resolve.connectFacts(context, resolve.articleSupportReading, args, article),
    ...reads({ columns: ['id'] }),
  }),
}));

const FactOrderInput = orderInput('Fact', {
  DATE: 'When it happened or began; those whose date is not known last.',
  KIND: 'Its sort.',
});

builder.queryFields((t) => ({
  facts: t.field({
    type: FactConnection,
    description: 'Events and relationships, by who tells of them, in order of time.',
    args: {
      ...supportArgs,
      ...aboutArgs,
      sources: t.arg({
        type: SourcingEnum,
        description: 'Only those told by one article, by several, or on which sources disagree.',
      }),
      types: t.arg({ type: [RelationshipTypeEnum], description: 'Of relationships, only these types.' }),
      eventKinds: t.arg({ type: [EventKindEnum], description: 'Of events, only these kinds.' }),
      orderBy: t.arg({ type: [FactOrderInput], description: 'The order; by time where left out.' }),
    },
    resolve: (_, args, context) =>
      resolve.connectFacts(context, resolve.factsReading, args, context.loaders.root),
  }),
}));
