import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketKey } from '../../src/time/bucket.ts';
import { timelineKey } from '../../src/time/order.ts';
import { reachesIn, reachOf } from '../../src/time/reach.ts';

const day = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2110-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const pair = fc.tuple(day, day).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));

it('finds what has a date in a range, at whichever of its dates it stands', () => {
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 3 }),
      pair,
      fc.nat(2),
      (dates, [from, to], standing) => {
        const [earliest, latest] = dates[standing % dates.length] as [string, string];
        const key = timelineKey({ earliest, latest } as Parameters<typeof timelineKey>[0], 'id');
        const hull = {
          earliest: dates.map(([first]) => first).sort()[0] ?? null,
          latest:
            dates
              .map(([, last]) => last)
              .sort()
              .at(-1) ?? null,
        };
        const reach = reachOf(bucketKey(hull, 'MONTH'));
        const isFound = (a?: string, b?: string) =>
          reachesIn(a, b).some(([of, first, last]) => of === reach && key >= first && key < last);
        if (dates.some(([first, last]) => first <= to && last >= from)) expect(isFound(from, to)).toBe(true);
        if (dates.some(([, last]) => last >= from)) expect(isFound(from)).toBe(true);
        if (dates.some(([first]) => first <= to)) expect(isFound(undefined, to)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
