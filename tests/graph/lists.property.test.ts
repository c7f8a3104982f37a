import { expect, it } from 'vitest';
import { agreedDate } from '../../src/dossier/dates.ts';
import { groupedBy, newestFirst } from '../../src/dossier/merge.ts';
import { claimsOf } from '../../src/dossier/relationships.ts';
import { articleList, articleOrders, passageList } from '../../src/graph/statements/article.ts';
import { descriptionList } from '../../src/graph/statements/description.ts';
import { entityList, entityOrders } from '../../src/graph/statements/entity.ts';
import { eventList, eventOrders } from '../../src/graph/statements/event.ts';
import type { List } from '../../src/graph/statements/list.ts';
import { relationshipList, relationshipOrders } from '../../src/graph/statements/relationship.ts';
import { keysOf } from '../../src/model/keys.ts';
import type { RelatedEntity } from '../../src/model/things.ts';
import { relationshipRule, relationshipTypes } from '../../src/model/vocabulary.ts';
import { type FuzzyDate, parseEdtf } from '../../src/time/edtf.ts';
import { describeOnEachEngine } from '../engines.ts';
import { generateDossiers } from '../support/generated.ts';
import type { Placed } from '../support/lists.ts';
import { listsOf } from '../support/lists.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { expectPagesAlike } from '../support/pages.ts';

const dossiers = generateDossiers(20261124, { entities: 220, relationships: 520, events: 160 });
const types = keysOf(relationshipTypes);
const directions = ['ASC', 'DESC'] as const;

/** Every order of a table of fields: each field alone both ways, and pairs of them in opposite directions. */
function ordersOf<Field extends string>(fields: { readonly [F in Field]: string }) {
  const names = keysOf(fields);
  const single = names.flatMap((field) => directions.map((direction) => [{ field, direction }]));
  const pairs = names.flatMap((field, index) => {
    const other = names[(index + 1) % names.length] ?? field;
    return [
      [
        { field, direction: 'DESC' as const },
        { field: other, direction: 'ASC' as const },
      ],
    ];
  });
  return [...single, ...pairs];
}

/** Whether places run in the order of a list, as text and numbers compare in code points. */
function runsInOrder<T>({ order }: List<T>, rows: readonly Placed<T>[]): boolean {
  return rows.slice(1).every(([place], index) => {
    const [before] = rows[index] as Placed<T>;
    const key = order.findIndex((_, at) => before[at] !== place[at]);
    const [a, b] = [before[key] ?? '', place[key] ?? ''];
    return key >= 0 && (order[key]?.descending ? a > b : a < b);
  });
}

describeOnEachEngine('lists of a generated graph', (open) => {
  const ready = loadedStore(open, () => dossiers);

  /** Its pages and counts agree, and it runs in its order. Gives how long it is. */
  async function check<T>(list: List<T>, parent: string, size: number): Promise<number> {
    const whole = await expectPagesAlike(await ready(), list, parent, size);
    expect([list.name, list.order, runsInOrder(list, whole)]).toEqual([list.name, list.order, true]);
    return whole.length;
  }

  it('holds enough to matter', async () => {
    const store = await ready();
    const pages = listsOf(store);
    expect(await pages.count(entityList({}), '')).toBeGreaterThanOrEqual(200);
    const claims = new Set(dossiers.flatMap(claimsOf).map(({ id }) => id));
    expect(claims.size).toBeGreaterThanOrEqual(500);
  });

  it('pages entities alike from both ends, in every order', async () => {
    for (const orderBy of ordersOf(entityOrders)) await check(entityList({ orderBy }), '', 70);
    await check(entityList({ where: { not: { kinds: ['Person'] } } }), '', 9);
  });

  it('pages events alike from both ends, in every order', async () => {
    for (const orderBy of ordersOf(eventOrders)) await check(eventList('ALL', { orderBy }), '', 60);
    await check(eventList('ALL', { reportedBy: '2019-01-01' }), '', 13);
  });

  it('pages articles, passages and descriptions alike from both ends, in every order', async () => {
    for (const orderBy of ordersOf(articleOrders)) await check(articleList({ orderBy }), '', 1);
    const [first] = dossiers;
    await check(passageList('ARTICLE', {}), first?.article.id ?? '', 2);
    await check(passageList('THING', {}), first?.entities[0]?.id ?? '', 1);
    await check(descriptionList({}), first?.events[0]?.id ?? '', 1);
  });

  it('pages the relationships and the timeline of a hub alike from both ends, in every order', async () => {
    const ends = dossiers.flatMap(claimsOf).flatMap(({ from, to }) => [from, to]);
    const degree = (id: string) => ends.filter((end) => end === id).length;
    const [hub = ''] = [...new Set(ends)].toSorted((a, b) => degree(b) - degree(a));
    const all = { types, direction: 'BOTH' as const };
    for (const orderBy of ordersOf(relationshipOrders)) {
      const size = await check(relationshipList({ ...all, orderBy }), hub, 23);
      expect(size).toBeGreaterThan(15);
    }
    for (const reportedBy of ['2016-06-01', '2019-07-24'])
      await check(relationshipList({ ...all, reportedBy, asOf: '2019-01-01' }), hub, 4);
    await check(eventList('ENTITY', {}), hub, 2);
  });

  it('says of every relationship on every day what the rule says', async () => {
    const store = await ready();
    const byId = groupedBy(newestFirst(dossiers).flatMap(claimsOf), ({ id }) => id);
    const pages = listsOf(store);
    const ids = [...new Set(dossiers.flatMap(claimsOf).map(({ from }) => from))];
    const checked = { all: 0, contested: 0 };
    for (const asOf of ['1800-01-01', '2015-12-31', '2018-02-14', '2018-07-01', '2019-07-24', '2030-01-01']) {
      const answers = new Map<string, string>();
      for (const certainty of ['CERTAIN', 'POSSIBLE', 'NO'] as const) {
        const list = relationshipList({ types, direction: 'OUT', asOf, certainty: [certainty] });
        const rows = await pages.pages(list, { limit: 10_000, backwards: false }, ids);
        for (const { relationship } of rows.flatMap(related)) {
          expect([relationship.id, answers.has(relationship.id)]).toEqual([relationship.id, false]);
          answers.set(relationship.id, certainty);
        }
      }
      expect(answers.size).toBe(byId.size);
      for (const [id, claims] of byId) {
        checked.all += 1;
        if (readings(told(claims)).length > 1) checked.contested += 1;
        expect([id, asOf, answers.get(id)]).toEqual([id, asOf, oracle(claims, asOf)]);
      }
    }
    expect(checked.all).toBeGreaterThan(3000);
    expect(checked.contested).toBeGreaterThan(100);
  });
});

