import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FuzzyDate, parseEdtf } from '../../src/time/edtf.ts';
import { timelineKey } from '../../src/time/order.ts';
import { fuzzyDate } from './arbitraries.ts';

const key = (edtf: string | null, id = 'id') => timelineKey(edtf === null ? null : parseEdtf(edtf), id);
const sorted = (keys: readonly string[]) => keys.toSorted((a, b) => compare(a, b));

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

// The order in words, as numbers: earliest, or latest for want of it; then latest; what is missing comes last.
function place(date: FuzzyDate | null): readonly [number, number] {
  const number = (day: string | null | undefined) => (day ? Number(day.replaceAll('-', '')) : 99991231);
  return [number(date?.earliest ?? date?.latest), number(date?.latest)];
}

describe('timelineKey', () => {
  it('is earliest, latest and id, parted by tabs', () => {
    expect(key('2015-12', 'openai-founding')).toBe('2015-12-01\t2015-12-31\topenai-founding');
    expect(key('../2019')).toBe('2019-12-31\t2019-12-31\tid');
    expect(key('2019/..')).toBe('2019-01-01\t9999-12-31\tid');
    expect(key(null)).toBe('9999-12-31\t9999-12-31\tid');
  });

  it('orders by earliest, then the narrower, then id, with no date at the end', () => {
    const inOrder = [
      key('2018'),
      key('2019-01-01'),
      key('2019-01'),
      key('2019', 'a'),
      key('2019', 'b'),
      key('2019/..'),
      key('2019-07-22'),
      key('../2019'),
      key(null),
    ];
    expect(sorted(inOrder.toReversed())).toEqual(inOrder);
  });

  it('agrees with comparing earliest, latest and id one after the other', () => {
    const entry = fc.tuple(
      fc.option(fuzzyDate),
      fc.string({ unit: fc.constantFrom(...'ab-1'), maxLength: 3 }),
    );
    const near = fc
      .constantFrom('2019', '2019-01', '2019-01-01', '2019/..', '../2019', '2019/2020')
      .map(parseEdtf);
    const nearby = fc.tuple(fc.option(near), fc.constantFrom('', 'a', 'ab', 'b'));
    fc.assert(
      fc.property(fc.oneof(entry, nearby), fc.oneof(entry, nearby), ([a, idA], [b, idB]) => {
        const [[firstA, secondA], [firstB, secondB]] = [place(a), place(b)];
        const expected = Math.sign(firstA - firstB) || Math.sign(secondA - secondB) || compare(idA, idB);
        expect(compare(timelineKey(a, idA), timelineKey(b, idB))).toBe(expected);
      }),
    );
  });
});
