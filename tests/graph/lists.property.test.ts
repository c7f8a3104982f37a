import { expect, it } from 'vitest';
import { groupedBy } from '../../src/dossier/merge.ts';
import { claimsOf } from '../../src/dossier/relationships.ts';
import { articleList, articleOrders, passageList } from '../../src/graph/statements/article.ts';
import { descriptionList } from '../../src/graph/statements/description.ts';
import { entityList, entityOrders } from '../../src/graph/statements/entity.ts';
import { eventList, eventOrders } from '../../src/graph/statements/event.ts';
import type { List, Placed } from '../../src/graph/statements/list.ts';
import { relationshipList, relationshipOrders } from '../../src/graph/statements/relationship.ts';
import { keysOf } from '../../src/model/keys.ts';
import type { RelatedEntity } from '../../src/model/things.ts';
import { relationshipRule, relationshipTypes } from '../../src/model/vocabulary.ts';
import { type FuzzyDate, parseEdtf } from '../../src/time/edtf.ts';
import { describeOnEachEngine } from '../engines.ts';
import { generateDossiers } from '../support/generated.ts';
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
    const told = new Map<string, Set<string>>();
    for (const { id, article } of dossiers.flatMap(claimsOf))
      told.set(id, (told.get(id) ?? new Set()).add(article));
    const claims = dossiers.flatMap(claimsOf);
    const byId = groupedBy(claims, ({ id }) => id);
    const pages = listsOf(store);
    const ids = [...new Set(claims.map(({ from }) => from))];
    let checked = 0;
    for (const asOf of ['1999-12-31', '2015-12-31', '2018-02-14', '2019-07-24', '2030-01-01']) {
      const answers = new Map<string, string>();
      for (const certainty of ['CERTAIN', 'POSSIBLE', 'NO'] as const) {
        const list = relationshipList({ types, direction: 'OUT', asOf, certainty: [certainty] });
        const rows = await Promise.all(
          ids.map((id) => pages.page(list, { limit: 10_000, backwards: false }, id)),
        );
        for (const { relationship } of rows.flatMap(related)) {
          expect([relationship.id, answers.has(relationship.id)]).toEqual([relationship.id, false]);
          answers.set(relationship.id, certainty);
        }
      }
      expect(answers.size).toBe(told.size);
      for (const [id, articles] of told) {
        const its = byId.get(id) ?? [];
        // Where several dates are given, more than the rule decides which of them stands.
        if (articles.size > 1 || severalDates(its)) continue;
        checked += 1;
        expect([id, asOf, answers.get(id)]).toEqual([id, asOf, oracle(its, asOf)]);
      }
    }
    expect(checked).toBeGreaterThan(1000);
  });
});

function related({ rows }: { rows: readonly Placed<RelatedEntity>[] }): readonly RelatedEntity[] {
  return rows.map(([, row]) => row);
}

/** Whether several dates are given for one end. */
function severalDates(claims: readonly ReturnType<typeof claimsOf>[number][]): boolean {
  const distinct = (pick: 'since' | 'until') => new Set(claims.flatMap((claim) => claim[pick] ?? [])).size;
  return distinct('since') > 1 || distinct('until') > 1;
}

/** The three-valued rule, from what one article says of a relationship. */
function oracle(claims: readonly ReturnType<typeof claimsOf>[number][], day: string): string {
  const date = (pick: 'since' | 'until') =>
    claims.map((claim) => claim[pick]).find((edtf) => edtf !== undefined);
  const [since, until] = [date('since'), date('until')].map((edtf) => (edtf ? parseEdtf(edtf) : null));
  const firm = (value: FuzzyDate | null | undefined) =>
    value && !value.uncertain && !value.approximate ? value : null;
  const attested = claims.flatMap((claim) => claim.attested);
  const tooEarly = since?.earliest && [since.earliest, ...attested].every((known) => day < known);
  const tooLate = until?.latest && [until.latest, ...attested].every((known) => day > known);
  if (tooEarly || tooLate) return 'NO';
  const begun = [firm(since)?.latest, firm(until)?.latest, ...attested].some(
    (known) => known && known <= day,
  );
  const permanent = relationshipRule(claims[0]?.type ?? 'FOUNDED').permanent ?? false;
  const lasts =
    permanent ||
    [firm(until)?.earliest, firm(since)?.earliest, ...attested].some((known) => known && known >= day);
  return begun && lasts ? 'CERTAIN' : 'POSSIBLE';
}
