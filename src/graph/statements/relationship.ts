import type { AsOf, OrderBy, RelationshipFilter, ReportedBy } from '../../model/filters.ts';
import { keysOf } from '../../model/keys.ts';
import type { RelatedEntity, Relationship } from '../../model/things.ts';
import { type RelationshipType, relationshipTypes } from '../../model/vocabulary.ts';
import { type Column, list, property, type RecordOf } from '../columns.ts';
import { nullable, oneOf, text } from '../decode.ts';
import { entityRecord } from './entity.ts';
import { createBag } from './filters/bag.ts';
import { relationshipConditions } from './filters/relationship.ts';
import { holds, keyIn, knownBy, version } from './filters/time.ts';
import { lookup } from './keyed.ts';
import { applying, type List, orderOf } from './list.ts';
import { type Direction, typedPattern } from './pattern.ts';
import { sourcedColumns } from './sources.ts';

function day(name: string): Column<string | null> {
  return { cypher: `toString(r.${name})`, decode: nullable(text) };
}

/** A relationship bound to `r`. */
export const relationshipRecord: RecordOf<Relationship> = {
  variable: 'r',
  columns: {
    id: property('r', 'id', text),
    type: { cypher: 'type(r)', decode: oneOf(keysOf(relationshipTypes)) },
    fromId: property('startNode(r)', 'id', text),
    toId: property('endNode(r)', 'id', text),
    sinceEdtf: property('r', 'sinceEdtf', nullable(text)),
    untilEdtf: property('r', 'untilEdtf', nullable(text)),
    attested: list('r', 'attested', text),
    positionEn: property('r', 'positionEn', nullable(text)),
    positionKo: property('r', 'positionKo', nullable(text)),
    openedBy: property('r', 'openedBy', nullable(text)),
    closedBy: property('r', 'closedBy', nullable(text)),
    cites: list('r', 'cites', text),
    certainFrom: day('certainFrom'),
    certainTo: day('certainTo'),
    possibleFrom: day('possibleFrom'),
    possibleTo: day('possibleTo'),
    ...sourcedColumns('r'),
  },
};

/** The relationship bound to `r`, as it was known in the version bound. */
export const relationshipAsKnown: RecordOf<Relationship> = {
  ...relationshipRecord,
  history: `r.history[${version}]`,
};

/** Relationships by `[from id, relationship id, to id]`: both ends are indexed, relationship ids are not. */
export const relationshipsById = lookup(
  'Relationship.byId',
  'MATCH (n:Thing {id: k[0]})-[r]->(m:Thing {id: k[2]}) WHERE r.id = k[1]',
  relationshipRecord,
);

/** A relationship met from one of its ends, with the entity at the other; now, and as it was known. */
function relatedRecord(relationship: RecordOf<Relationship>): RecordOf<RelatedEntity> {
  return { variable: 'r', columns: { relationship, entity: entityRecord('m') } };
}

const related = relatedRecord(relationshipRecord);
const relatedAsKnown = relatedRecord(relationshipAsKnown);

/** What relationships can be ordered by. */
export const relationshipOrders = {
  SINCE: 'r.timelineKey',
  UNTIL: 'r.untilKey',
  TYPE: 'type(r)',
  OTHER_NAME: 'm.nameKey',
} as const;

/** What a list of relationships takes. */
export type RelationshipListOptions = AsOf &
  ReportedBy & {
    readonly types: readonly RelationshipType[];
    readonly direction: Direction;
    readonly where?: RelationshipFilter | null;
    readonly orderBy?: readonly OrderBy<keyof typeof relationshipOrders>[] | null;
  };

/**
 * The relationships of the parent, in order of time unless ordered otherwise, with the entity at their other end.
 * With `asOf`, those that (certainly, possibly) held on that day; with `reportedBy`, as they were known on that day.
 */
export function relationshipList(options: RelationshipListOptions): List<RelatedEntity> {
  const { types, direction, where, orderBy, reportedBy } = options;
  const bag = createBag();
  const pattern = typedPattern('r', types, direction);
  const orders = reportedBy
    ? {
        ...relationshipOrders,
        SINCE: keyIn('r'),
        UNTIL: `r.endedKeys[${version}]`,
      }
    : relationshipOrders;
  return {
    name: 'Entity.relationships',
    match: ({ node }) => `MATCH ${node}${pattern}(m:Entity)${reportedBy ? knownBy('r', 'r, m') : ''}`,
    variables: reportedBy ? `r, m, ${version}` : 'r, m',
    where: [
      ...applying(types.length === 0 && '(false)', reportedBy && `${version} >= 0`),
      ...holds('r', options, bag, Boolean(reportedBy)),
      ...relationshipConditions('r', 'm', where, bag, Boolean(reportedBy)),
    ],
    order: orderOf(orderBy, orders, ['UNTIL', 'SINCE']),
    reportedBy,
    facets: { TYPE: 'type(r)' },
    record: reportedBy ? relatedAsKnown : related,
    params: { ...bag.params, ...(reportedBy && { reportedBy }) },
  };
}
