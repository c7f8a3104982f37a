/** The hashes of tokens, each at the place of its number, and the table that finds them. */
export type TokenTableParts = {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly places: Int32Array;
};

/**
 * Numbers tokens from 0 up, by their 64-bit hashes rather than by keeping their texts: of a million and a half tokens the texts and a
 * Map would take ten times the memory. Two tokens of one hash (one chance in ten million at that size) would count as
 * one: a candidate too many, which the ranking drops.
 */
export class TokenTable {
  /** Makes the table that `parts` tells of. */
  static from({ low, high, places }: TokenTableParts): TokenTable {
    const table = new TokenTable();
    table.#count = low.length;
    table.#places = places.slice();
    table.#low = widened(low, places.length / 2);
    table.#high = widened(high, places.length / 2);
    return table;
  }

  #count = 0;
  // An open-addressing table: in each place a token's number and one, or 0 for none. Half of it at least stays empty.
  #places = new Int32Array(1024);
  #low = new Int32Array(512);
  #high = new Int32Array(512);

  /** What the table holds, to make another of. */
  parts(): TokenTableParts {
    const [low, high] = [this.#low.slice(0, this.#count), this.#high.slice(0, this.#count)];
    return { low, high, places: this.#places.slice() };
  }

  /** The number of a token, or null where it has none. */
  find(token: string): number | null {
    const number = this.#places[this.#placeOf(hash(token, ways.low), hash(token, ways.high))] ?? 0;
    return number === 0 ? null : number - 1;
  }

  /** The number of a token, given now if it has none. */
  intern(token: string): number {
    const [low, high] = [hash(token, ways.low), hash(token, ways.high)];
    const place = this.#placeOf(low, high);
    const number = this.#places[place] ?? 0;
    if (number > 0) return number - 1;
    this.#low[this.#count] = low;
    this.#high[this.#count] = high;
    this.#count++;
    this.#places[place] = this.#count;
    if (this.#count === this.#low.length) this.#widen();
    return this.#count - 1;
  }

  // The place where a token is, or the empty one where it would be.
  #placeOf(low: number, high: number): number {
    const last = this.#places.length - 1;
    let place = low & last;
    for (;;) {
      const number = this.#places[place] ?? 0;
      if (number === 0 || (this.#low[number - 1] === low && this.#high[number - 1] === high)) return place;
      place = (place + 1) & last;
    }
  }

  #widen(): void {
    const [low, high] = [this.#low, this.#high];
    this.#places = new Int32Array(4 * low.length);
    this.#low = widened(low, 2 * low.length);
    this.#high = widened(high, 2 * low.length);
    for (let index = 0; index < this.#count; index++)
      this.#places[this.#placeOf(low[index] ?? 0, high[index] ?? 0)] = index + 1;
  }
}

function widened(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(length);
  wide.set(array);
  return wide;
}

// Two hashes that go different ways from the first letter on.
const ways = {
  low: { seed: 0x811c9dc5, factor: 0x01000193 },
  high: { seed: 0x3c6ef372, factor: 0x5bd1e995 },
};

// FNV-1a over UTF-16 units, with the finish of MurmurHash3, so that the low bits depend on every letter.
function hash(token: string, { seed, factor }: { readonly seed: number; readonly factor: number }): number {
  let value = seed;
  for (let index = 0; index < token.length; index++)
    value = Math.imul(value ^ token.charCodeAt(index), factor);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) | 0;
}
