import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import { articleWithId, entityWithId, eventWithId } from '../loaders/lists.ts';
import { type Maybe, using } from '../maybe.ts';
import { eventKinds } from '../model/events.ts';
import { entityKinds } from '../model/vocabulary.ts';
import { articleKnown, type Day, entityKnown, eventKnown, relationshipKnown } from './known.ts';
import type { NodeGroup } from './reads.ts';

/** Something `node(id)` can find, with the name of its GraphQL type. */
export type Node = { readonly typeName: string; readonly id: string };

/** The most ids of one `nodes(ids)`. */
export const maxNodes = 100;

type Find = (id: string, reportedBy: Day, context: Context) => Promise<{ id: string; kind?: string } | null>;

const finders: ReadonlyMap<string, Find> = new Map<string, Find>([
  ...Object.keys(entityKinds).map((kind): [string, Find] => [kind, entityKnown]),
  ...Object.keys(eventKinds).map((kind): [string, Find] => [kind, eventKnown]),
  ['Relationship', relationshipKnown],
  ['Article', articleKnown],
  ['Passage', (id, _, { loaders }) => loaders.passages.load(id)],
  ['Description', (id, _, { loaders }) => loaders.descriptions.load(id)],
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

/** The lists that nodes can be read from ahead, with the types each holds. */
const groups = [
  { list: entityWithId, types: new Set(Object.keys(entityKinds)) },
  { list: eventWithId, types: new Set(Object.keys(eventKinds)) },
  { list: articleWithId, types: new Set(['Article']) },
];

/** What `nodes(ids)`, or a field like it, reads: the nodes of each list. Throws BadUserInput as that field does. */
export function nodeGroups({ ids }: { readonly ids: readonly string[] }): NodeGroup[] {
  checkIds(ids);
  const nodes = ids.map((id) => parseGlobalId('ids', id));
  return groups.flatMap(({ list, types }) => {
    const keys = new Set(nodes.filter(({ typeName }) => types.has(typeName)).map(({ key }) => key));
    return keys.size === 0 ? [] : [{ list, types, ids: [...keys], key: groupKey(list.name, ids.join(' ')) }];
  });
}

function groupKey(list: string, ids: string): string {
  return `nodes ${list} ${ids}`;
}

/** The node with a global id; null where the graph has none. Throws BadUserInput for what is no global id. */
export function nodeById(id: string, context: Context): Maybe<Node | null> {
  return oneOf(id, id, context, 'id');
}

/** One of the nodes that a field names by their ids (joined by spaces), all of which may have been read ahead. */
function oneOf(ids: string, id: string, context: Context, argument: string): Maybe<Node | null> {
  const { typeName, key } = parseGlobalId(argument, id);
  const group = groups.find(({ types }) => types.has(typeName));
  const ahead = group && context.loaders.reader.node(groupKey(group.list.name, ids), key);
  return using(ahead, (found) =>
    found === undefined ? findNode(typeName, key, context) : asNode(found, typeName),
  );
}

function asNode(found: { id: string; kind?: string } | null | undefined, typeName: string): Node | null {
  // An id that names the wrong kind of thing names nothing.
  if (!found || (found.kind !== undefined && found.kind !== typeName)) return null;
  return Object.assign(found, { typeName });
}

/**
 * The node of a type with a readable id, as it was known on a day where one is given (passages and descriptions never
 * change); null where the graph has none.
 */
export async function findNode(
  typeName: string,
  key: string,
  context: Context,
  reportedBy?: Day,
): Promise<Node | null> {
  return asNode(await finders.get(typeName)?.(key, reportedBy, context), typeName);
}

/** The nodes with these global ids, in their order, null for those the graph does not have. */
export function nodesByIds(ids: readonly string[], context: Context): Maybe<Node | null>[] {
  checkIds(ids);
  const all = ids.join(' ');
  return ids.map((id) => {
    try {
      return oneOf(all, id, context, 'ids');
    } catch (error) {
      // It is that node's alone.
      return Promise.reject(error);
    }
  });
}

function checkIds(ids: readonly string[]): void {
  if (ids.length > maxNodes)
    throw new BadUserInput('ids', `at most ${maxNodes} at a time, not ${ids.length}`);
}
