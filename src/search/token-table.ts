/** A table of tokens: places of three integers (both hashes, and the number and one), and how many are taken. */
export type TokenTableParts = { readonly places: Int32Array; readonly count: number };

// The integers of a place stand side by side: what is looked up by chance costs one access to memory, not three.
const width = 3;

/**
 * Numbers tokens from 0 up, by their 64-bit hashes rather than by keeping their texts: of a million and a half tokens the texts and a
 * Map would take ten times the memory. Two tokens of one hash (one chance in ten million at that size) would count as
 * one: a candidate too many, which the ranking drops.
 */
export class TokenTable {
  #count = 0;
  // An open-addressing table; a place with 0 for its number is free, as half of them always are at least.
  #places: Int32Array = new Int32Array(1024 * width);

  /** The table that `parts` tells of, whose places are its own from then on. */
  static from({ places, count }: TokenTableParts): TokenTable {
    const table = new TokenTable();
    [table.#places, table.#count] = [places, count];
    return table;
  }

  /** What the table holds, to make another of. */
  parts(): TokenTableParts {
    return { places: this.#places.slice(), count: this.#count };
  }

  /** The number of a token, or null where it has none. */
  find(token: string): number | null {
    const [low, high] = [hash(token, 0, token.length, ways.low), hash(token, 0, token.length, ways.high)];
    const number = this.#places[this.#placeOf(low, high) + 2] ?? 0;
    return number === 0 ? null : number - 1;
  }

  /** The number of the token that stands in a text from `start` up to `end`, given now if it has none. */
  intern(text: string, start = 0, end = text.length): number {
    const [low, high] = [hash(text, start, end, ways.low), hash(text, start, end, ways.high)];
    const place = this.#placeOf(low, high);
    const number = this.#places[place + 2] ?? 0;
    if (number > 0) return number - 1;
    this.#count++;
    this.#put(place, low, high, this.#count);
    if (2 * width * this.#count === this.#places.length) this.#widen();
    return this.#count - 1;
  }

  // Where a token stands, or the free place where it would.
  #placeOf(low: number, high: number): number {
    const places = this.#places;
    const last = places.length / width - 1;
    for (let at = low & last; ; at = (at + 1) & last) {
      const place = width * at;
      if (places[place + 2] === 0 || (places[place] === low && places[place + 1] === high)) return place;
    }
  }

  #put(place: number, low: number, high: number, number: number): void {
    this.#places[place] = low;
    this.#places[place + 1] = high;
    this.#places[place + 2] = number;
  }

  #widen(): void {
    const old = this.#places;
    this.#places = new Int32Array(2 * old.length);
    for (let place = 0; place < old.length; place += width) {
      const [low = 0, high = 0, number = 0] = [old[place], old[place + 1], old[place + 2]];
      if (number > 0) this.#put(this.#placeOf(low, high), low, high, number);
    }
  }
}

// Two hashes that go different ways from the first letter on.
const ways = {
  low: { seed: 0x811c9dc5, factor: 0x01000193 },
  high: { seed: 0x3c6ef372, factor: 0x5bd1e995 },
};

type Way = { readonly seed: number; readonly factor: number };

// FNV-1a over UTF-16 units, with the finish of MurmurHash3, so that the low bits depend on every letter.
function hash(text: string, start: number, end: number, { seed, factor }: Way): number {
  let value = seed;
  for (let index = start; index < end; index++) value = Math.imul(value ^ text.charCodeAt(index), factor);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) | 0;
}
