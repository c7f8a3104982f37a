import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import type { RelatedEntity, Relationship } from '../../model/things.ts';
import { type RelationshipType, relationshipTypes } from '../../model/vocabulary.ts';
import { type Column, list, nested, property, type Selection, select } from '../columns.ts';
import { entityColumns } from './entity.ts';
import { lookup } from './keyed.ts';
import type { List } from './list.ts';

const text = z.string();
const typeColumn: Column<RelationshipType> = { cypher: 'type(r)', schema: z.enum(keysOf(relationshipTypes)) };

const relationshipColumns: Selection<Relationship> = select<Relationship>({
  id: property('r', 'id', text),
  type: typeColumn,
  fromId: property('startNode(r)', 'id', text),
  toId: property('endNode(r)', 'id', text),
  sinceEdtf: property('r', 'sinceEdtf', text.nullable()),
  untilEdtf: property('r', 'untilEdtf', text.nullable()),
  attested: list('r', 'attested', text),
  positionEn: property('r', 'positionEn', text.nullable()),
  positionKo: property('r', 'positionKo', text.nullable()),
  openedBy: property('r', 'openedBy', text.nullable()),
  closedBy: property('r', 'closedBy', text.nullable()),
  cites: list('r', 'cites', text),
});

const relatedEntity = select<RelatedEntity>({
  relationship: nested(relationshipColumns),
  entity: nested(entityColumns('m')),
});

/** Relationships by `[from id, relationship id, to id]`: both ends are indexed, relationship ids are not. */
export const relationshipsById = lookup(
  'Relationship.byId',
  'MATCH (n:Thing {id: k[0]})-[r]->(m:Thing {id: k[2]}) WHERE r.id = k[1]',
  relationshipColumns,
);

/** Seen from an entity: relationships that start there, that end there, or both. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** The relationships of the entity `k` in order of time, with the entity at their other end. */
export function relationshipList(
  types: readonly RelationshipType[],
  direction: Direction,
  descending: boolean,
): List<RelatedEntity> {
  const edge = `[r:${types.join('|')}]`;
  const pattern = { OUT: `-${edge}->`, IN: `<-${edge}-`, BOTH: `-${edge}-` }[direction];
  return {
    name: 'Entity.relationships',
    match: `MATCH (:Thing {id: k})${pattern}(m:Entity)`,
    variables: 'r, m',
    where: [],
    order: [{ by: 'r.timelineKey', descending }],
    selection: relatedEntity,
    params: {},
  };
}
