import { enumName, type Named, nameOf } from './names.ts';
import { ask, type Operation } from './operation.ts';

type Ours = { entity: { slug: string; kind: string; name: string; aliases: string[] } };
type Row = Named & { kind: string; aliases: string[] };

function canonical({ id, kind, aliases, ...names }: Row) {
  return [id, enumName(kind), nameOf(names), aliases];
}

/** An entity by its id. */
export const q1: Operation = {
  id: 'Q1',
  title: 'entity by id, with name, kind and aliases',
  draw: ({ entities }, random) => ({ id: random.pick(entities) }),
  ours: ask<Ours>(
    'query ($id: String!) { entity(slug: $id) { slug kind name aliases } }',
    ({ entity: { slug, kind, name, aliases } }) => [slug, kind, name, aliases],
  ),
  peer: ask<{ entities: [Row] }>(
    'query ($id: ID!) { entities(where: {id: {eq: $id}}) { id kind nameEn nameKo aliases } }',
    ({ entities: [entity] }) => canonical(entity),
  ),
  plain: ask<{ entity: Row }>(
    'query ($id: ID!) { entity(id: $id) { id kind nameEn nameKo aliases } }',
    ({ entity }) => canonical(entity),
  ),
  handWritten: {
    field: 'entity',
    cypher:
      'MATCH (n:Thing {id: $id}) WHERE n:Entity RETURN [n.id, n.kind, n.nameEn, n.nameKo, n.aliases] AS d',
    shape: (d) => {
      const [id, kind, nameEn, nameKo, aliases] = d as unknown[];
      return { id, kind, nameEn, nameKo, aliases };
    },
  },
  naive: true,
};
