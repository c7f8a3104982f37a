import { expect, it } from 'vitest';
import { agreedTimes } from '../../src/dossier/agreed-times.ts';
import { agreedDate, reportedDay } from '../../src/dossier/dates.ts';
import type { Dossier } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import { groupedBy, newestFirst } from '../../src/dossier/merge.ts';
import { eventsOf } from '../../src/dossier/publications.ts';
import { type Claim, claimsOf, passageId } from '../../src/dossier/relationships.ts';
import { changeList } from '../../src/graph/statements/change.ts';
import { factList, supportList } from '../../src/graph/statements/fact.ts';
import type { List } from '../../src/graph/statements/list.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { sourcings } from '../../src/model/facts.ts';
import { relationshipRule } from '../../src/model/vocabulary.ts';
import { parseEdtf } from '../../src/time/edtf.ts';
import { describeOnEachEngine } from '../engines.ts';
import { generateDossiers } from '../support/generated.ts';
import { expectPagesAlike, wholeList } from '../support/pages.ts';

const dossiers = generateDossiers(20261125, { entities: 220, relationships: 520, events: 160 });
const ranges = [
  { from: '2015-12-01', to: '2015-12-31' },
  { from: '2016-01-01', to: '2018-06-30' },
  { from: '2018-02-20', to: '2018-02-20' },
  { from: '1000-01-01', to: '9999-12-31' },
  { from: '2020-01-01', to: '2030-12-31' },
] as const;
type Range = (typeof ranges)[number];

/** Every id of a graph's changes with how sure each is, reckoned from what the dossiers say. */
function changesIn(all: readonly Dossier[], range: Range): Map<string, string> {
  const ordered = newestFirst(all);
  const changes = new Map<string, string>();
  const add = (key: string, dates: readonly (string | null | undefined)[], clashes: boolean) => {
    const certainty = certaintyIn(range, dates, clashes);
    if (certainty) changes.set(key, certainty);
  };
  for (const [id, claims] of groupedBy(ordered.flatMap(claimsOf), ({ id }) => id)) {
    const attested = claims.flatMap((claim) => claim.attested);
    const permanent = relationshipRule(claims[0]?.type ?? 'FOUNDED').permanent ?? false;
    const { since, until } = agreedTimes(claims, attested, permanent);
    add(`BEGAN ${id}`, [since.edtf, ...since.rivals], since.clashes);
    add(`ENDED ${id}`, [until.edtf, ...until.rivals], until.clashes);
  }
  for (const [id, events] of groupedBy(ordered.flatMap(eventsOf), ({ id }) => id)) {
    const { edtf, rivals } = agreedDate(events.map(({ date }) => date));
    add(`HAPPENED ${id}`, [edtf, ...rivals], false);
  }
  return changes;
}

/** Possible where one of the dates touches the range, certain where all lie in it and none is in doubt. */
function certaintyIn({ from, to }: Range, dates: readonly (string | null | undefined)[], clashes: boolean) {
  const told = dates.flatMap((edtf) => (edtf ? [parseEdtf(edtf)] : []));
  const isOpen = ({ earliest, latest }: (typeof told)[number]) => earliest === null || latest === null;
  const touches = told.some(({ earliest, latest }) => (earliest ?? from) <= to && (latest ?? to) >= from);
  if (!touches) return undefined;
  const isSure = told.every(
    (date) =>
      !isOpen(date) &&
      !date.uncertain &&
      !date.approximate &&
      from <= String(date.earliest) &&
      String(date.latest) <= to,
  );
  return isSure && !clashes ? 'CERTAIN' : 'POSSIBLE';
}

const sorted = (values: Iterable<string>) => [...values].sort();

