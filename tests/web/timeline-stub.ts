import type { Page } from 'playwright-core';

type Stub = {
  readonly count: number;
  readonly undated: number;
  /** The day of all events; without one each has a date of its own. */
  readonly day?: string;
};

const pageSize = 100;
const day = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A made-up event, the same each time: a day in two of three cases, else a month or a year, some with doubts. */
function eventOf(index: number, only?: string) {
  // A step that is prime to the length spreads them without order.
  const at = Date.UTC(1960, 0, 1) + ((index * 7919) % 22_000) * day;
  const date = new Date(at);
  const year = date.getUTCFullYear();
  const month = String(date.getUTCMonth() + 1).padStart(2, '0');
  const last = iso(Date.UTC(year, date.getUTCMonth() + 1, 0));
  const dates = [
    { edtf: iso(at), earliest: iso(at), latest: iso(at) },
    { edtf: iso(at), earliest: iso(at), latest: iso(at) },
    { edtf: `${year}-${month}`, earliest: `${year}-${month}-01`, latest: last },
    { edtf: `${year}`, earliest: `${year}-01-01`, latest: `${year}-12-31` },
    { edtf: `../${iso(at)}`, earliest: null, latest: iso(at) },
  ];
  const chosen = only
    ? { edtf: only, earliest: only, latest: only }
    : dates[index % 50 === 0 ? 4 : index % 4];
  if (!chosen) throw new Error('There are five sorts of date.');
  return {
    __typename: 'Statement',
    id: `event-${index}`,
    slug: `event-${index}`,
    kind: 'STATEMENT',
    title: `Event number ${index}`,
    date: {
      __typename: 'FuzzyDate',
      label: chosen.edtf,
      approximate: !only && index % 17 === 0,
      uncertain: !only && index % 19 === 0,
      ...chosen,
    },
    participants: [],
    disagreements: [],
  };
}

const edgeOf = (node: object) => ({ __typename: 'EventEdge', node });

function pageOf(from: number, count: number, nodeOf: (index: number) => object) {
  const to = Math.min(from + pageSize, count);
  return {
    __typename: 'EventConnection',
    totalCount: count,
    edges: Array.from({ length: to - from }, (_, index) => edgeOf(nodeOf(from + index))),
    pageInfo: { __typename: 'PageInfo', hasNextPage: to < count, endCursor: String(to) },
  };
}

function bucketsOf(count: number, day?: string) {
  const years = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const year = Number(eventOf(index, day).date.edtf.match(/\d{4}/)?.[0]);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years].map(([year, count]) => ({
    __typename: 'Bucket',
    key: String(year),
    kind: 'YEAR',
    label: String(year),
    count,
    earliest: `${year}-01-01`,
    latest: `${year}-12-31`,
  }));
}

type Body = {
  readonly query: string;
  readonly variables: {
    readonly after?: string;
    readonly where?: { readonly slugs: readonly string[] };
  };
};

/** Answers a page's questions about the timeline with made-up events in the shape of the schema, so many as are wanted. */
export async function stubTimeline(page: Page, { count, undated, day }: Stub): Promise<void> {
  const datedOnes = (from: number) => pageOf(from, count, (index) => eventOf(index, day));
  const others = (from: number) =>
    pageOf(from, undated, (index) => ({ ...eventOf(count + index), date: null }));
  await page.route('**/graphql', async (route) => {
    const { query, variables } = route.request().postDataJSON() as Body;
    const json = (data: object) => route.fulfill({ json: { data } });
    if (query.includes('query TimelineMore')) return json({ events: datedOnes(Number(variables.after)) });
    if (query.includes('query TimelineUndated'))
      return json({ events: others(Number(variables.after ?? 0)) });
    if (query.includes('query TimelineSelected')) {
      const slugs = variables.where?.slugs ?? [];
      const nodeOf = (index: number) => eventOf(Number(slugs[index]?.replace('event-', '')), day);
      return json({ events: pageOf(0, slugs.length, nodeOf) });
    }
    if (query.includes('query Timeline('))
      return json({
        events: datedOnes(0),
        whole: { __typename: 'EventConnection', totalCount: count, buckets: bucketsOf(count, day) },
        lanes: { __typename: 'EntityConnection', nodes: [] },
      });
    return route.continue();
  });
}
