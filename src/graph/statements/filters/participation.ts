import type { AsOf, ReportedBy } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, joined } from './bag.ts';
import { anyTold, isTold } from './told.ts';

/**
 * The conditions that an entity had taken part (`p`) in the event `e` by a day, with one of the certainties asked for
 * (certain or possible where none is), by the version of `e` that is bound.
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
  const { certain, perhaps } = hadHappened(e, bag.add(asOf));
  const cases = [
    wanted.has('CERTAIN') && certain,
    wanted.has('POSSIBLE') && `(${perhaps} AND NOT ${certain})`,
    wanted.has('NO') && `NOT ${perhaps}`,
  ];
  return [...reported, joined(applying(...cases), 'OR')];
}

/**
 * The conditions that the event `e` had happened by `day`, a parameter, by every date that sources tell of it in the
 * version bound (see `liesInRange`): certainly, where each lies before and none is in doubt; perhaps, where one may, or
 * where there is none. A completed act holds for ever, as a permanent relationship does.
 */
export function hadHappened(e: string, day: string): { readonly certain: string; readonly perhaps: string } {
  const isDated = isTold(e, 'date');
  const leavesDoubt = anyTold(e, 'date', ({ to, isFirm }) => `(${to} > ${day} OR NOT ${isFirm})`);
  return {
    certain: `(${isDated} AND NOT ${leavesDoubt})`,
    perhaps: `(NOT ${isDated} OR ${anyTold(e, 'date', ({ from }) => `${from} <= ${day}`)})`,
  };
}
