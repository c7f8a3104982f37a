import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask, type Data } from '../support/ask.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { threeTellings } from '../support/three-tellings.ts';

/** A day before anything was published, then one after each of the three articles. */
const days = ['2017-06-29', '2017-06-30', '2019-07-24', '2020-01-02'] as const;
const [before, early, middle, late] = days;

describeOnEachEngine('the graph as it was known', (open) => {
  const ready = loadedStore(open, () => threeTellings);

  async function askWell(source: string): Promise<Data> {
    const { data, errors } = await ask(await ready(), source);
    expect(errors).toEqual([]);
    return data;
  }

  /** What `selection` answers by the knowledge of each day, `$day` standing for it. */
  async function byDay(selection: (reportedBy: string) => string): Promise<Data[]> {
    return Promise.all(days.map((day) => askWell(selection(`reportedBy: "${day}"`))));
  }

  it('has the entities that had been reported', async () => {
    const answers = await byDay((known) => `{ entities(${known}) { nodes { slug } totalCount } }`);
    const slugs = answers.map(({ entities }) => entities.nodes.map(({ slug }: Data) => slug));
    expect(slugs).toEqual([
      [],
      ['acme', 'ann', 'bob', 'publisher'],
      ['acme', 'ann', 'bob', 'cid', 'dan', 'eve', 'publisher', 'zed'],
      ['acme', 'ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'publisher', 'zed'],
    ]);
    expect(answers.map(({ entities }) => entities.totalCount)).toEqual(slugs.map(({ length }) => length));
  });

  it('dates events as they were told, in the order of those dates', async () => {
    const answers = await byDay(
      (known) =>
        `{ events(${known}, kinds: [FOUNDING, INVESTMENT, DEPARTURE]) { nodes { slug date { edtf } } } }`,
    );
    expect(
      answers.map(({ events }) => events.nodes.map(({ slug, date }: Data) => `${slug} ${date.edtf}`)),
    ).toEqual([
      [],
      ['founding 2015', 'seed 2016-03'],
      ['founding 2015-12', 'seed 2016-03-15', 'departure 2018-02'],
      ['founding 2016-01', 'seed 2016-03-15', 'departure 2018-11'],
    ]);
  });

  it('finds events by the dates they were known to have', async () => {
    const answers = await byDay(
      (known) =>
        `{ timeline(${known}, kinds: [FOUNDING], from: "2016-01-01") { totalCount buckets(unit: YEAR) { key count } } }`,
    );
    expect(answers.map(({ timeline }) => timeline)).toEqual([
      { totalCount: 0, buckets: [] },
      { totalCount: 0, buckets: [] },
      { totalCount: 0, buckets: [] },
      // Its sources have it in two years, of which neither is its bucket.
      { totalCount: 1, buckets: [{ key: '201X', count: 1 }] },
    ]);
  });

  it('has the sums, titles of office and derived relationships that were told', async () => {
    const answers = await byDay(
      (known) =>
        `{ events(${known}, kinds: [INVESTMENT, FOUNDING]) { nodes { ... on Investment { amounts { amount } } ... on Founding { opens { id from { slug } } } } } }`,
    );
    const told = answers.map(({ events }) => {
      const amounts = events.nodes.flatMap(
        (node: Data) => node.amounts?.map(({ amount }: Data) => amount) ?? [],
      );
      const opens = events.nodes.flatMap(
        (node: Data) => node.opens?.map(({ from }: Data) => from.slug) ?? [],
      );
      return [amounts, opens];
    });
    expect(told).toEqual([
      [[], []],
      [['100'], ['ann']],
      [['100'], ['ann', 'cid']],
      [['150'], ['ann', 'cid', 'fay']],
    ]);
  });

  it('names the participants that were told', async () => {
    const answers = await byDay(
      (known) => `{ event(slug: "founding") { participants(${known}) { role entity { slug } } } }`,
    );
    const founders = answers.map(({ event }) =>
      event.participants
        .filter(({ role }: Data) => role === 'FOUNDER')
        .map(({ entity }: Data) => entity.slug),
    );
    expect(founders.map((some) => [...some].sort())).toEqual([
      [],
      ['ann'],
      ['ann', 'cid'],
      ['ann', 'cid', 'fay'],
    ]);
  });

  it('lists an event of an entity from when its part in it was told', async () => {
    const answers = await byDay(
      (known) => `{ entity(slug: "cid") { timeline(${known}) { nodes { slug } totalCount } } }`,
    );
    expect(answers.map(({ entity }) => entity.timeline.nodes.map(({ slug }: Data) => slug))).toEqual([
      [],
      [],
      ['founding'],
      ['founding'],
    ]);
    // In the middle article the founding is told of Ann too, as it was from the beginning.
    const ann = await byDay((known) => `{ entity(slug: "ann") { timeline(${known}) { totalCount } } }`);
    expect(ann.map(({ entity }) => entity.timeline.totalCount)).toEqual([0, 1, 3, 3]);
  });

  const held = `certaintyOn(day: "2018-06-01") since { edtf } until { edtf } attested openedBy { slug } closedBy { slug }`;

  it('bounds relationships by what was told of them', async () => {
    const answers = await byDay(
      (known) => `{ person(slug: "ann") { positions(${known}) { edges { relationship { ${held} } } } } }`,
    );
    const edges = answers.map(({ person }) =>
      person.positions.edges.map(({ relationship }: Data) => relationship),
    );
    const known = {
      certaintyOn: 'POSSIBLE',
      since: { edtf: '2015' },
      until: null,
      attested: ['2017-06-30'],
      openedBy: null,
      closedBy: null,
    };
    expect(edges).toEqual([
      [],
      [known],
      [{ ...known, certaintyOn: 'NO', until: { edtf: '2018-02' }, closedBy: { slug: 'departure' } }],
      // By the middle article she had left, by the late one she had not.
      [{ ...known, until: { edtf: '2018-11' }, closedBy: { slug: 'departure' } }],
    ]);
  });

  it('answers who held an office on a day by what was known', async () => {
    const on = async (asOf: string) =>
      (
        await byDay(
          (known) =>
            `{ organization(slug: "acme") { people(${known}, asOf: "${asOf}") { edges { certainty node { slug } } } } }`,
        )
      ).map(({ organization }) =>
        organization.people.edges.map(({ certainty, node }: Data) => `${node.slug} ${certainty}`),
      );
    expect(await on('2017-01-01')).toEqual([
      [],
      ['ann CERTAIN'],
      ['ann CERTAIN', 'eve POSSIBLE'],
      // The late article has Dan out of office by the end of 2017, the middle one has him come in 2018.
      ['ann CERTAIN', 'dan POSSIBLE', 'eve POSSIBLE'],
    ]);
    expect(await on('2018-06-01')).toEqual([
      [],
      ['ann POSSIBLE'],
      ['dan POSSIBLE', 'eve POSSIBLE'],
      ['ann POSSIBLE', 'dan POSSIBLE', 'eve POSSIBLE'],
    ]);
  });

  it('orders relationships by the ends they were known to have', async () => {
    const answers = await byDay(
      (known) =>
        `{ organization(slug: "acme") { people(${known}, orderBy: [{field: UNTIL}]) { nodes { slug } edges { relationship { until { edtf } } } } } }`,
    );
    const ends = answers.map(({ organization: { people } }) =>
      people.edges.map(
        ({ relationship }: Data, place: number) =>
          `${people.nodes[place].slug} ${relationship.until?.edtf ?? '-'}`,
      ),
    );
    expect(ends).toEqual([
      [],
      ['ann -'],
      ['ann 2018-02', 'dan -', 'eve -'],
      ['dan 2017', 'ann 2018-11', 'eve -'],
    ]);
  });

  it('cites and describes by what had been published', async () => {
    const answers = await byDay(
      (
        known,
      ) => `{ event(slug: "founding") { citations(${known}) { nodes { article { slug } } } descriptions(${known}) { nodes { text } } }
        person(slug: "ann") { citations(${known}) { totalCount } founded(${known}) { edges { relationship { citations { nodes { article { slug } paragraph } } } } } } }`,
    );
    const slugs = (nodes: Data[]) => nodes.map(({ article }) => article.slug);
    expect(answers.map(({ event }) => slugs(event.citations.nodes))).toEqual([
      [],
      ['early'],
      ['early', 'middle'],
      ['early', 'middle', 'late'],
    ]);
    expect(answers.map(({ event }) => event.descriptions.nodes.map(({ text }: Data) => text))).toEqual([
      [],
      ['To sell anvils.'],
      ['To sell anvils.', 'To sell rockets.'],
      ['To sell anvils.', 'To sell rockets.'],
    ]);
    expect(answers.map(({ person }) => person.citations.totalCount)).toEqual([0, 1, 2, 3]);
    const cited = answers.map(({ person }) =>
      person.founded.edges.flatMap(({ relationship }: Data) => slugs(relationship.citations.nodes)),
    );
    expect(cited.map((some) => [...some].sort())).toEqual([
      [],
      ['early'],
      ['early', 'middle'],
      ['early', 'late', 'middle'],
    ]);
  });

  it('is the graph of today on the day of the last article and ever after, and nothing before the first', async () => {
    const question = (known: string) =>
      `{ entities${known && `(${known})`} { nodes { slug relationships${known && `(${known})`} { totalCount nodes { id ${held} } } timeline${known && `(${known})`} { totalCount nodes { slug date { edtf } } } } } }`;
    const now = await askWell(question(''));
    expect(await askWell(question(`reportedBy: "${late}"`))).toEqual(now);
    expect(await askWell(question('reportedBy: "9999-12-31"'))).toEqual(now);
    expect((await askWell(question(`reportedBy: "${before}"`))).entities.nodes).toEqual([]);
    expect(await askWell(question(`reportedBy: "${early}"`))).toEqual(
      await askWell(question('reportedBy: "2019-07-23"')),
    );
    expect(await askWell(question(`reportedBy: "${middle}"`))).toEqual(
      await askWell(question('reportedBy: "2020-01-01"')),
    );
  });

  it('is what a graph without the later articles says', async () => {
    const whole = (known: string) => {
      const args = known && `(${known})`;
      // Only the lists at the top name the day: what is inside inherits it.
      const event = `slug date { edtf } sources { slug } disagreements { field } participants { role entity { slug } }
        partOf { slug } opens { id since { edtf } } closes { id until { edtf } } descriptions { nodes { text } } citations { nodes { id } }
        ... on Founding { founders { slug } organization { slug } purpose { text } }`;
      const relationship = `id ${held} sources { slug } disagreements { field } from { slug } to { slug }
        openedBy { ${event} } closedBy { slug date { edtf } } citations { nodes { id } }`;
      return `{ entities${args} { nodes { slug relationships { nodes { ${relationship} } } timeline { totalCount nodes { ${event} } }
          ... on Organization { founding { slug date { edtf } participants { entity { slug } } purpose { text } } people { nodes { slug } } } descriptions { nodes { text } } citations { nodes { id } } } }
        facts(first: 100 ${known}) { nodes { __typename ... on Event { ${event} } ... on Relationship { ${relationship} } } totalCount }
        changes(between: {from: "2010-01-01", to: "2020-12-31"} ${known}) { nodes { kind certainty date { edtf } entities { slug }
          event { ${event} } relationship { ${relationship} } } totalCount } }`;
    };
    const then = await Promise.all(days.map((day) => askWell(whole(`reportedBy: "${day}"`))));
    // Opening a store empties the one before, so this comes last.
    for (const [place, day] of days.entries()) {
      const store = await open();
      await loadDossiers(
        store,
        threeTellings.filter(({ article }) => article.published <= day),
      );
      const { data, errors } = await ask(store, whole(''));
      expect(errors).toEqual([]);
      expect(withoutOrder(then[place])).toEqual(withoutOrder(data));
    }
  });
});

/** Participants stand in the order of the dossiers, of which later ones come first. */
function withoutOrder(data: Data): Data {
  const unordered = new Set(['entities', 'participants', 'founders', 'investors']);
  const keyOf = (value: unknown) => JSON.stringify(value);
  return JSON.parse(JSON.stringify(data), (key, value) =>
    unordered.has(key) && Array.isArray(value)
      ? value.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      : value,
  );
}
