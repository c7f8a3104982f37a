import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import { type ChangeListOptions, changeList } from '../loaders/lists.ts';
import { byId, byNothing, inheritedFrom, type Reading } from '../loaders/reading.ts';
import type { ChangeRow } from '../model/changes.ts';
import type { DayRange, ReportedBy } from '../model/filters.ts';
import type { Entity, Event, Relationship } from '../model/things.ts';
import type { FuzzyDate } from '../time/edtf.ts';
import { checkRange } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import { dateOf } from './date.ts';
import { participants } from './event.ts';
import { eventKnown, relationshipKnown } from './known.ts';
import { checkCount, type Limits } from './limits.ts';
import { type PageArgs, pageReading } from './page.ts';
import { entityAtEnd } from './relationship.ts';

/** How many entities one question about changes or facts may name. */
export const aboutLimits: Limits = [0, 100];

/** The arguments of `changes`; both ends of `between` are needed. */
export type ChangeArgs = PageArgs & Omit<ChangeListOptions, 'between'> & { readonly between: DayRange };

/** A change, and the day by whose knowledge it was asked for. What changed is read when it is asked for. */
export type Change = ChangeRow & ReportedBy;

/** Reads what may have begun, ended or happened between two days: all of it, or what is about some entities. */
export const changesReading = pageReading<ChangeArgs, ChangeRow, object>(
  'Query.changes',
  byNothing,
  (args) => {
    if (args.about) checkCount('about', aboutLimits, args.about);
    return changesBetween('ALL', args);
  },
);

/** Reads what may have begun, ended or happened for one entity between two days. */
export const entityChangesReading = pageReading<Omit<ChangeArgs, 'about'>, ChangeRow, Entity>(
  'Entity.changes',
  byId,
  (args) => changesBetween('ENTITY', args),
);

function changesBetween(of: Parameters<typeof changeList>[0], args: ChangeArgs) {
  return changeList(of, { ...args, between: wholeRange(args.between) });
}

/** The changes of such a reading. */
export function connectChanges<Args extends ChangeArgs, Parent extends object>(
  context: Context,
  reading: Reading<Args, ChangeRow, Parent>,
  args: Args,
  parent: Parent,
): Connection<Change> {
  const { reportedBy } = inheritedFrom(parent, args);
  return connect(context, reading, args, parent, (row) => Object.assign(row, { reportedBy }));
}

/** Refuses a range that is open, or that ends before it begins: BadUserInput. */
function wholeRange({ from, to }: DayRange): ChangeListOptions['between'] {
  if (!from || !to)
    throw new BadUserInput(
      `between.${from ? 'to' : 'from'}`,
      'is missing; changes are asked for between two days, both given',
    );
  checkRange('between', { from, to });
  return { from, to };
}

/** The relationship that began or ended, as it was known; null where an event happened. */
export async function changedRelationship(
  { kind, id, reportedBy }: Change,
  context: Context,
): Promise<Relationship | null> {
  return kind === 'HAPPENED' ? null : relationshipKnown(id, reportedBy, context);
}

/** The event that happened, as it was known; null where a relationship began or ended. */
export async function changedEvent(
  { kind, id, reportedBy }: Change,
  context: Context,
): Promise<Event | null> {
  return kind === 'HAPPENED' ? eventKnown(id, reportedBy, context) : null;
}

/** The date of a change: the one that stands, where sources give several. */
export async function changeDate(change: Change, context: Context): Promise<FuzzyDate | null> {
  const event = await changedEvent(change, context);
  const relationship = await changedRelationship(change, context);
  const edtf = change.kind === 'BEGAN' ? relationship?.sinceEdtf : relationship?.untilEdtf;
  return dateOf(event?.dateEdtf ?? edtf ?? null);
}

/** Whom a change is about: the two ends of its relationship, or who took part in its event, each once. */
export async function changedEntities(change: Change, context: Context): Promise<Entity[]> {
  const { kind, id, reportedBy } = change;
  if (kind === 'HAPPENED') {
    const all = await participants({ id }, { reportedBy }, context);
    return [...new Map(all.map(({ entity }) => [entity.id, entity])).values()];
  }
  const relationship = await changedRelationship(change, context);
  const ends = relationship ? [relationship.fromId, relationship.toId] : [];
  return Promise.all([...new Set(ends)].map((end) => entityAtEnd(end, reportedBy, context)));
}
