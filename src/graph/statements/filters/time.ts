import type { AsOf, DayRange } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, joined } from './bag.ts';

/** The condition that a date, stored as `…Edtf`, `…Earliest` and `…Latest`, may lie in a range of days. */
export function mayLieIn(date: string, range: DayRange | null | undefined, bag: Bag): string[] {
  if (!range || (!range.from && !range.to)) return [];
  return applying(
    // A date that is not given at all lies in no range; an open end rules nothing out.
    `${date}Edtf IS NOT NULL`,
    range.from && `(${date}Latest IS NULL OR ${date}Latest >= date(${bag.add(range.from)}))`,
    range.to && `(${date}Earliest IS NULL OR ${date}Earliest <= date(${bag.add(range.to)}))`,
  );
}

/** Which version of a fact was known on the day asked for, where `MATCH … ${knownBy(…)}` has bound it. */
export const version = 'v';

/** The last version of `fact` there is, as an expression. */
export function lastVersion(fact: string): string {
  return `size(${fact}.reportedFrom) - 1`;
}

/** The last version of `fact` that had been reported by `$reportedBy`, as an expression; -1 where none had. */
function versionThen(fact: string): string {
  return `size([day IN ${fact}.reportedFrom WHERE day <= $reportedBy]) - 1`;
}

/**
 * The version of `fact` that a filter goes by where none is bound, as an expression: the last one, or, with `reported`,
 * the last of `$reportedBy`. Where none had been reported by then it tells of another one: ask `hadBeenReported` too.
 */
export function versionOf(fact: string, reported: boolean): string {
  return reported ? versionThen(fact) : lastVersion(fact);
}

/** The condition that `fact` had been reported by `$reportedBy` at all. */
export function hadBeenReported(fact: string): string {
  return `${fact}.reportedFrom[0] <= $reportedBy`;
}

/** Binds the last version of `fact` that had been reported by `$reportedBy`, as its place in the fact's history. */
export function knownBy(fact: string, variables: string): string {
  return ` WITH ${variables}, ${versionThen(fact)} AS ${version}`;
}

/** Binds the last version of `fact` there is, as `knownBy` binds the last one of a day. */
export function lastKnown(fact: string, variables: string): string {
  return ` WITH ${variables}, ${lastVersion(fact)} AS ${version}`;
}

/** What lists of a fact's states there are: `historySources`, and so on. */
type HistoryList =
  | 'Sources'
  | 'Contested'
  | 'Keys'
  | `Title${'En' | 'Ko'}`
  | 'Precisions'
  | `${'Certain' | 'Possible'}${'From' | 'To'}`;

/**
 * What was known of `fact` in the version `at`, as an expression: what its list of states has there, or `standing`, what
 * stands now, of what has been in one state alone (see `historyProperties` in dossier/history.ts). An older version
 * stored lists of one for such; they tell the same.
 */
export function inVersion(fact: string, list: HistoryList, standing: string, at: string = version): string {
  return `coalesce(${fact}.history${list}[${at}], ${standing})`;
}

/** How many articles told of `fact` in the version `at`, as an expression. */
export function sourcesIn(fact: string, at: string = version): string {
  return inVersion(fact, 'Sources', `${fact}.sourceCount`, at);
}

/** Where `fact` stood in order of time in the version bound, as an expression. */
export function keyIn(fact: string): string {
  return inVersion(fact, 'Keys', `${fact}.timelineKey`);
}

/**
 * The conditions that the relationship `r` held on a day, with one of the certainties asked for (certain or possible
 * where none is). With `reported`, by what was known in the version bound, or in the version `at`, an expression.
 */
export function holds(
  r: string,
  { asOf, certainty }: AsOf,
  bag: Bag,
  reported = false,
  at: string = version,
): string[] {
  if (!asOf) return [];
  const wanted = new Set(certainty ?? ['CERTAIN', 'POSSIBLE']);
  const day = `date(${bag.add(asOf)})`;
  const { certain, perhaps } = reported ? inHistory(r, bag.add(asOf), at, now(r, day)) : now(r, day);
  const cases = [
    wanted.has('CERTAIN') && certain,
    wanted.has('POSSIBLE') && `(${perhaps} AND NOT ${certain})`,
    wanted.has('NO') && `NOT ${perhaps}`,
  ];
  return [joined(applying(...cases), 'OR')];
}

function now(r: string, day: string) {
  return {
    certain: `(${r}.certainFrom IS NOT NULL AND ${r}.certainFrom <= ${day} AND (${r}.certainTo IS NULL OR ${r}.certainTo >= ${day}))`,
    perhaps: `((${r}.possibleFrom IS NULL OR ${r}.possibleFrom <= ${day}) AND (${r}.possibleTo IS NULL OR ${r}.possibleTo >= ${day}))`,
  };
}

/** As `now`, in a version. Its lists are of text; where there are none, comparing gives null, and what stands now counts. */
function inHistory(r: string, day: string, at: string, standing: ReturnType<typeof now>) {
  const bound = (list: HistoryList) => `${r}.history${list}[${at}]`;
  return {
    certain: `coalesce(${bound('CertainFrom')} <= ${day} AND ${bound('CertainTo')} >= ${day}, ${standing.certain})`,
    perhaps: `coalesce(${bound('PossibleFrom')} <= ${day} AND ${bound('PossibleTo')} >= ${day}, ${standing.perhaps})`,
  };
}
