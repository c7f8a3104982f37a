import type { EntityFilter, OrderBy, ReportedBy } from '../../model/filters.ts';
import { keysOf } from '../../model/keys.ts';
import type { Entity } from '../../model/things.ts';
import { entityKinds, legalForms } from '../../model/vocabulary.ts';
import { list, property, type RecordOf } from '../columns.ts';
import { nullable, oneOf, text } from '../decode.ts';
import { createBag } from './filters/bag.ts';
import { entityConditions } from './filters/entity.ts';
import { lookup } from './keyed.ts';
import { applying, type List, orderOf } from './list.ts';

/** An entity bound to `n`. */
export function entityRecord(n: string): RecordOf<Entity> {
  return {
    variable: n,
    always: ['id', 'kind'],
    columns: {
      id: property(n, 'id', text),
      kind: property(n, 'kind', oneOf(keysOf(entityKinds))),
      nameEn: property(n, 'nameEn', nullable(text)),
      nameKo: property(n, 'nameKo', nullable(text)),
      aliases: list(n, 'aliases', text),
      legalForm: property(n, 'legalForm', nullable(oneOf(keysOf(legalForms)))),
    },
  };
}

const entity = entityRecord('n');

/** Entities by id. */
export const entitiesById = lookup('Entity.byId', 'MATCH (n:Thing {id: k}) WHERE n:Entity', entity);

/** The entity with an id. */
export const entityWithId: List<Entity> = {
  name: 'Entity.byId',
  match: ({ id }) => `MATCH (n:Thing {id: ${id}})`,
  variables: 'n',
  where: ['n:Entity'],
  order: [],
  facets: {},
  record: entity,
  params: {},
};

/** What entities can be ordered by. */
export const entityOrders = { NAME: 'n.nameKey', KIND: 'n.kind', SLUG: 'n.id' } as const;

/** What a list of entities takes. */
export type EntityListOptions = ReportedBy & {
  readonly where?: EntityFilter | null;
  readonly orderBy?: readonly OrderBy<keyof typeof entityOrders>[] | null;
};

/** All entities, or those of a filter; by name unless ordered otherwise. */
export function entityList({ where, orderBy, reportedBy }: EntityListOptions): List<Entity> {
  const bag = createBag();
  return {
    name: 'Query.entities',
    // Only ids of things are in an index.
    match: () => (where?.slugs ? 'MATCH (n:Thing:Entity)' : 'MATCH (n:Entity)'),
    ...(!reportedBy && orderedEntities({ where, orderBy })),
    variables: 'n',
    where: [
      ...applying(reportedBy && `n.reported <= ${bag.add(reportedBy)}`),
      ...entityConditions('n', where, bag, Boolean(reportedBy)),
    ],
    order: orderOf(orderBy, entityOrders, ['NAME', 'SLUG']),
    reportedBy,
    facets: { KIND: 'n.kind', LEGAL_FORM: 'n.legalForm' },
    record: entity,
    params: { ...bag.params, ...(reportedBy && { reportedBy }) },
  };
}

/** Where all entities, or those of some kinds, stand by name. */
function orderedEntities({ where, orderBy }: EntityListOptions): Pick<List<Entity>, 'ordered'> {
  const { kinds, and, ...rest } = where ?? {};
  const [key, ...more] = orderBy ?? [];
  const [inner, ...others] = and ?? [];
  const isPlain = others.length === 0 && Object.keys(rest).length === 0 && more.length === 0;
  const isOfKinds = !inner || (!kinds && Object.keys(inner).every((name) => name === 'kinds'));
  if (!isPlain || !isOfKinds || (key && key.field !== 'NAME')) return {};
  return {
    ordered: {
      filter: { list: 'Entity', kinds: kinds ?? inner?.kinds },
      backwards: key?.direction === 'DESC',
      byIds: (ids) => `UNWIND ${ids} AS one MATCH (n:Thing {id: one})`,
    },
  };
}
