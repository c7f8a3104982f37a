import type { AsOf, ReportedBy } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, joined } from './bag.ts';
import { version } from './time.ts';

/**
 * The conditions that an entity had taken part (`p`) in the event `e` by a day, with one of the certainties asked for
 * (certain or possible where none is). With `reportedBy`, by the version of `e` that is bound.
 */
export function hadTakenPart(
  p: string,
  e: string,
  { asOf, certainty, reportedBy }: AsOf & ReportedBy,
  bag: Bag,
): string[] {
  const reported = applying(reportedBy && `${p}.reportedFrom <= $reportedBy`);
  if (!asOf) return reported;
  const wanted = new Set(certainty ?? ['CERTAIN', 'POSSIBLE']);
  const { certain, perhaps } = hadHappened(e, bag.add(asOf), Boolean(reportedBy));
  const cases = [
    wanted.has('CERTAIN') && certain,
    wanted.has('POSSIBLE') && `(${perhaps} AND NOT ${certain})`,
    wanted.has('NO') && `NOT ${perhaps}`,
  ];
  return [...reported, joined(applying(...cases), 'OR')];
}

/**
 * The conditions that the event `e` had happened by `day`, a parameter: certainly, where every date that sources give
 * lies before and none is in doubt; perhaps, where one of them may, or where there is none. A completed act holds for
 * ever, as a permanent relationship does.
 */
export function hadHappened(
  e: string,
  day: string,
  reported: boolean,
): { readonly certain: string; readonly perhaps: string } {
  const state = reported ? version : `size(${e}.reportedFrom) - 1`;
  const dates = `place IN range(0, size(${e}.dateTold) - 1) WHERE ${e}.dateTold[place]`;
  const isDated = `any(${dates} = ${state})`;
  const isBefore = `${e}.dateToldFirmly[place] AND ${e}.dateToldTo[place] <= ${day}`;
  return {
    certain: `(${isDated} AND all(${dates} <> ${state} OR (${isBefore})))`,
    perhaps: `(NOT ${isDated} OR any(${dates} = ${state} AND ${e}.dateToldFrom[place] <= ${day}))`,
  };
}
