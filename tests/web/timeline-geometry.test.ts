import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../web/src/timeline/clusters.ts';
import { endsOf } from '../../web/src/timeline/ends.ts';
import { histogramOf, unitOf } from '../../web/src/timeline/histogram.ts';
import { nameOf } from '../../web/src/timeline/mark-name.ts';
import { rangeAround } from '../../web/src/timeline/mark-range.ts';
import { type Line, layouter } from '../../web/src/timeline/marks.ts';
import { clamped, daysOf, moved, rangeOf, wholeOf, zoomed } from '../../web/src/timeline/range.ts';
import { type Dated, dayNumber, dayOf, extentOf, type Span, spanOf } from '../../web/src/timeline/span.ts';
import { ticksOf } from '../../web/src/timeline/ticks.ts';
import type { DrawnEvent } from '../../web/src/timeline/timeline-query.ts';

const sure = { approximate: false, uncertain: false };
const dated = (earliest: string | null, latest: string | null, doubt: Partial<Dated> = {}): Dated => ({
  earliest,
  latest,
  ...sure,
  ...doubt,
});

describe('the whole of time', () => {
  it('has an interval across centuries in it, of which no bucket says when it was', () => {
    const open = { earliest: null, latest: null };
    const { from, to } = wholeOf([open], [dated('1998-03-01', '2003-12-31')]);
    expect(from).toBeLessThan(dayNumber('1998-03-01'));
    expect(to).toBeGreaterThan(dayNumber('2003-12-31'));
    // No farther than there is reason for: the room at the ends is a share of what is between them.
    expect(to - from).toBeLessThan(6.5 * 365);
  });
});

describe('where a date lies', () => {
  it('a day is a point; a month is all of the month and no point', () => {
    expect(spanOf(dated('2019-07-22', '2019-07-22')).point).toBe(true);
    const month = spanOf(dated('2015-12-01', '2015-12-31'));
    expect(month.point).toBe(false);
    expect((month.end ?? 0) - (month.start ?? 0)).toBe(31);
  });

  it('a day that is "about" or open is no point', () => {
    expect(spanOf(dated('2019-07-22', '2019-07-22', { approximate: true })).point).toBe(false);
    expect(spanOf(dated(null, '2019-07-24'))).toMatchObject({ start: null, point: false });
  });

  it('an open end goes to the edge of what is seen, and only what is wholly elsewhere is left out', () => {
    const x = (day: number) => day - dayNumber('2019-01-01');
    const before = spanOf(dated(null, '2019-01-10'));
    expect(extentOf(before, x, 500)).toEqual({ x0: 0, x1: 10 });
    expect(extentOf(spanOf(dated('2019-01-11', null)), x, 500)).toEqual({ x0: 10, x1: 500 });
    expect(extentOf(spanOf(dated(null, '2018-12-01')), x, 500)).toBeUndefined();
    expect(extentOf(spanOf(dated('2019-01-03', '2019-01-03')), x, 500)).toEqual({ x0: 2.5, x1: 2.5 });
  });

  it('days and their numbers are the same things', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0100-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(dayOf(dayNumber(day))).toBe(day);
          expect(dayOf(dayNumber(day) + 0.9)).toBe(day);
        },
      ),
    );
  });
});

const epoch = dayNumber('2000-01-01');
const spans: fc.Arbitrary<Span> = fc
  .record({
    at: fc.integer({ min: -3000, max: 9000 }),
    length: fc.constantFrom(1, 1, 1, 3, 31, 365, 3653),
    open: fc.constantFrom('no', 'no', 'no', 'start', 'end'),
    approximate: fc.boolean(),
    uncertain: fc.boolean(),
  })
  .map(({ at, length, open, approximate, uncertain }) => ({
    start: open === 'start' ? null : epoch + at,
    end: open === 'end' ? null : epoch + at + length,
    point: length === 1 && open === 'no' && !approximate,
    approximate,
    uncertain,
  }));
