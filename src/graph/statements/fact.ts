import type { FactFilter } from '../../model/changes.ts';
import { type FactKind, type FactRow, factKinds, type Sourcing } from '../../model/facts.ts';
import type { OrderBy, ReportedBy } from '../../model/filters.ts';
import type { RecordOf } from '../columns.ts';
import { oneOf, text } from '../decode.ts';
import { eventsIn, relationshipsIn, union } from './branch.ts';
import { createBag } from './filters/bag.ts';
import { inVersion, keyIn, sourcesIn, version } from './filters/time.ts';
import { applying, type List, orderOf, whereAll } from './list.ts';

const factRecord: RecordOf<FactRow> = {
  variable: 'id',
  columns: {
    kind: { cypher: 'kind', decode: oneOf(factKinds) },
    id: { cypher: 'id', decode: text },
  },
};

/** What facts can be ordered by. */
const factOrders = { DATE: 'key', KIND: 'kind' } as const;

/** What a list of facts takes. */
export type FactListOptions = FactFilter & {
  readonly sources?: Sourcing | null;
  /** Events and relationships are what this list has. */
  readonly kinds?: readonly FactKind[] | null;
  readonly orderBy?: readonly OrderBy<keyof typeof factOrders>[] | null;
};

const sourcings: { readonly [S in Sourcing]: (fact: string) => string } = {
  SINGLE: (fact) => `${sourcesIn(fact)} = 1`,
  SEVERAL: (fact) => `${sourcesIn(fact)} > 1`,
  DISAGREEING: (fact) => inVersion(fact, 'Contested', `size(${fact}.contested) > 0`),
};

const sorts = {
  EVENT: { fact: 'e', find: eventsIn },
  RELATIONSHIP: { fact: 'r', find: relationshipsIn },
} as const;

/**
 * Events and relationships, by how many articles tell of them and whether those agree; in order of time unless ordered
 * otherwise. With `reportedBy`, as they were known on that day, and by the sources there were then.
 */
export function factList(options: FactListOptions): List<FactRow> {
  const { sources, kinds, orderBy, reportedBy } = options;
  const bag = createBag();
  const branch = (kind: keyof typeof sorts, more: readonly string[] = []) => {
    const { fact, find } = sorts[kind];
    const known = applying(`${version} >= 0`, sources && sourcings[sources](fact));
    return `${find('ALL', options, { stored: more, known }, bag)} RETURN ${bag.add(kind)} AS kind, ${fact}.id AS id, ${keyIn(fact)} AS key`;
  };
  const wanted = (['EVENT', 'RELATIONSHIP'] as const).filter((kind) => kinds?.includes(kind) ?? true);
  const branches = wanted.map((kind) => branch(kind));
  const rows = union(branches.length > 0 ? branches : [branch('EVENT', ['false'])], 'kind, id, key');
  return {
    name: 'Query.facts',
    match: () => rows,
    variables: 'kind, id, key',
    where: [],
    order: orderOf(orderBy, factOrders, ['DATE']),
    facets: { KIND: 'kind' },
    record: factRecord,
    params: { ...bag.params, ...(reportedBy && { reportedBy }) },
  };
}

const passages = {
  PASSAGE: '(p:Thing {id: k})',
  ARTICLE: '(:Thing {id: k})<-[:`IN`]-(p:Passage)',
} as const;

const cited = {
  DESCRIPTION: '<-[:CITES]-(x:Description)',
  ENTITY: '<-[:CITES]-(x:Entity)',
  EVENT: '<-[:CITES]-(x:Event)',
} as const;

/** What a list of what a passage supports takes. */
export type SupportListOptions = ReportedBy & { readonly kinds?: readonly FactKind[] | null };

/** What the passage `k`, or any passage of the article `k`, supports: by kind, then by id. */
export function supportList(of: keyof typeof passages, options: SupportListOptions): List<FactRow> {
  const { kinds, reportedBy } = options;
  const bag = createBag();
  const reported = applying(reportedBy && `p.reported <= ${bag.add(reportedBy)}`);
  const branch = (kind: FactKind, more: readonly string[] = []) => {
    const where = whereAll([...reported, ...more]);
    const name = bag.add(kind);
    if (kind !== 'RELATIONSHIP')
      return `MATCH ${passages[of]}${cited[kind]}${where} RETURN DISTINCT ${name} AS kind, x.id AS id`;
    return `MATCH ${passages[of]}${where} UNWIND p.supports AS id RETURN DISTINCT ${name} AS kind, id AS id`;
  };
  const branches = factKinds.filter((kind) => kinds?.includes(kind) ?? true).map((kind) => branch(kind));
  const rows = union(branches.length > 0 ? branches : [branch('ENTITY', ['false'])], 'kind, id');
  return {
    name: { PASSAGE: 'Passage.supports', ARTICLE: 'Article.supports' }[of],
    match: () => rows,
    variables: 'kind, id',
    where: [],
    order: [
      { name: 'KIND', by: 'kind' },
      { name: 'SLUG', by: 'id' },
    ],
    facets: { KIND: 'kind' },
    record: factRecord,
    params: bag.params,
  };
}
