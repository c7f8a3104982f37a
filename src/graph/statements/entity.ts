import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import type { Entity } from '../../model/things.ts';
import { type EntityKind, entityKinds, legalForms } from '../../model/vocabulary.ts';
import { list, property, type Selection, select } from '../columns.ts';
import { lookup } from './keyed.ts';
import { type List, whereAll } from './list.ts';

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
    key: property(n, 'nameKey', text),
  });
}

/** Entities by id. */
export const entitiesById = lookup(
  'Entity.byId',
  'MATCH (n:Thing {id: k}) WHERE n:Entity',
  entityColumns('n'),
);

/** All entities by name, or only those of some kinds. */
export function entityList(kinds?: readonly EntityKind[]): List<Entity> {
  return {
    name: 'Query.entities',
    match: `MATCH (n:Entity)${whereAll(kinds && 'n.kind IN $kinds')}`,
    variables: 'n',
    key: 'n.nameKey',
    selection: entityColumns('n'),
    params: kinds ? { kinds } : {},
  };
}
