import type { Context } from '../context.ts';
import { type PassageListOptions, passageList } from '../loaders/lists.ts';
import type { Entity, Event, Passage, Relationship } from '../model/things.ts';
import { relationshipRule } from '../model/vocabulary.ts';
import { checkFilter } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import type { PageArgs } from './page.ts';
import { type LanguageArgs, languageOf, pickText } from './text.ts';

/** The relationship with this id; null where there is none. Its id names its ends, which is how it is found. */
export async function relationshipById(id: string, context: Context): Promise<Relationship | null> {
  const [from, , to] = id.split('.');
  return from && to ? context.loaders.relationships.load([from, id, to]) : null;
}

/** The entity a relationship starts from, or ends at. */
export async function relationshipEnd(id: string, context: Context): Promise<Entity> {
  const entity = await context.loaders.entities.load(id);
  if (!entity) throw new Error(`A relationship in the graph ends at ${id}, which is no entity`);
  return entity;
}

/** The title of the office a relationship stands for. */
export function relationshipPosition(
  relationship: Relationship,
  args: LanguageArgs,
  context: Context,
): string | null {
  return pickText(relationship.positionEn, relationship.positionKo, args, context);
}

/** The event that began or ended a relationship. */
export async function boundaryEvent(id: string | null, context: Context): Promise<Event | null> {
  return id === null ? null : context.loaders.events.load(id);
}

/** The passages that state a relationship. */
export function relationshipCitations(
  { cites }: Relationship,
  args: PageArgs & PassageListOptions,
  context: Context,
): Promise<Connection<Passage>> {
  checkFilter('where', args.where);
  return connect(context, passageList('IDS', args), args, cites);
}

/** How a relationship reads from one of its ends. */
export function relationshipLabel(
  { type, toId }: Relationship,
  from: string | null,
  args: LanguageArgs,
  context: Context,
): string {
  const { label, inverse } = relationshipRule(type);
  const { en, ko } = from === toId ? inverse : label;
  return languageOf(args, context) === 'KO' ? ko : en;
}