const lists = (maxLength: number) =>
  fc
    .array(fc.tuple(spans, fc.integer({ min: 0, max: 400 })), { maxLength })
    .map((all): readonly Item[] =>
      all.map(([span, labelWidth], key) => ({ key: String(key), span, labelWidth })),
    );
const lines: fc.Arbitrary<Line & { readonly from: number }> = fc
  .record({
    from: fc.integer({ min: -4000, max: 9000 }),
    days: fc.integer({ min: 6, max: 30_000 }),
    width: fc.integer({ min: 280, max: 2000 }),
    maxRows: fc.integer({ min: 4, max: 10 }),
  })
  .map(({ from, days, width, maxRows }) => {
    const scale = width / days;
    return { from, scale, width, maxRows, x: (day) => (day - epoch - from) * scale };
  });

/** Events of days, months and years, all over sixty years, and one in fifty of which only the end is known. */
function manyEvents(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => {
    const day = epoch + ((index * 7919) % 22_000);
    const length = [1, 1, 30, 365][index % 4] ?? 1;
    const start = Math.floor(day / length) * length;
    const isOpen = index % 50 === 0;
    const known = isOpen ? { start: null, point: false } : { start, point: length === 1 };
    return { key: String(index), span: { ...known, end: start + length, ...sure }, labelWidth: 100 };
  });
}

