import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../engines.ts';
import { ask, type Data } from '../support/ask.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { threeTellings } from '../support/three-tellings.ts';

const slugs = ({ nodes }: Data): string[] => nodes.map(({ slug }: Data) => slug).sort();

/** Ranges around all dates of the story, open ones among them. */
const ranges = [
  '2015-01-01',
  '2015-12-31',
  '2016-01-15',
  '2018-01-01',
  '2018-03-01',
  '2018-06-01',
  '2018-11-30',
]
  .flatMap((from, at, days) => days.slice(at).map((to) => ({ from, to })))
  .concat([
    { from: '0001-01-01', to: '2018-02-01' },
    { from: '2018-03-01', to: '9999-12-31' },
  ]);

/** One source dates the departure, and so the end of Ann's office, in February 2018, another in November. */
describeOnEachEngine('dates that sources give differently', (open) => {
  const ready = loadedStore(open, () => threeTellings);

  async function answer(selection: string): Promise<Data> {
    const { data, errors } = await ask(await ready(), `{ ${selection} }`);
    expect(errors).toEqual([]);
    return data;
  }

  it('put an event in the range of each, and in none between them', async () => {
    const found = async (from: string, to: string) => {
      const range = `{from: "${from}", to: "${to}"}`;
      const { timeline, entities, acme } = await answer(`
        timeline(from: "${from}", to: "${to}", kinds: [DEPARTURE]) { totalCount }
        entities(where: {tookPart: {kinds: [DEPARTURE], occurred: ${range}}}) { nodes { slug } }
        acme: organization(slug: "acme") { relationships(where: {types: [HOLDS_POSITION], ended: ${range}}) { nodes { from { slug } } } }`);
      const people = acme.relationships.nodes.map((one: Data) => one.from.slug);
      return [timeline.totalCount, slugs(entities), people];
    };
    const there = [1, ['acme', 'ann'], ['ann']];
    expect(await found('2018-01-01', '2018-03-01')).toEqual(there);
    expect(await found('2018-11-30', '2018-12-01')).toEqual(there);
    expect(await found('2018-05-01', '2018-06-01')).toEqual([0, [], []]);
  });

  it.each(['', 'reportedBy: "2017-12-31"', 'reportedBy: "2019-12-31"'])(
    'put in a range what changes there, and nothing else: %s',
    async (known) => {
      for (const { from, to } of ranges) {
        // Lists that are filtered by more than days and kinds are read another way.
        const { timeline, filtered, without, changes } = await answer(`
        timeline(from: "${from}", to: "${to}", first: 100, ${known}) { nodes { slug } }
        filtered: timeline(from: "${from}", to: "${to}", where: {not: {slugs: []}}, first: 100, ${known}) { nodes { slug } }
        without: events(where: {not: {occurred: {from: "${from}", to: "${to}"}}}, first: 100, ${known}) { nodes { slug } }
        changes(between: {from: "${from}", to: "${to}"}, kinds: [HAPPENED], first: 100, ${known}) { nodes { event { slug } } }`);
        const changed = changes.nodes.map((one: Data) => one.event.slug).sort();
        expect([from, to, slugs(timeline)]).toEqual([from, to, changed]);
        expect([from, to, slugs(filtered)]).toEqual([from, to, changed]);
        const all = [...slugs(timeline), ...slugs(without)].sort();
        const { events } = await answer(`events(first: 100, ${known}) { nodes { slug } }`);
        expect(all).toEqual(slugs(events));
      }
    },
  );

  it('put an event in the bucket that holds them all', async () => {
    const { timeline } = await answer(`timeline(kinds: [DEPARTURE, INVESTMENT]) {
      MONTH: buckets(unit: MONTH) { key count } QUARTER: buckets(unit: QUARTER) { key count } DECADE: buckets(unit: DECADE) { key count } }`);
    expect(timeline).toEqual({
      MONTH: [
        { key: '2016-03', count: 1 },
        { key: '2018', count: 1 },
      ],
      QUARTER: [
        { key: '2016-Q1', count: 1 },
        { key: '2018', count: 1 },
      ],
      DECADE: [{ key: '201X', count: 2 }],
    });
    const then = await answer(
      'timeline(kinds: [DEPARTURE], reportedBy: "2019-12-31") { buckets(unit: MONTH) { key count } }',
    );
    expect(then.timeline.buckets).toEqual([{ key: '2018-02', count: 1 }]);
  });
});
