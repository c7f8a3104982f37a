import type { AskedList, ListCursor } from './making.ts';

/** Adds the cursors that an answer has of the lists asked for in it: those of its pages, and of its edges. */
export function gatherCursors(
  answer: unknown,
  lists: ReadonlyMap<string, AskedList>,
  into: Map<string, ListCursor[]>,
): void {
  if (Array.isArray(answer)) for (const one of answer) gatherCursors(one, lists, into);
  if (typeof answer !== 'object' || answer === null) return;
  for (const [name, value] of Object.entries(answer)) {
    const list = lists.get(name);
    for (const cursor of list ? cursorsOf(value) : []) {
      const known = into.get(list?.field ?? '') ?? [];
      into.set(list?.field ?? '', [...known, { args: list?.args ?? {}, cursor }]);
    }
    gatherCursors(value, lists, into);
  }
}

type Connection = { readonly edges?: readonly { readonly cursor?: string }[]; readonly pageInfo?: object };

function cursorsOf(connection: unknown): string[] {
  const { edges = [], pageInfo = {} } = (connection ?? {}) as Connection;
  const ends = Object.values(pageInfo).filter((value) => typeof value === 'string' && value !== 'PageInfo');
  return [...edges.flatMap(({ cursor }) => cursor ?? []), ...ends];
}