describe('marks', () => {
  it('each event in view stands in exactly one mark, and none that is elsewhere in any', () => {
    fc.assert(
      fc.property(lists(400), lines, (items, line) => {
        const drawn = layouter(items)(line).marks.flatMap((mark) => mark.items.map(({ key }) => key));
        const inView = items.filter(({ span }) => extentOf(span, line.x, line.width)).map(({ key }) => key);
        expect([...drawn].sort()).toEqual([...inView].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('there are no more rows than there may be, and as few marks as there is room for', () => {
    fc.assert(
      fc.property(lists(1000), lines, (items, line) => {
        const { marks, rows } = layouter(items)(line);
        expect(rows).toBeLessThanOrEqual(line.maxRows);
        expect(marks.every(({ row }) => row < rows)).toBe(true);
        expect(marks.length).toBeLessThanOrEqual(line.maxRows * (line.width / 20 + 2));
      }),
      { numRuns: 200 },
    );
  });

  it('a mark covers all of what its events can mean, and nothing else', () => {
    fc.assert(
      fc.property(lists(1000), lines, (items, line) => {
        for (const mark of layouter(items)(line).marks) {
          const extents = mark.items.flatMap(({ span }) => extentOf(span, line.x, line.width) ?? []);
          expect(mark.x0).toBe(Math.min(...extents.map(({ x0 }) => x0)));
          expect(mark.x1).toBe(Math.max(...extents.map(({ x1 }) => x1)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('an event at the very edge is in view, however the numbers are rounded', () => {
    const [width, days] = [964, 19_459];
    const scale = width / days;
    const span = { start: epoch + days, end: epoch + days + 1, point: true, ...sure };
    const line = { scale, width, maxRows: 10, x: (day: number) => (day - epoch) * scale };
    expect(layouter([{ key: 'last', span, labelWidth: 0 }])(line).marks).toHaveLength(1);
  });

  it('long dates stay apart beside very many days and open dates, as far as there are rows', () => {
    const long = Array.from({ length: 7 }, (_, index): Item => {
      const [start, end] = [epoch + 400 * index, epoch + 13_500 - 400 * index];
      return { key: `long ${index}`, labelWidth: 100, span: { start, end, point: false, ...sure } };
    });
    const others = manyEvents(10_000).filter(({ span }) => span.point || span.start === null);
    const [width, scale] = [1200, 1200 / 14_000];
    const line = { scale, width, maxRows: 10, x: (day: number) => (day - epoch) * scale };
    const { marks, rows } = layouter([...others, ...long])(line);
    for (const item of long) expect(marks.map(({ items }) => items)).toContainEqual([item]);
    expect(rows).toBe(10);
  });

  it('very many are as many marks as are told apart, and the same marks while the view moves', () => {
    const layOut = layouter(manyEvents(10_000));
    const width = 1000;
    for (let days = 20_000; days > 1_000; days *= 0.8) {
      const scale = width / days;
      const marksFrom = (from: number) =>
        layOut({ x: (day) => (day - epoch - from) * scale, scale, width, maxRows: 10 }).marks;
      const marks = marksFrom(0);
      // A cell of time is less than 88 pixels wide; and there is the mark of what is open.
      expect(marks.length).toBeGreaterThanOrEqual(Math.floor(width / 88) + 1);
      expect(Math.max(...marks.map(({ items }) => items.length))).toBeLessThan(10_000 / 10);
      const inside = marks.filter(({ x0, x1 }) => x0 > 120 && x1 < width);
      const after = new Set(marksFrom(days / 10).map(({ items }) => items.map(({ key }) => key).join()));
      expect(inside.length).toBeGreaterThanOrEqual(8);
      for (const { items } of inside) expect(after).toContain(items.map(({ key }) => key).join());
    }
  });

  it('a cluster comes nearer only as far as it helps, and ends in single events', () => {
    const item = (key: string, day: number): Item => ({
      key,
      labelWidth: 0,
      span: { start: epoch + day, end: epoch + day + 1, point: true, ...sure },
    });
    const whole = { from: epoch, to: epoch + 4000 };
    const mark = (items: readonly Item[]) => ({
      items,
      x0: 0,
      x1: 0,
      row: 0,
      label: { side: 'right', room: 0 } as const,
    });
    const nearer = rangeAround(mark([item('a', 100), item('b', 110)]), whole, whole);
    expect(nearer && nearer.to - nearer.from).toBeLessThan(40);
    expect(nearer?.from).toBeLessThan(epoch + 100);
    expect(rangeAround(mark([item('a', 100), item('b', 100)]), whole, whole)).toBeUndefined();
  });
});

describe('what a mark of several says', () => {
  const spanned = (start: number | null, end: number | null, approximate = false): Item => {
    const span = { start, end, point: false, approximate, uncertain: false };
    return { key: '', span, labelWidth: 0 };
  };

  it('an end is open or "about" where what reaches it is', () => {
    expect(endsOf([spanned(0, 10), spanned(2, 8, true)])).toEqual({ start: 'sure', end: 'sure' });
    expect(endsOf([spanned(0, 10), spanned(0, 8, true)])).toEqual({ start: 'about', end: 'sure' });
    expect(endsOf([spanned(0, 10), spanned(5, 12, true)])).toEqual({ start: 'sure', end: 'about' });
    expect(endsOf([spanned(null, 10), spanned(null, 8)])).toEqual({ start: 'open', end: 'sure' });
    expect(endsOf([spanned(null, 10), spanned(null, null)])).toEqual({ start: 'open', end: 'open' });
  });

  it('its name ends with the date that ends last, not with that which begins last', () => {
    const eventOf = (label: string) => ({ title: `Title ${label}`, date: { label } }) as DrawnEvent;
    const events = new Map(['2010s', '2015', '2016'].map((label) => [label, eventOf(label)]));
    const item = (key: string, start: number | null, end: number | null): Item => {
      return { ...spanned(start, end), key };
    };
    const name = (...items: Item[]) =>
      nameOf({ items }, events, {
        oneMark: (title, date) => `${title}, ${date}`,
        manyMark: (count, from, to) => `${count}: ${from} to ${to}`,
      });
    expect(name(item('2015', 5, 6))).toBe('Title 2015, 2015');
    expect(name(item('2010s', 0, 10), item('2015', 5, 6))).toBe('2: 2010s to 2010s');
    expect(name(item('2015', 5, 6), item('2016', 6, 7))).toBe('2: 2015 to 2016');
    expect(name(item('2015', 5, null), item('2016', 6, 7))).toBe('2: 2015 to 2015');
  });
});

describe('ranges', () => {
  const whole = { from: epoch, to: epoch + 5000 };
  const ranges = fc
    .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 6, max: 5000 }))
    .map(([from, length]) => clamped({ from: epoch + from, to: epoch + from + length }, whole));

  it('zooming keeps the moment under the pointer, if the end of time is not near', () => {
    const range = { from: epoch + 1000, to: epoch + 3000 };
    const next = zoomed(range, 0.5, epoch + 1500, whole);
    expect((epoch + 1500 - next.from) / (next.to - next.from)).toBeCloseTo(0.25);
  });

  it('there is always something in view, never shorter than some days', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (range, factor, share) => {
          for (const next of [
            zoomed(range, factor, (range.from + range.to) / 2, whole),
            moved(range, share, whole),
          ]) {
            expect(next.to - next.from).toBeGreaterThanOrEqual(6 - 1e-6);
            expect(next.from).toBeLessThan(whole.to);
            expect(next.to).toBeGreaterThan(whole.from);
          }
        },
      ),
    );
  });

  it('the address has whole days, and they lead back', () => {
    const range = { from: dayNumber('2019-07-01'), to: dayNumber('2019-08-01') };
    expect(daysOf(range)).toEqual({ from: '2019-07-01', to: '2019-07-31' });
    expect(rangeOf('2019-07-01', '2019-07-31')).toEqual(range);
    expect(rangeOf('2019-07-31', '2019-07-01')).toBeUndefined();
  });

  it('the whole has all that is dated in it, also where only one end is', () => {
    const { from, to } = wholeOf([
      { earliest: null, latest: '2019-07-24' },
      { earliest: '2015-12-01', latest: '2015-12-31' },
      { earliest: null, latest: null },
    ]);
    expect(from).toBeLessThan(dayNumber('2015-12-01'));
    expect(to).toBeGreaterThan(dayNumber('2019-07-24'));
  });
});

describe('the axis', () => {
  it('goes from decades to days, and each part of it says its year', () => {
    const labels = (from: string, to: string) =>
      ticksOf({ from: dayNumber(from), to: dayNumber(to) }, 900, 'en').map(({ label }) => label);
    expect(labels('1900-01-01', '2000-01-01')).toEqual(expect.arrayContaining(['1910', '1990']));
    expect(labels('2019-01-01', '2019-12-31')[0]).toContain('2019');
    expect(labels('2019-07-10', '2019-07-20')).toEqual(expect.arrayContaining(['Jul 12']));
    expect(labels('2019-07-10', '2019-07-20')[0]).toContain('2019');
  });

  it('has no labels nearer than they are long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60_000 }), fc.integer({ min: 280, max: 1600 }), (days, width) => {
        const range = { from: epoch, to: epoch + days };
        const places = ticksOf(range, width, 'ko').map(({ day }) => ((day - range.from) / days) * width);
        for (const [index, place] of places.slice(1).entries())
          expect(place - (places[index] ?? 0)).toBeGreaterThan(28);
      }),
    );
  });
});

describe('the histogram', () => {
  const bucket = (
    key: string,
    kind: string,
    count: number,
    earliest: string | null,
    latest: string | null,
  ) => ({
    key,
    kind,
    count,
    earliest,
    latest,
    label: key,
  });

  it('counts what is coarse in a bar of its own, and loses nothing', () => {
    const buckets = [
      bucket('2015-Q4', 'QUARTER', 2, '2015-10-01', '2015-12-31'),
      bucket('2015', 'YEAR', 3, '2015-01-01', '2015-12-31'),
      bucket('OPEN', 'OPEN', 1, null, null),
    ];
    const { bars, loose, highest } = histogramOf(buckets, 'QUARTER');
    expect(bars.map(({ key, coarse, count }) => [key, coarse, count])).toEqual([
      ['2015', true, 3],
      ['2015-Q4', false, 2],
    ]);
    expect(loose.map(({ key }) => key)).toEqual(['OPEN']);
    expect(highest).toBe(3);
  });

  it('has a unit that fits the whole', () => {
    expect(unitOf({ from: 0, to: 365 })).toBe('MONTH');
    expect(unitOf({ from: 0, to: 4000 })).toBe('QUARTER');
    expect(unitOf({ from: 0, to: 36_000 })).toBe('YEAR');
    expect(unitOf({ from: 0, to: 365_000 })).toBe('DECADE');
  });
});
