import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import { type ChangeListOptions, changeList } from '../loaders/lists.ts';
import type { ChangeKind, ChangeRow } from '../model/changes.ts';
import type { DayRange } from '../model/filters.ts';
import type { Entity, Event, Relationship } from '../model/things.ts';
import type { FuzzyDate } from '../time/edtf.ts';
import { checkRange } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import { dateOf } from './date.ts';
import { participants } from './event.ts';
import { eventKnown, relationshipKnown } from './known.ts';
import { checkCount, type Limits } from './limits.ts';
import type { PageArgs } from './page.ts';
import { relationshipEnd } from './relationship.ts';

/** How many entities one question about changes or facts may name. */
export const aboutLimits: Limits = [0, 100];

/** The arguments of `changes`; both ends of `between` are needed. */
export type ChangeArgs = PageArgs & Omit<ChangeListOptions, 'between'> & { readonly between: DayRange };

/** A change with what changed, as it was known on the day asked about. */
export type Change = Pick<ChangeRow, 'kind' | 'certainty'> & {
  readonly relationship: Relationship | null;
  readonly event: Event | null;
  readonly reportedBy: string | null;
};

/** What may have begun, ended or happened between two days: all of it, or what is about some entities. */
export function changes(args: ChangeArgs, context: Context): Promise<Connection<Change>> {
  if (args.about) checkCount('about', aboutLimits, args.about);
  return changesOf('ALL', args, context);
}

/** What may have begun, ended or happened for one entity between two days. */
export function entityChanges(
  { id }: Entity,
  args: Omit<ChangeArgs, 'about'>,
  context: Context,
): Promise<Connection<Change>> {
  return changesOf('ENTITY', args, context, id);
}

async function changesOf(
  of: Parameters<typeof changeList>[0],
  args: ChangeArgs,
  context: Context,
  parent?: string,
): Promise<Connection<Change>> {
  const list = changeList(of, { ...args, between: wholeRange(args.between) });
  const found = await connect(context, list, args, parent);
  const read = async ({ kind, id, certainty }: ChangeRow): Promise<Change> => {
    const isEvent = kind === 'HAPPENED';
    return {
      kind,
      certainty,
      relationship: isEvent ? null : await relationshipKnown(id, args.reportedBy, context),
      event: isEvent ? await eventKnown(id, args.reportedBy, context) : null,
      reportedBy: args.reportedBy ?? null,
    };
  };
  const edges = await Promise.all(
    found.edges.map(async ({ cursor, node }) => ({ cursor, node: await read(node) })),
  );
  // Whatever a load took away between the two reads has not changed any more.
  return { ...found, edges: edges.filter(({ node }) => node.relationship ?? node.event) };
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

const dates: { readonly [Kind in ChangeKind]: (change: Change) => string | null | undefined } = {
  BEGAN: ({ relationship }) => relationship?.sinceEdtf,
  ENDED: ({ relationship }) => relationship?.untilEdtf,
  HAPPENED: ({ event }) => event?.dateEdtf,
};

/** The date of a change: the one that stands, where sources give several. */
export function changeDate(change: Change): FuzzyDate | null {
  return dateOf(dates[change.kind](change) ?? null);
}

/** Whom a change is about: the two ends of its relationship, or who took part in its event, each once. */
export async function changedEntities(
  { relationship, event, reportedBy }: Change,
  context: Context,
): Promise<Entity[]> {
  if (event) {
    const all = await participants(event, { reportedBy }, context);
    return [...new Map(all.map(({ entity }) => [entity.id, entity])).values()];
  }
  const ends = relationship ? [relationship.fromId, relationship.toId] : [];
  return Promise.all([...new Set(ends)].map((id) => relationshipEnd(id, context)));
}
