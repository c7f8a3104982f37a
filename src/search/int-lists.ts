/** Lists of integers in one array: where each starts there, and how many it holds. */
export type IntListParts = {
  readonly pool: Int32Array;
  readonly starts: Int32Array;
  readonly counts: Int32Array;
};

/**
 * Many lists of integers in one array, for an index most of whose lists hold one or two: a JavaScript array for each
 * would cost ten times the memory. A list is a number of the caller's; the order within it is no promise. A list has room
 * for the power of two that holds it; one that outgrows its room moves, and what it leaves is taken by the next of that size.
 */
export class IntLists {
  /** The lists that `parts` tells of, which are theirs from then on: a hundred megabytes are not copied at a start. */
  static from({ pool, starts, counts }: IntListParts): IntLists {
    const lists = new IntLists();
    [lists.#pool, lists.#starts, lists.#counts, lists.#used] = [pool, starts, counts, pool.length];
    return lists;
  }

  /** The other way round: for each value that stands in lists, the numbers of those lists. */
  static inverse(lists: IntLists): IntLists {
    let greatest = -1;
    lists.#each((value) => {
      if (value > greatest) greatest = value;
    });
    const counts = new Int32Array(greatest + 1);
    lists.#each((value) => {
      counts[value] = (counts[value] ?? 0) + 1;
    });
    const inverse = IntLists.#sized(counts);
    const next = inverse.#starts.slice();
    lists.#each((value, list) => {
      const at = next[value] ?? 0;
      inverse.#pool[at] = list;
      next[value] = at + 1;
    });
    return inverse;
  }

  // Room for lists of so many integers each, to be filled.
  static #sized(counts: Int32Array): IntLists {
    const starts = new Int32Array(counts.length);
    let used = 0;
    for (let list = 0; list < counts.length; list++) {
      starts[list] = used;
      used += roomFor(counts[list] ?? 0);
    }
    return IntLists.from({ pool: new Int32Array(used), starts, counts });
  }

  #pool: Int32Array = new Int32Array(1024);
  #used = 0;
  #starts: Int32Array = new Int32Array(256);
  #counts: Int32Array = new Int32Array(256);
  // The rooms that lists have left: at place n those of 2^n integers.
  readonly #vacant: number[][] = [];

  /** What the lists hold, to make others of: without the rooms that stand empty. */
  parts(): IntListParts {
    const last = this.#counts.findLastIndex((count) => count > 0);
    const compact = IntLists.#sized(this.#counts.slice(0, last + 1));
    const next = compact.#starts.slice();
    this.#each((value, list) => {
      const at = next[list] ?? 0;
      compact.#pool[at] = value;
      next[list] = at + 1;
    });
    return { pool: compact.#pool, starts: compact.#starts, counts: compact.#counts };
  }

  /** How many integers a list holds; 0 for one never written. */
  count(list: number): number {
    return this.#counts[list] ?? 0;
  }

  /** The list itself, to be read before the next change. */
  view(list: number): Int32Array {
    const start = this.#starts[list] ?? 0;
    return this.#pool.subarray(start, start + this.count(list));
  }

  /** The value added last to a list that nothing was taken out of since; null of an empty one. */
  last(list: number): number | null {
    const count = this.count(list);
    return count === 0 ? null : (this.#pool[(this.#starts[list] ?? 0) + count - 1] ?? null);
  }

  /** Adds a value. */
  add(list: number, value: number): void {
    if (list >= this.#counts.length) {
      this.#starts = widened(this.#starts, list + 1);
      this.#counts = widened(this.#counts, list + 1);
    }
    const count = this.count(list);
    if (isFull(count)) this.#move(list, count);
    this.#pool[(this.#starts[list] ?? 0) + count] = value;
    this.#counts[list] = count + 1;
  }

  /** Takes a value out, if it is there: the last one takes its place. */
  remove(list: number, value: number): void {
    const view = this.view(list);
    const at = view.indexOf(value);
    if (at < 0) return;
    const count = view.length - 1;
    view[at] = view[count] ?? 0;
    this.#counts[list] = count;
    // Half the room is empty now: it is given back, so that a list's room always follows from its count.
    if (isFull(count)) this.#vacate((this.#starts[list] ?? 0) + count, Math.max(count, 1));
  }

  /** Takes all values out. */
  clear(list: number): void {
    const count = this.count(list);
    if (count === 0) return;
    this.#vacate(this.#starts[list] ?? 0, roomFor(count));
    this.#counts[list] = 0;
  }

  #each(visit: (value: number, list: number) => void): void {
    for (let list = 0; list < this.#counts.length; list++) {
      const start = this.#starts[list] ?? 0;
      const end = start + (this.#counts[list] ?? 0);
      for (let at = start; at < end; at++) visit(this.#pool[at] ?? 0, list);
    }
  }

  #move(list: number, count: number): void {
    const from = this.#starts[list] ?? 0;
    const start = this.#room(Math.max(1, 2 * count));
    this.#pool.copyWithin(start, from, from + count);
    this.#starts[list] = start;
    if (count > 0) this.#vacate(from, count);
  }

  #room(size: number): number {
    const vacant = this.#vacant[Math.log2(size)]?.pop();
    if (vacant !== undefined) return vacant;
    if (this.#used + size > this.#pool.length) this.#pool = widened(this.#pool, this.#used + size);
    this.#used += size;
    return this.#used - size;
  }

  #vacate(start: number, size: number): void {
    const place = Math.log2(size);
    this.#vacant[place] ??= [];
    this.#vacant[place].push(start);
  }
}

function roomFor(count: number): number {
  return count === 0 ? 0 : 2 ** (32 - Math.clz32(count - 1));
}

// A list of 0, 1, 2, 4, 8, … has no room left.
function isFull(count: number): boolean {
  return (count & (count - 1)) === 0;
}

function widened(array: Int32Array, least: number): Int32Array {
  const wide = new Int32Array(Math.max(least, Math.ceil(array.length * 1.5)));
  wide.set(array);
  return wide;
}
