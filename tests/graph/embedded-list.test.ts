import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../../src/graph/code-points.ts';
import { type Listed, OrderedList } from '../../src/graph/embedded-list.ts';
import { bucketUnits } from '../../src/time/bucket.ts';

const days = ['2014-12-31', '2015-01-01', '2015-12-31', '2016-01-01', '2019-07-22'] as const;
const end = fc.option(fc.constantFrom(...days));
const kind = fc.constantFrom('Founding', 'Launch', 'Statement');
const pair = fc.tuple(fc.constantFrom('', ...days), fc.constantFrom(...days, '~'));
const thing = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  kind,
  dates: fc.array(pair, { maxLength: 2 }),
  bucket: fc.constantFrom(
    'UNDATED',
    'OPEN',
    '20XX',
    '201X',
    '2015',
    '2015-Q1',
    '2015-Q2',
    '2015-03',
    '2015-04',
    '2019-07',
  ),
  // What is not in the basic plane sorts after what is, where UTF-16 would have it before.
  name: fc.constantFrom('', 'a', 'ab', '가', '\u{1f9ed}', '\uffee'),
});
const step = fc.oneof(
  thing.map(({ name, ...rest }): Listed => ({ ...rest, list: 'Event', key: `${name}\t${rest.id}` })),
  thing.map(({ id }) => id),
);
const key = fc.option(
  fc.constantFrom('', 'a\tc', 'ab\ta', 'b', '가\td', '\u{1f9ed}\tb', '\uffee\te', '\u{1f9ee}'),
);
const filter = fc.record({ kinds: fc.option(fc.uniqueArray(kind)), from: end, to: end });
const page = fc.record({ after: key, before: key, backwards: fc.boolean(), limit: fc.nat({ max: 7 }) });

type Filter = { kinds: string[] | null; from: string | null; to: string | null };

function wanted({ kind: own, dates }: Listed, { kinds, from, to }: Filter): boolean {
  if (kinds && !kinds.includes(own)) return false;
  if (!from && !to) return true;
  return dates.some(([first, last]) => last >= (from ?? '') && first <= (to ?? '~'));
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

// By name: what the shortest bucket of each unit is that holds another.
const wider: { readonly [bucket: string]: readonly string[] } = {
  '2015-Q1': ['2015-Q1', '2015-Q1', '2015', '201X'],
  '2015-Q2': ['2015-Q2', '2015-Q2', '2015', '201X'],
  '2015-03': ['2015-03', '2015-Q1', '2015', '201X'],
  '2015-04': ['2015-04', '2015-Q2', '2015', '201X'],
  '2019-07': ['2019-07', '2019-Q3', '2019', '201X'],
  '2015': ['2015', '2015', '2015', '201X'],
};

const bucketIn = (bucket: string, unit: (typeof bucketUnits)[number]) =>
  wider[bucket]?.[bucketUnits.indexOf(unit)] ?? bucket;

describe('compareCodePoints', () => {
  it('orders as UTF-8 does, which is by code point', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '가', '\ue000', '\uffee', '\u{1f9ed}', '\u{10ffff}'),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(byBytes(a, b));
      }),
    );
  });
});

describe('an ordered list', () => {
  it('gives the pages and counts that sorting and filtering give, whatever was put in, moved and taken out', () => {
    const run = fc.array(fc.tuple(fc.array(step), filter, page, fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(run, (runs) => {
        let list = new OrderedList();
        const model = new Map<string, Listed>();
        for (const [steps, asked, { after, before, backwards, limit }, isKept] of runs) {
          for (const one of steps) {
            if (typeof one === 'string') list.delete(one);
            else list.set(one);
            if (typeof one === 'string') model.delete(one);
            else model.set(one.id, one);
          }
          if (isKept) list = new OrderedList(list.parts());
          const rows = [...model.values()]
            .filter((row) => wanted(row, asked))
            .sort((a, b) => byBytes(a.key, b.key));
          const between = rows.filter(
            (row) => byBytes(row.key, after ?? '') > 0 && (before === null || byBytes(row.key, before) < 0),
          );
          const ids = (backwards ? between.reverse() : between).slice(0, limit).map(({ id }) => id);
          expect(list.ids({ ...asked, after, before, backwards, limit })).toEqual(ids);
          expect(list.counts(asked, 'KIND')).toEqual(counted(rows.map((row) => row.kind)));
          for (const unit of bucketUnits)
            expect(list.counts(asked, unit)).toEqual(counted(rows.map((row) => bucketIn(row.bucket, unit))));
        }
      }),
      { numRuns: 400 },
    );
  });
});

function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => byBytes(a, b));
}
