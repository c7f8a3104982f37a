import type { Value } from '../graph/store.ts';
import { united } from './merge.ts';

/** What one article tells of a fact. */
export type Told = { readonly article: string; readonly reported: string };

/** What every state of a fact says of its sources: how many they are, and in which of its fields they disagree. */
type Sourced = { readonly sourceCount: number; readonly contested: readonly string[] };

/** The state of a fact after a day on which it was reported. */
type Version<R> = { readonly from: string; readonly record: R };

/**
 * The states a fact went through as it was reported: for each day on which an article told of it, what was known from
 * then on. `build` makes the state from the tellings of a time, newest first as given.
 */
export function versionsOf<T extends Told, R>(
  tellings: readonly [T, ...T[]],
  build: (tellings: readonly [T, ...T[]]) => R,
): readonly [Version<R>, ...Version<R>[]] {
  const days = [...new Set(tellings.map(({ reported }) => reported))].sort();
  return days.map((from) => ({
    from,
    record: build(tellings.filter(({ reported }) => reported <= from) as unknown as [T, ...T[]]),
  })) as unknown as [Version<R>, ...Version<R>[]];
}

/** The articles that tell of a fact, in the order in which they told it: a state of it knows the first few. */
export function sourcesOf(tellings: readonly Told[]): string[] {
  const inOrder = tellings
    .map(({ article, reported }) => [reported, article] as const)
    .sort(([day, id], [otherDay, otherId]) =>
      day === otherDay ? compare(id, otherId) : compare(day, otherDay),
    );
  return united(inOrder, ([, article]) => [article]);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/**
 * What is stored so that `reportedBy` can be answered: the days on which what was known changed, and what was known from
 * each of them on. (Properties cannot be nested, so each state is JSON.) `lists` gives the states' properties that
 * statements compare and sort by, each as a list. What was known in one state alone is what stands now: lists of one are
 * left out, for the time the embedded engine takes to start goes by how many values there are.
 */
export function historyProperties<R extends Sourced>(
  versions: readonly Version<R>[],
  lists: (states: readonly R[]) => { [name: string]: Value },
): { [name: string]: Value } {
  const reportedFrom = versions.map(({ from }) => from);
  if (versions.length < 2) return { reportedFrom };
  const states = versions.map(({ record }) => record);
  return {
    reportedFrom,
    history: states.map((state) => JSON.stringify(state)),
    historySources: states.map(({ sourceCount }) => sourceCount),
    historyContested: states.map(({ contested }) => contested.length > 0),
    ...lists(states),
  };
}
