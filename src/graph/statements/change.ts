import { type ChangeFilter, type ChangeKind, type ChangeRow, changeKinds } from '../../model/changes.ts';
import type { OrderBy } from '../../model/filters.ts';
import type { RecordOf } from '../columns.ts';
import { oneOf, text } from '../decode.ts';
import { eventsIn, type FactScope, relationshipsIn, union } from './branch.ts';
import { type Bag, createBag } from './filters/bag.ts';
import { version } from './filters/time.ts';
import { type DayParameters, liesInRange } from './filters/told.ts';
import { applying, type List, orderOf } from './list.ts';

const changeRecord: RecordOf<ChangeRow> = {
  variable: 'id',
  columns: {
    kind: { cypher: 'kind', decode: oneOf(changeKinds) },
    id: { cypher: 'id', decode: text },
    certainty: { cypher: 'certainty', decode: oneOf(['CERTAIN', 'POSSIBLE']) },
  },
};

/** What changes can be ordered by. */
const changeOrders = { DATE: 'key', KIND: 'kind' } as const;

/** What a list of changes takes. */
export type ChangeListOptions = ChangeFilter & {
  readonly orderBy?: readonly OrderBy<keyof typeof changeOrders>[] | null;
};

/** Where each kind of change is found: its date, and the list that orders it. */
const sorts = {
  BEGAN: { fact: 'r', date: 'since', keys: 'beganKeys', find: relationshipsIn },
  ENDED: { fact: 'r', date: 'until', keys: 'endedKeys', find: relationshipsIn },
  HAPPENED: { fact: 'e', date: 'date', keys: 'happenedKeys', find: eventsIn },
} as const;

/**
 * What may have begun, ended or happened between two days, by what every source tells: all of it, or that of the entity
 * `k`. In order of time unless ordered otherwise. With `reportedBy`, as it was known on that day.
 */
export function changeList(of: FactScope, options: ChangeListOptions): List<ChangeRow> {
  const { between, kinds, certainty, orderBy, reportedBy } = options;
  const bag = createBag();
  const range = { from: bag.add(between.from), to: bag.add(between.to) };
  const wanted = changeKinds.filter((kind) => kinds?.includes(kind) ?? true);
  const branch = (kind: ChangeKind, conditions: readonly string[]) =>
    branchOf(of, kind, options, { bag, range, conditions });
  const branches = wanted.map((kind) => branch(kind, []));
  const rows = union(
    branches.length > 0 ? branches : [branch('HAPPENED', ['false'])],
    'kind, id, key, certainty',
  );
  return {
    name: { ALL: 'Query.changes', ENTITY: 'Entity.changes' }[of],
    match: () => rows,
    variables: 'kind, id, key, certainty',
    where: applying(certainty && `certainty IN ${bag.add(certainty)}`),
    order: orderOf(orderBy, changeOrders, ['DATE']),
    facets: { KIND: 'kind', CERTAINTY: 'certainty' },
    record: changeRecord,
    params: { ...bag.params, ...(reportedBy && { reportedBy }) },
  };
}

type Parts = { readonly bag: Bag; readonly range: DayParameters; readonly conditions: readonly string[] };

function branchOf(of: FactScope, kind: ChangeKind, filter: ChangeFilter, parts: Parts): string {
  const { bag, range, conditions } = parts;
  const { fact, date, keys, find } = sorts[kind];
  const { roughly, perhaps, certain } = liesInRange(fact, date, range);
  const all = { stored: [...conditions, roughly], known: [`${version} >= 0`, perhaps] };
  const rows = find(of, filter, all, bag);
  const certainty = `CASE WHEN ${certain} THEN ${bag.add('CERTAIN')} ELSE ${bag.add('POSSIBLE')} END`;
  return `${rows} RETURN ${bag.add(kind)} AS kind, ${fact}.id AS id, ${fact}.${keys}[${version}] AS key, ${certainty} AS certainty`;
}
