import { IntLists } from '../search/int-lists.ts';
import { Numbered } from './numbered.ts';

/** Hops as columns: of each the thing that owns it, and the one at its other end. */
export type HopColumns = { readonly owners: readonly string[]; readonly others: readonly string[] };

// A list holds a hop as one integer, the thing it leads to and its type: so many types can be told apart.
const typeBits = 5;
const typeMask = 2 ** typeBits - 1;

/**
 * What every thing leads to, in memory: both ends of each hop, and its type by number. One of the ends owns the hop, so
 * that the hops of one owner can be renewed without a look at all others.
 */
export class HopLists {
  readonly #things = new Numbered();
  readonly #owned = new IntLists();
  readonly #met = new IntLists();

  /** How many things have a number; numbers go from 0 up. */
  get size(): number {
    return this.#things.texts.length;
  }

  /** The number of a thing that has hops, or had; undefined for any other. */
  numberOf(id: string): number | undefined {
    return this.#things.find(id);
  }

  /** The id of the thing with a number. */
  idOf(thing: number): string {
    return this.#things.texts[thing] ?? '';
  }

  /** Adds hops of a type. */
  add({ owners, others }: HopColumns, type: number): void {
    if (type > typeMask) throw new RangeError(`There can be ${typeMask + 1} types of hops, not ${type + 1}.`);
    for (const [row, owner] of owners.entries()) {
      const [one, other] = [this.#things.numberOf(owner), this.#things.numberOf(others[row] ?? '')];
      this.#owned.add(one, packed(other, type));
      this.#met.add(other, packed(one, type));
    }
  }

  /** Takes out all hops that a thing owns. */
  removeOwned(id: string): void {
    const owner = this.#things.find(id);
    if (owner === undefined) return;
    for (const hop of this.#owned.view(owner))
      this.#met.remove(hop >> typeBits, packed(owner, hop & typeMask));
    this.#owned.clear(owner);
  }

  /** How many hops a thing has, of whatever type. */
  degreeOf(thing: number): number {
    return this.#owned.count(thing) + this.#met.count(thing);
  }

  /** Visits what a thing leads to by hops of the types whose bits are set, once for each hop. */
  eachFrom(thing: number, types: number, visit: (other: number) => void): void {
    for (const lists of [this.#owned, this.#met])
      for (const hop of lists.view(thing)) if ((types >> (hop & typeMask)) & 1) visit(hop >> typeBits);
  }
}

function packed(thing: number, type: number): number {
  return (thing << typeBits) | type;
}
