import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import { eventKinds } from '../model/events.ts';
import { entityKinds } from '../model/vocabulary.ts';
import { relationshipById } from './relationship.ts';

/** Something `node(id)` can find, with the name of its GraphQL type. */
export type Node = { readonly typeName: string; readonly id: string };

/** The most ids of one `nodes(ids)`. */
export const maxNodes = 100;

type Find = (id: string, context: Context) => Promise<{ id: string; kind?: string } | null>;

const finders: ReadonlyMap<string, Find> = new Map<string, Find>([
  ...Object.keys(entityKinds).map((kind): [string, Find] => [
    kind,
    (id, { loaders }) => loaders.entities.load(id),
  ]),
  ...Object.keys(eventKinds).map((kind): [string, Find] => [
    kind,
    (id, { loaders }) => loaders.events.load(id),
  ]),
  ['Relationship', relationshipById],
  ['Article', (id, { loaders }) => loaders.articles.load(id)],
  ['Passage', (id, { loaders }) => loaders.passages.load(id)],
  ['Description', (id, { loaders }) => loaders.descriptions.load(id)],
]);

/** The global id of a node (Relay): its type and its id, opaque to clients. */
export function globalId(typeName: string, id: string): string {
  return Buffer.from(`${typeName}:${id}`).toString('base64url');
}

function parseGlobalId(argument: string, id: string): { typeName: string; key: string } {
  const [, typeName, key] = /^(\w+):(.+)$/s.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  if (!typeName || !key || !finders.has(typeName))
    throw new BadUserInput(
      argument,
      `"${id.slice(0, 80)}" is not an id; pass one that an \`id\` field returned`,
    );
  return { typeName, key };
}

/** The node with a global id; null where the graph has none. Throws BadUserInput for what is no global id. */
export async function nodeById(id: string, context: Context, argument = 'id'): Promise<Node | null> {
  const { typeName, key } = parseGlobalId(argument, id);
  return findNode(typeName, key, context);
}

/** The node of a type with a readable id; null where the graph has none. */
export async function findNode(typeName: string, key: string, context: Context): Promise<Node | null> {
  const found = await finders.get(typeName)?.(key, context);
  // An id that names the wrong kind of thing names nothing.
  if (!found || (found.kind !== undefined && found.kind !== typeName)) return null;
  return Object.assign(found, { typeName });
}

/** The nodes with these global ids, in their order, null for those the graph does not have. */
export function nodesByIds(ids: readonly string[], context: Context): Promise<Node | null>[] {
  if (ids.length > maxNodes)
    throw new BadUserInput('ids', `at most ${maxNodes} at a time, not ${ids.length}`);
  return ids.map((id) => nodeById(id, context, 'ids'));
}
