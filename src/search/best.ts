/**
 * The best `limit` of items, best first: a heap of that size with the worst kept on top, so that of many thousand
 * candidates only the few that may stay are ever compared with each other. `isBetter` must order any two.
 */
export function bestOf<Item>(
  items: Iterable<Item>,
  limit: number,
  isBetter: (a: Item, b: Item) => boolean,
): Item[] {
  const heap: Item[] = [];
  for (const item of items) {
    const [worst] = heap;
    if (heap.length < limit) rise(heap, item, isBetter);
    else if (worst !== undefined && isBetter(item, worst)) sink(heap, item, isBetter);
  }
  return heap.sort((a, b) => (isBetter(a, b) ? -1 : 1));
}

type IsBetter<Item> = (a: Item, b: Item) => boolean;

// Puts an item at the end and lets it rise past what is better.
function rise<Item>(heap: Item[], item: Item, isBetter: IsBetter<Item>): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above];
    if (other === undefined || isBetter(item, other)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = item;
}

// Puts an item in place of the one on top and lets it sink past what is worse.
function sink<Item>(heap: Item[], item: Item, isBetter: IsBetter<Item>): void {
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const isRight = right !== undefined && isBetter(left, right);
    const worse = isRight ? right : left;
    if (isBetter(worse, item)) break;
    heap[at] = worse;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = item;
}
