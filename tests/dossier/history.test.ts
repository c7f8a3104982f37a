import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyProperties, sourcesOf, type Told, versionsOf } from '../../src/dossier/history.ts';

type Telling = Told & { readonly says: string };
type Tellings = readonly [Telling, ...Telling[]];

const telling = (article: string, reported: string, says = article): Telling => ({ article, reported, says });
const said = (tellings: Tellings) => tellings.map(({ says }) => says);
const sourced = (tellings: Tellings) => ({
  says: said(tellings),
  sourceCount: sourcesOf(tellings).length,
  contested: new Set(said(tellings)).size > 1 ? ['date'] : [],
});

const tellings = fc
  .array(
    fc.record({
      article: fc.constantFrom('a', 'b', 'c', 'd'),
      reported: fc.constantFrom('2018-01-01', '2019-07-24', '2019-07-25', '2020-01-01'),
      says: fc.constantFrom('x', 'y'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => {
    // An article is published once; the newest comes first.
    const days = new Map(all.map(({ article, reported }) => [article, reported]));
    return all
      .map((one) => ({ ...one, reported: days.get(one.article) ?? one.reported }))
      .sort((one, other) => (one.reported < other.reported ? 1 : -1)) as unknown as Tellings;
  });

describe('versionsOf', () => {
  it('makes one state a day of reporting, each of all that was told by then, newest first', () => {
    const all: Tellings = [telling('c', '2020'), telling('b', '2019'), telling('a', '2019')];
    expect(versionsOf(all, said)).toEqual([
      { from: '2019', record: ['b', 'a'] },
      { from: '2020', record: ['c', 'b', 'a'] },
    ]);
  });

  it('has one state where all is told on one day', () => {
    expect(versionsOf([telling('a', '2019'), telling('b', '2019')], said)).toHaveLength(1);
  });

  it('ends with the state of all tellings and begins with that of the first day, days ascending', () => {
    fc.assert(
      fc.property(tellings, (all) => {
        const versions = versionsOf(all, said);
        const days = versions.map(({ from }) => from);
        expect(days).toEqual([...new Set(all.map(({ reported }) => reported))].sort());
        expect(versions.at(-1)?.record).toEqual(said(all));
        for (const { from, record } of versions)
          expect(record).toEqual(all.filter(({ reported }) => reported <= from).map(({ says }) => says));
      }),
    );
  });
});

describe('sourcesOf', () => {
  it('names each article once, oldest first, and those of one day by id', () => {
    const all = [telling('b', '2020'), telling('c', '2019'), telling('a', '2019'), telling('c', '2019')];
    expect(sourcesOf(all)).toEqual(['a', 'c', 'b']);
  });

  it('begins, for every state, with the sources of that state', () => {
    fc.assert(
      fc.property(tellings, (all) => {
        const whole = sourcesOf(all);
        for (const { record } of versionsOf(all, sourcesOf))
          expect(whole.slice(0, record.length)).toEqual(record);
      }),
    );
  });
});

describe('historyProperties', () => {
  const saysIn = (states: readonly ReturnType<typeof sourced>[]) => ({
    historySays: states.map(({ says }) => says.join()),
  });

  it('keeps states, and lists of what is in them, only where there is more than one', () => {
    const [one, two] = [telling('a', '2019'), telling('b', '2020')];
    expect(historyProperties(versionsOf([one], sourced), saysIn)).toEqual({ reportedFrom: ['2019'] });
    expect(historyProperties(versionsOf([two, one], sourced), saysIn)).toEqual({
      reportedFrom: ['2019', '2020'],
      history: [
        JSON.stringify({ says: ['a'], sourceCount: 1, contested: [] }),
        JSON.stringify({ says: ['b', 'a'], sourceCount: 2, contested: ['date'] }),
      ],
      historySources: [1, 2],
      historyContested: [false, true],
      historySays: ['a', 'b,a'],
    });
  });

  it('runs its lists side by side, and never has fewer sources later', () => {
    fc.assert(
      fc.property(tellings, (all) => {
        const properties = historyProperties(versionsOf(all, sourced), saysIn);
        const { reportedFrom, ...lists } = properties as { [name: string]: unknown[] };
        const states = reportedFrom?.length ?? 0;
        expect(Object.keys(lists)).toHaveLength(states > 1 ? 4 : 0);
        for (const list of Object.values(lists)) expect(list).toHaveLength(states);
        const sources = (lists.historySources ?? []) as number[];
        expect(sources).toEqual([...sources].sort((a, b) => a - b));
      }),
    );
  });
});
