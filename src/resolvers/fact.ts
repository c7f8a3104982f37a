import type { Context } from '../context.ts';
import { BadUserInput, StoreError } from '../errors.ts';
import { type FactListOptions, factList, type SupportListOptions, supportList } from '../loaders/lists.ts';
import { byId, byNothing, inheritedFrom, type Reading } from '../loaders/reading.ts';
import type { FactRow } from '../model/facts.ts';
import type { Article, Description, Entity, Event, Passage, Relationship } from '../model/things.ts';
import { aboutLimits } from './change.ts';
import { type Connection, connect } from './connection.ts';
import { entityKnown, eventKnown, relationshipKnown } from './known.ts';
import { checkCount } from './limits.ts';
import { type PageArgs, pageReading } from './page.ts';

/** What passages support: entities, events, relationships and descriptions. */
export type Fact = Entity | Event | Relationship | Description;

/** Reads the fact that stands at a place of a list. Throws StoreError where it is there no longer. */
export type ReadFact = () => Promise<Fact>;

/** The name of the GraphQL type of a fact. */
export function factType(fact: Fact): string {
  if ('kind' in fact) return fact.kind;
  return 'fromId' in fact ? 'Relationship' : 'Description';
}

type FactArgs = PageArgs & FactListOptions;
type SupportArgs = PageArgs & SupportListOptions;

/** Reads events and relationships, by how many articles tell of them and whether those agree. */
export const factsReading = pageReading<FactArgs, FactRow, object>('Query.facts', byNothing, (args) => {
  if (args.about) checkCount('about', aboutLimits, args.about);
  const other = args.kinds?.find((kind) => kind !== 'EVENT' && kind !== 'RELATIONSHIP');
  if (other)
    throw new BadUserInput('kinds', `takes EVENT and RELATIONSHIP, not ${other}: sources are told of those`);
  return factList(args);
});

/** Reads what a passage supports. */
export const passageSupportReading = pageReading<SupportArgs, FactRow, Passage>(
  'Passage.supports',
  byId,
  (args) => supportList('PASSAGE', args),
);

/** Reads what any passage of an article supports. */
export const articleSupportReading = pageReading<SupportArgs, FactRow, Article>(
  'Article.supports',
  byId,
  (args) => supportList('ARTICLE', args),
);

/** The facts of such a reading; each is read when it is asked for, so that those of many lists are read at once. */
export function connectFacts<Args extends SupportArgs, Parent extends object>(
  context: Context,
  reading: Reading<Args, FactRow, Parent>,
  args: Args,
  parent: Parent,
): Connection<ReadFact> {
  const asked = inheritedFrom(parent, args);
  return connect(context, reading, args, parent, (row) => () => readFact(row, asked, context));
}

async function readFact(row: FactRow, args: SupportListOptions, context: Context): Promise<Fact> {
  const fact = await factOf(row, args, context);
  if (!fact) throw new StoreError('CONFLICT', `A load removed ${row.id} while it was being read: ask again.`);
  return fact;
}

function factOf(
  { kind, id }: FactRow,
  { reportedBy }: SupportListOptions,
  context: Context,
): Promise<Fact | null> {
  switch (kind) {
    case 'ENTITY':
      return entityKnown(id, reportedBy, context);
    case 'EVENT':
      return eventKnown(id, reportedBy, context);
    case 'RELATIONSHIP':
      return relationshipKnown(id, reportedBy, context);
    case 'DESCRIPTION':
      return context.loaders.descriptions.load(id);
  }
}