describeOnEachEngine('changes and facts of a generated graph', (open) => {
  let store: GraphStore;
  const rowsOf = <T>(list: List<T>, parent = '') => wholeList(store, list, parent);
  const changesOf = async (range: Range, more: object = {}) => {
    const rows = await rowsOf(changeList('ALL', { between: range, ...more }));
    return new Map(rows.map(([, { kind, id, certainty }]) => [`${kind} ${id}`, certainty]));
  };
  const pagesAlike = async <T>(list: List<T>, parent: string, limit: number) =>
    (await expectPagesAlike(store, list, parent, limit)).length;

  it('lists the changes of a range that the dossiers tell, each as sure as they are', async () => {
    store = await open();
    await loadDossiers(store, dossiers);
    for (const range of ranges) {
      const expected = changesIn(dossiers, range);
      const found = await changesOf(range);
      expect([range, sorted(found.keys())]).toEqual([range, sorted(expected.keys())]);
      expect([range, Object.fromEntries(found)]).toEqual([range, Object.fromEntries(expected)]);
    }
    expect(new Set(changesIn(dossiers, ranges[1]).values())).toEqual(new Set(['CERTAIN', 'POSSIBLE']));
    expect(changesIn(dossiers, ranges[3]).size).toBeGreaterThan(400);
  });

  it('gives of each entity the changes that name it', async () => {
    const range = ranges[1];
    const changes = changesIn(dossiers, range);
    const parts = new Map<string, Set<string>>();
    const part = (key: string, ...ids: readonly string[]) =>
      parts.set(key, new Set([...(parts.get(key) ?? []), ...ids]));
    for (const { id, from, to } of dossiers.flatMap(claimsOf)) part(id, from, to);
    for (const { id, participants } of dossiers.flatMap(eventsOf))
      part(
        id,
        ...Object.values(participants).flatMap((some = []) =>
          some.map((one) => (typeof one === 'string' ? one : one.id)),
        ),
      );
    const mine = (slugs: readonly string[]) =>
      sorted(
        [...changes.keys()].filter((key) =>
          slugs.some((slug) => parts.get(key.split(' ')[1] ?? '')?.has(slug)),
        ),
      );
    const entities = [...new Set(dossiers.flatMap((dossier) => dossier.entities.map(({ id }) => id)))].slice(
      0,
      60,
    );
    for (const slug of entities) {
      const rows = await rowsOf(changeList('ENTITY', { between: range }), slug);
      expect([slug, sorted(rows.map(([, { kind, id }]) => `${kind} ${id}`))]).toEqual([slug, mine([slug])]);
    }
    const some = entities.slice(0, 20);
    expect(sorted((await changesOf(range, { about: some })).keys())).toEqual(mine(some));
  });

  it('counts the sources of every fact, and splits facts into told once and told more often', async () => {
    const tellers = new Map<string, Set<string>>();
    const tell = (id: string, article: string) =>
      tellers.set(id, (tellers.get(id) ?? new Set()).add(article));
    for (const dossier of dossiers) {
      for (const { id } of [...claimsOf(dossier), ...eventsOf(dossier)]) tell(id, dossier.article.id);
    }
    const ids = async (sources?: (typeof sourcings)[number]) =>
      sorted((await rowsOf(factList({ sources }))).map(([, { id }]) => id));
    const told = (count: (size: number) => boolean) =>
      sorted([...tellers].filter(([, some]) => count(some.size)).map(([id]) => id));
    expect(await ids()).toEqual(told(() => true));
    expect(await ids('SINGLE')).toEqual(told((size) => size === 1));
    expect(await ids('SEVERAL')).toEqual(told((size) => size > 1));
    const disagreeing = await ids('DISAGREEING');
    expect(disagreeing.length).toBeGreaterThan(10);
    expect(
      disagreeing.filter((id) => (tellers.get(id)?.size ?? 0) < 2).filter((id) => !contradictsItself(id)),
    ).toEqual([]);
  });

  it('supports from each passage the relationships that cite it', async () => {
    for (const dossier of dossiers)
      for (const key of Object.keys(dossier.passages).slice(0, 20)) {
        const passage = passageId(dossier.article.id, key);
        const rows = await rowsOf(supportList('PASSAGE', { kinds: ['RELATIONSHIP'] }), passage);
        const citing = claimsOf(dossier).filter(({ cites }) => cites.includes(passage));
        expect([passage, rows.map(([, { id }]) => id)]).toEqual([
          passage,
          sorted(new Set(citing.map(({ id }) => id))),
        ]);
      }
  });

  it('pages alike from both ends, in every order', async () => {
    const between = ranges[1];
    const [first] = dossiers;
    for (const direction of ['ASC', 'DESC'] as const) {
      const size = await pagesAlike(
        changeList('ALL', { between, orderBy: [{ field: 'DATE', direction }] }),
        '',
        60,
      );
      expect(size).toBeGreaterThan(100);
      await pagesAlike(changeList('ALL', { between, orderBy: [{ field: 'KIND', direction }] }), '', 150);
      await pagesAlike(factList({ orderBy: [{ field: 'KIND', direction }] }), '', 150);
      await pagesAlike(factList({ sources: 'DISAGREEING', orderBy: [{ field: 'DATE', direction }] }), '', 7);
    }
    await pagesAlike(changeList('ALL', { between, reportedBy: '2019-01-01' }), '', 90);
    await pagesAlike(supportList('ARTICLE', {}), first?.article.id ?? '', 90);
  });

  it('is, by what was known on a day, the graph of the articles published by then', async () => {
    const days = [...new Set(dossiers.map(({ article }) => reportedDay(article.published)))].sort();
    const lists = (more: object) => [
      ...ranges.map((between) => changeList('ALL', { between, ...more })),
      ...[undefined, ...sourcings].map((sources) => factList({ sources, ...more })),
    ];
    const answers = async (more: object) => {
      const found: unknown[] = [];
      for (const list of lists(more)) found.push(await rowsOf<unknown>(list as List<unknown>));
      return found;
    };
    const then: unknown[][] = [];
    for (const reportedBy of days) then.push(await answers({ reportedBy }));
    expect(days.length).toBeGreaterThan(2);
    // Opening a store empties the one before, so this comes last.
    for (const [place, day] of days.entries()) {
      store = await open();
      await loadDossiers(
        store,
        dossiers.filter(({ article }) => reportedDay(article.published) <= day),
      );
      expect([day, then[place]]).toEqual([day, await answers({})]);
    }
  });
});

/** One article can date a relationship in two ways too: under the relationship, and by the event that began it. */
function contradictsItself(id: string): boolean {
  return dossiers.some((dossier) => {
    const claims: readonly Claim[] = claimsOf(dossier).filter((claim) => claim.id === id);
    return claims.length > 1;
  });
}
