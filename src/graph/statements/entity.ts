import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import type { Entity } from '../../model/things.ts';
import { type EntityKind, entityKinds, legalForms } from '../../model/vocabulary.ts';
import { list, property, type Selection, select } from '../columns.ts';
import { lookup } from './keyed.ts';
import { applying, type List } from './list.ts';

const text = z.string();

/** The columns of an entity bound to `n`. */
export function entityColumns(n: string): Selection<Entity> {
  return select<Entity>({
    id: property(n, 'id', text),
    kind: property(n, 'kind', z.enum(keysOf(entityKinds))),
    nameEn: property(n, 'nameEn', text.nullable()),
    nameKo: property(n, 'nameKo', text.nullable()),
    aliases: list(n, 'aliases', text),
    legalForm: property(n, 'legalForm', z.enum(keysOf(legalForms)).nullable()),
  });
}

/** Entities by id. */
export const entitiesById = lookup(
  'Entity.byId',
  'MATCH (n:Thing {id: k}) WHERE n:Entity',
  entityColumns('n'),
);

/** All entities by name, or only those of some kinds. */
export function entityList(kinds: readonly EntityKind[] | undefined, descending: boolean): List<Entity> {
  return {
    name: 'Query.entities',
    match: 'MATCH (n:Entity)',
    variables: 'n',
    where: applying(kinds && 'n.kind IN $kinds'),
    order: [{ by: 'n.nameKey', descending }],
    selection: entityColumns('n'),
    params: kinds ? { kinds } : {},
  };
}
