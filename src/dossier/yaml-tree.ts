import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Path } from './problem.ts';

/** Something YAML allows and a dossier does not take. */
export type Refusal = { readonly offset: number; readonly path: Path; readonly message: string };

/** Aliases: a few lines of them can stand for billions of values. */
export function aliasesIn(document: Document.Parsed): Refusal[] {
  return gather(document.contents, [], (node, path) => {
    if (!isAlias(node)) return [];
    const message = `*${node.source} is an alias, and a dossier takes none: write the value out`;
    return [{ offset: startOf(node), path, message }];
  });
}

/** Keys that stand twice in a map. Of such a key the last value counts until one of them goes. */
export function repeatsIn(document: Document.Parsed): Refusal[] {
  return gather(document.contents, [], (node, path) => (isMap(node) ? repeatedKeys(node.items, path) : []));
}

function gather(node: unknown, path: Path, refuse: (node: unknown, path: Path) => Refusal[]): Refusal[] {
  const inner = isMap(node)
    ? node.items.flatMap((pair) => gather(pair.value, [...path, nameOf(pair)], refuse))
    : isCollection(node)
      ? node.items.flatMap((item, index) => gather(item, [...path, index], refuse))
      : [];
  return [...refuse(node, path), ...inner];
}

function repeatedKeys(pairs: readonly Pair[], path: Path): Refusal[] {
  const seen = new Set<string>();
  return pairs.flatMap((pair) => {
    const name = nameOf(pair);
    // zod passes over this one key of a record, and what is passed over cannot be wrong.
    const message = name === '__proto__' ? 'is not a key here' : 'stands twice in this map: keep one';
    if (name !== '__proto__' && !seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ offset: startOf(pair.key), path: [...path, name], message }];
  });
}

/** The offset of the value at a path, or of its key. Where the document has no such value, of what should hold it. */
export function placeIn(document: Document.Parsed, path: Path, which: 'VALUE' | 'KEY'): number {
  let offset = startOf(document.contents);
  let node: unknown = document.contents;
  for (const [index, step] of path.entries()) {
    if (isMap(node)) {
      const pair = pairsByName(node).get(String(step));
      if (pair === undefined) return offset;
      const keyIsMeant = (which === 'KEY' && index === path.length - 1) || isBlank(pair.value);
      offset = startOf(keyIsMeant ? pair.key : pair.value);
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = startOf(node);
    }
  }
  return offset;
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

// Kept, since a map with many faults is asked once for each. Of a key that stands twice, the last pair, as in the data.
function pairsByName(map: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs = known.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]));
  known.set(map, pairs);
  return pairs;
}

// A value left out stands nowhere a person would look.
const isBlank = (value: unknown) => value === null || (isScalar(value) && (value.source ?? '') === '');

const nameOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : String(key));

const startOf = (node: unknown) => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0);
