import { expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import { describeOnEachEngine } from '../engines.ts';
import { sketch } from '../support/dossiers.ts';

const founding = {
  id: 'founding',
  kind: 'Founding',
  date: '2015-12',
  participants: { FOUNDER: ['ann', 'bob'], FOUNDED: ['acme'] },
};
const people = ['ann:Person', 'bob:Person', 'acme:Organization'];
const first = sketch({ entities: people, events: [founding] });

describeOnEachEngine('loading dossiers', (open) => {
  it('stores the same graph however often it is loaded, and writes once', async () => {
    const store = await open();
    const before = await loadDossiers(store, [first]);
    const dump = await dumpGraph(store);
    expect(before).toEqual({ revision: 1, loaded: ['article-1'], unchanged: [], removed: [] });
    expect(await loadDossiers(store, [first])).toEqual({
      revision: 1,
      loaded: [],
      unchanged: ['article-1'],
      removed: [],
    });
    expect(await dumpGraph(store)).toBe(dump);
  });

  it('gives the same graph whether dossiers come together, apart, or in another order', async () => {
    const second = sketch({
      id: 'article-2',
      published: '2020-01-02',
      entities: ['ann:Person:Annie', 'cid:Person', 'acme:Organization'],
      events: [{ ...founding, date: '2015-12-11', participants: { FOUNDER: ['cid'], FOUNDED: ['acme'] } }],
    });
    const dumps: string[] = [];
    for (const loads of [[[first, second]], [[second, first]], [[first], [second]], [[second], [first]]]) {
      const store = await open();
      for (const dossiers of loads) await loadDossiers(store, dossiers);
      dumps.push(await dumpGraph(store));
    }
    expect(new Set(dumps).size).toBe(1);
    // The newer article's date and name stand; the older name is kept as an alias; founders are united.
    expect(dumps[0]).toContain('"dateEdtf":"2015-12-11"');
    expect(dumps[0]).toContain('"nameEn":"Annie"');
    expect(dumps[0]).toContain('"aliases":["ann"]');
    expect(dumps[0]?.match(/"type":"FOUNDED"/g)).toHaveLength(3);
  });

  it('takes back what a changed dossier no longer says and leaves what others say', async () => {
    const other = sketch({
      id: 'article-2',
      entities: ['ann:Person', 'acme:Organization'],
      relationships: [
        { type: 'HOLDS_POSITION', from: 'ann', to: 'acme', position: { id: 'ceo', title: { en: 'CEO' } } },
      ],
    });
    const changed = sketch({ entities: ['bob:Person', 'acme:Organization'] });
    const store = await open();
    await loadDossiers(store, [first, other]);
    await loadDossiers(store, [changed]);
    const after = await dumpGraph(store);
    // Opening a store of an engine empties the one before.
    const fresh = await open();
    await loadDossiers(fresh, [changed, other]);
    expect(after).toBe(await dumpGraph(fresh));
  });

  it('goes back to the graph before when a dossier is removed', async () => {
    const store = await open();
    await loadDossiers(store, [first]);
    const before = await dumpGraph(store);
    const second = sketch({
      id: 'article-2',
      entities: people,
      events: [{ ...founding, date: '2015-12-11' }],
    });
    await loadDossiers(store, [first, second]);
    expect(await loadDossiers(store, [first], { removeOthers: true })).toMatchObject({
      removed: ['article-2'],
    });
    expect(await dumpGraph(store)).toBe(before);
  });

  it('changes the kind of a thing when its only dossier does', async () => {
    const store = await open();
    await loadDossiers(store, [sketch({ entities: ['acme:Product'] })]);
    await loadDossiers(store, [sketch({ entities: ['acme:Organization'] })]);
    const after = await dumpGraph(store);
    const fresh = await open();
    await loadDossiers(fresh, [sketch({ entities: ['acme:Organization'] })]);
    expect(after).toBe(await dumpGraph(fresh));
  });

  it('stores nothing when dossiers contradict one another about what a thing is', async () => {
    const store = await open();
    await loadDossiers(store, [first]);
    const before = await dumpGraph(store);
    const contradicting = sketch({ id: 'article-2', entities: ['acme:Person', 'new:Person'] });
    await expect(loadDossiers(store, [contradicting])).rejects.toThrow(
      /"acme" is a (Person|Organization) in one dossier and a (Person|Organization) in another/,
    );
    expect(await dumpGraph(store)).toBe(before);
  });

  it('joins an appointment and a departure into one relationship with both ends', async () => {
    const position = { id: 'ceo', title: { en: 'CEO' } };
    const store = await open();
    await loadDossiers(store, [
      sketch({
        entities: people,
        events: [
          {
            id: 'in',
            kind: 'Appointment',
            date: '2016',
            position,
            participants: { APPOINTEE: ['ann'], ORGANIZATION: ['acme'] },
          },
          {
            id: 'out',
            kind: 'Departure',
            date: '2018-02',
            position,
            participants: { LEAVER: ['ann'], ORGANIZATION: ['acme'] },
          },
        ],
      }),
    ]);
    const lines = (await dumpGraph(store))
      .split('\n')
      .filter((line) => line.includes('"type":"HOLDS_POSITION"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '').properties).toMatchObject({
      id: 'ann.HOLDS_POSITION.acme.ceo',
      sinceEdtf: '2016',
      untilEdtf: '2018-02',
      openedBy: 'in',
      closedBy: 'out',
      certainFrom: '2016-12-31',
      certainTo: '2018-02-01',
    });
  });
});
