import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql';

/** What a document holds that is counted before anything else is done with it. */
export type Counts = { readonly aliases: number; readonly directives: number };

const counted = new WeakMap<DocumentNode, Counts>();

/** Counts the aliases and directives of a document; once, since documents that come again are parsed once. */
export function countsOf(document: DocumentNode): Counts {
  const known = counted.get(document);
  if (known) return known;
  let [aliases, directives] = [0, 0];
  visit(document, {
    enter: (node: ASTNode) => {
      if (node.kind === Kind.FIELD && node.alias) aliases += 1;
      if (node.kind === Kind.DIRECTIVE) directives += 1;
    },
  });
  const counts = { aliases, directives };
  counted.set(document, counts);
  return counts;
}

/** How deep values of variables may be nested: filters within filters, far beyond any that a person would write. */
export const deepestValue = 30;

/** How many values some variables hold, and how deep; counting ends where a bound is passed. */
export function valuesIn(
  variables: unknown,
  most: number,
): { readonly values: number; readonly depth: number } {
  // What they stand in is none of them.
  let [values, deepest] = [-1, 0];
  const pending: [value: unknown, depth: number][] = [[variables, 0]];
  for (let next = pending.pop(); next && values <= most && deepest <= deepestValue; next = pending.pop()) {
    const [value, depth] = next;
    values += 1;
    deepest = Math.max(deepest, depth);
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) pending.push([inner, depth + 1]);
  }
  return { values, depth: deepest };
}