function related({ rows }: { rows: readonly Placed<RelatedEntity>[] }): readonly RelatedEntity[] {
  return rows.map(([, row]) => row);
}

type Claims = readonly ReturnType<typeof claimsOf>[number][];

/** Something told of when a relationship held: the date of an end, or a day. */
type Told = { readonly what: 'since' | 'until' | 'attested'; readonly date: FuzzyDate };

/** All that is told of a relationship (newest first), each once; which dates are the same one is for `agreedDate` to say. */
function told(claims: Claims): Told[] {
  const ends = (['since', 'until'] as const).flatMap((what) => {
    const { edtf, rivals } = agreedDate(claims.map((claim) => claim[what]));
    return edtf ? [edtf, ...rivals].map((date): Told => ({ what, date: parseEdtf(date) })) : [];
  });
  const days = [...new Set(claims.flatMap((claim) => claim.attested))];
  return [...ends, ...days.map((day): Told => ({ what: 'attested', date: parseEdtf(day) }))];
}

/** Each of the largest selections of what is told that does not contradict itself. */
function readings(all: readonly Told[]): Told[][] {
  const fitting = Array.from({ length: 2 ** all.length }, (_, mask) =>
    all.filter((_, place) => mask & (1 << place)),
  ).filter(fitsTogether);
  const holds = (larger: Told[], one: Told[]) =>
    larger.length > one.length && one.every((part) => larger.includes(part));
  return fitting.filter((one) => !fitting.some((other) => holds(other, one)));
}

function fitsTogether(selected: readonly Told[]): boolean {
  const { since, until, days } = sorted(selected);
  if (selected.filter(({ what }) => what === 'since').length > 1) return false;
  if (selected.filter(({ what }) => what === 'until').length > 1) return false;
  if (days.some((day) => day < (firm(since)?.earliest ?? '') || day > (firm(until)?.latest ?? '~')))
    return false;
  const [begins, ends] = [[since?.earliest ?? '', ...days].sort()[0], until?.latest ?? '~'];
  return begins === undefined || begins <= ([ends, ...days].sort().at(-1) ?? '~');
}

function sorted(selected: readonly Told[]) {
  const end = (which: Told['what']) => selected.find(({ what }) => what === which)?.date ?? null;
  const days = selected.flatMap(({ what, date }) => (what === 'attested' ? [date.edtf] : []));
  return { since: end('since'), until: end('until'), days };
}

const firm = (date: FuzzyDate | null) => (date && !date.uncertain && !date.approximate ? date : null);

/**
 * The three-valued rule, from all that sources say of a relationship: certain if it is so by every reading; not, if it
 * is too early by every one, or too late.
 */
function oracle(claims: Claims, day: string): string {
  const permanent = relationshipRule(claims[0]?.type ?? 'FOUNDED').permanent ?? false;
  const all = readings(told(claims)).map((reading) => {
    const { since, until, days } = sorted(reading);
    const tooEarly = since?.earliest && [since.earliest, ...days].every((known) => day < known);
    const tooLate = until?.latest && [until.latest, ...days].every((known) => day > known);
    const begun = [firm(since)?.latest, firm(until)?.latest, ...days].some((known) => known && known <= day);
    const lasts =
      permanent ||
      [firm(until)?.earliest, firm(since)?.earliest, ...days].some((known) => known && known >= day);
    return { tooEarly, tooLate, certain: begun && lasts };
  });
  if (all.every(({ tooEarly }) => tooEarly) || all.every(({ tooLate }) => tooLate)) return 'NO';
  return all.every(({ certain }) => certain) ? 'CERTAIN' : 'POSSIBLE';
}
