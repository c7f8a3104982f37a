import type { Context } from '../context.ts';
import { BadUserInput, StoreError } from '../errors.ts';
import {
  type FactListOptions,
  factList,
  type List,
  type SupportListOptions,
  supportList,
} from '../loaders/lists.ts';
import type { FactRow } from '../model/facts.ts';
import type { Article, Description, Entity, Event, Passage, Relationship } from '../model/things.ts';
import { aboutLimits } from './change.ts';
import { type Connection, connect } from './connection.ts';
import { eventKnown, relationshipKnown } from './known.ts';
import { checkCount } from './limits.ts';
import type { PageArgs } from './page.ts';

/** What passages support: entities, events, relationships and descriptions. */
export type Fact = Entity | Event | Relationship | Description;

/** Reads the fact that stands at a place of a list. Throws StoreError where it is there no longer. */
export type ReadFact = () => Promise<Fact>;

/** The name of the GraphQL type of a fact. */
export function factType(fact: Fact): string {
  if ('kind' in fact) return fact.kind;
  return 'fromId' in fact ? 'Relationship' : 'Description';
}

/** Events and relationships, by how many articles tell of them and whether those agree. */
export function facts(args: PageArgs & FactListOptions, context: Context): Promise<Connection<ReadFact>> {
  if (args.about) checkCount('about', aboutLimits, args.about);
  const other = args.kinds?.find((kind) => kind !== 'EVENT' && kind !== 'RELATIONSHIP');
  if (other)
    throw new BadUserInput('kinds', `takes EVENT and RELATIONSHIP, not ${other}: sources are told of those`);
  return connectFacts(factList(args), args, context);
}

/** What a passage supports. */
export function supportedByPassage(
  { id }: Passage,
  args: PageArgs & SupportListOptions,
  context: Context,
): Promise<Connection<ReadFact>> {
  return connectFacts(supportList('PASSAGE', args), args, context, id);
}

/** What any passage of an article supports. */
export function supportedByArticle(
  { id }: Article,
  args: PageArgs & SupportListOptions,
  context: Context,
): Promise<Connection<ReadFact>> {
  return connectFacts(supportList('ARTICLE', args), args, context, id);
}

async function connectFacts(
  list: List<FactRow>,
  args: PageArgs & SupportListOptions,
  context: Context,
  parent?: string,
): Promise<Connection<ReadFact>> {
  const found = await connect(context, list, args, parent);
  // Facts are read when they are asked for: then those of many lists are read at once, whatever their sorts.
  const edges = found.edges.map(({ cursor, node }) => ({
    cursor,
    node: () => readFact(node, args, context),
  }));
  return { ...found, edges };
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
      return context.loaders.entities.load(id);
    case 'EVENT':
      return eventKnown(id, reportedBy, context);
    case 'RELATIONSHIP':
      return relationshipKnown(id, reportedBy, context);
    case 'DESCRIPTION':
      return context.loaders.descriptions.load(id);
  }
}
