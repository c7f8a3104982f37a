import { groupedBy } from './merge.ts';

type Link = { readonly from: string; readonly to: string };

/** Circles among links of different ends, one for each link that closes one; that link stands last. */
export function circlesIn<L extends Link>(links: readonly L[]): L[][] {
  const leaving = groupedBy(links, ({ from }) => from);
  const done = new Set<string>();
  return [...leaving.keys()].flatMap((start) => (done.has(start) ? [] : circlesFrom(start, leaving, done)));
}

// Depth first, each link once. A loop and no recursion: a chain of thousands would end the stack.
function circlesFrom<L extends Link>(
  start: string,
  leaving: ReadonlyMap<string, readonly L[]>,
  done: Set<string>,
): L[][] {
  const linksFrom = (id: string) => (leaving.get(id) ?? []).toReversed();
  const circles: L[][] = [];
  const way: L[] = [];
  const onWay = new Set([start]);
  const ahead = [linksFrom(start)];
  while (ahead.length > 0) {
    const link = ahead.at(-1)?.pop();
    if (link === undefined) {
      const left = way.pop()?.to ?? start;
      ahead.pop();
      onWay.delete(left);
      done.add(left);
    } else if (onWay.has(link.to)) {
      circles.push([...way.slice(way.findIndex(({ from }) => from === link.to)), link]);
    } else if (!done.has(link.to)) {
      way.push(link);
      onWay.add(link.to);
      ahead.push(linksFrom(link.to));
    }
  }
  return circles;
}
