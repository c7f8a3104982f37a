import { bestOf } from './best.ts';
import { type IntListParts, IntLists } from './int-lists.ts';
import type { QueryToken, TokenQuery, TokenSet } from './query-tokens.ts';
import { TokenTable, type TokenTableParts } from './token-table.ts';

/** A thing that has some of a query's tokens, and what they weigh together. */
export type Candidate = { readonly id: string; readonly weight: number };

/** The likeliest of the things that have some of a query's tokens; `cut` where there may be others. */
export type Candidates = { readonly best: readonly Candidate[]; readonly cut: boolean };

/** What an index holds: the ids of things at the places of their numbers, empty where a number is free. */
export type IndexParts = {
  readonly ids: readonly string[];
  readonly tokens: TokenTableParts;
  readonly thingsOf: IntListParts;
};

// How many entries a query may read before it leaves the rest of its tokens unread: the commonest, as the rarest come first.
const mostEntries = 250_000;

// Sums are of whole numbers, and so exact: equal sums are then equal in whatever order their parts were added.
const weightUnits = 1_000;
const rarityUnits = 1_000_000;

// A token's list, how many things are in it, and what each of them weighs for it.
type Listed = { readonly list: number; readonly count: number; readonly weight: number };

// How many entries may still be read.
type Budget = { entries: number };

type Add = (thing: number, weight: number) => void;

/**
 * Which things have a token: in memory, for an engine without a full-text index that suits. Answers depend on what is
 * in it, not on the order it came in.
 */
export class InvertedIndex {
  readonly #table: TokenTable;
  readonly #thingsOf: IntLists;
  // The other way round, made of it when a thing is first taken out: few stores that are only read ever need it.
  #tokensOf: IntLists | null = null;
  readonly #ids: string[];
  readonly #unused: number[];
  // The numbers of ids, reckoned when something is first put in: a start waits for nothing that questions do not need.
  #numbers: Map<string, number> | null = null;
  // What the query at hand has found: a place for every thing, all zero between queries.
  #weights = new Float64Array(1024);

  /** An empty index, or the one that `parts` tells of. */
  constructor(parts?: IndexParts) {
    this.#table = parts ? TokenTable.from(parts.tokens) : new TokenTable();
    this.#thingsOf = parts ? IntLists.from(parts.thingsOf) : new IntLists();
    this.#ids = [...(parts?.ids ?? [])];
    this.#unused = this.#ids.flatMap((id, thing) => (id === '' ? [thing] : []));
  }

  /** What the index holds, to make another of. */
  parts(): IndexParts {
    return { ids: [...this.#ids], tokens: this.#table.parts(), thingsOf: this.#thingsOf.parts() };
  }

  /** How many things it holds. */
  get size(): number {
    return this.#ids.length - this.#unused.length;
  }

  /**
   * Puts a thing in, or gives one that is there other tokens: those of a text, parted by spaces. A token counts once,
   * however often it is given. Gives the number of the thing: what is taken out leaves its number to others.
   */
  set(id: string, tokens: string): number {
    this.delete(id);
    const thing = this.#unused.pop() ?? this.#ids.length;
    this.#ids[thing] = id;
    this.#numberTable().set(id, thing);
    // Cutting the text up would cost as much as all the rest.
    for (let start = 0, end = 0; end < tokens.length; start = end + 1) {
      end = tokens.indexOf(' ', start);
      if (end < 0) end = tokens.length;
      if (end === start) continue;
      const token = this.#table.intern(tokens, start, end);
      if (this.#thingsOf.last(token) === thing) continue;
      this.#thingsOf.add(token, thing);
      this.#tokensOf?.add(thing, token);
    }
    return thing;
  }

  /** Takes a thing out, if it is there. */
  delete(id: string): void {
    const thing = this.#numberTable().get(id);
    if (thing === undefined) return;
    this.#tokensOf ??= IntLists.inverse(this.#thingsOf);
    for (const token of this.#tokensOf.view(thing)) this.#thingsOf.remove(token, thing);
    this.#tokensOf.clear(thing);
    this.#numberTable().delete(id);
    this.#ids[thing] = '';
    this.#unused.push(thing);
  }

  /**
   * The `limit` things that have the weightiest of what is looked for, of those wanted (all where left out), weightiest
   * first, then by id. A token weighs more the fewer things have it (its weight by the logarithm of their part, as
   * inverse document frequency goes); of a group of a set its weightiest counts.
   */
  candidates(
    query: TokenQuery,
    limit: number,
    isWanted: (id: string, thing: number) => boolean = () => true,
  ): Candidates {
    const { found, unread } = this.#weigh(query);
    const wanted = found.filter((thing) => isWanted(this.#ids[thing] ?? '', thing));
    const best = bestOf(wanted, limit, (a, b) => this.#isBefore(a, b)).map((thing) => ({
      id: this.#ids[thing] ?? '',
      weight: (this.#weights[thing] ?? 0) / (weightUnits * rarityUnits),
    }));
    for (const thing of found) this.#weights[thing] = 0;
    return { best, cut: unread || wanted.length > limit };
  }

  #numberTable(): Map<string, number> {
    this.#numbers ??= new Map(
      this.#ids.flatMap((id, thing): [string, number][] => (id === '' ? [] : [[id, thing]])),
    );
    return this.#numbers;
  }

  // Adds up the weights of all things that are found, says which they are, and whether a token was left unread.
  #weigh({ tokens, sets }: TokenQuery): { readonly found: readonly number[]; readonly unread: boolean } {
    if (this.#weights.length < this.#ids.length) this.#weights = new Float64Array(2 * this.#ids.length);
    const found: number[] = [];
    const budget = { entries: mostEntries };
    const add = (thing: number, weight: number) => {
      const before = this.#weights[thing] ?? 0;
      if (before === 0) found.push(thing);
      this.#weights[thing] = before + weight;
    };
    const isRead = this.#readAny(tokens, budget, add);
    const areRead = sets.map((set) => this.#readAll(set, budget, add));
    return { found, unread: !isRead || areRead.includes(false) };
  }

  // Gives all things that have a token, once for each; tells whether it has read them all.
  #readAny(tokens: readonly QueryToken[], budget: Budget, add: Add): boolean {
    for (const { list, weight } of this.#byRarity(tokens)) {
      if (budget.entries < 0) return false;
      const things = this.#thingsOf.view(list);
      budget.entries -= things.length;
      for (const thing of things) add(thing, weight);
    }
    return true;
  }

  // Gives the things that have a token of each group, the rarest group first; tells whether it has read them all.
  #readAll(set: TokenSet, budget: Budget, add: Add): boolean {
    const groups = set.map((tokens) => this.#byRarity(tokens));
    const size = (group: readonly Listed[]) => group.reduce((sum, { count }) => sum + count, 0);
    let met: ReadonlyMap<number, number> | null = null;
    for (const group of groups.sort((a, b) => size(a) - size(b))) {
      if (budget.entries < 0) return false;
      budget.entries -= size(group);
      met = this.#meet(group, met);
      if (met.size === 0) break;
    }
    for (const [thing, weight] of met ?? []) add(thing, weight);
    return true;
  }

  // What each thing that was met, or each at all, weighs with the weightiest token of one group more.
  #meet(group: readonly Listed[], met: ReadonlyMap<number, number> | null): Map<number, number> {
    const next = new Map<number, number>();
    for (const { list, weight } of group) {
      for (const thing of this.#thingsOf.view(list)) {
        const before = met ? met.get(thing) : 0;
        if (before !== undefined) next.set(thing, Math.max(next.get(thing) ?? 0, before + weight));
      }
    }
    return next;
  }

  #byRarity(tokens: readonly QueryToken[]): Listed[] {
    const present = tokens.flatMap(({ token, weight }) => {
      const list = this.#table.find(token);
      const count = list === null ? 0 : this.#thingsOf.count(list);
      if (list === null || count === 0 || weight <= 0) return [];
      const rarity = Math.round(rarityUnits * Math.log(1 + this.size / count));
      return [{ token, list, count, weight: Math.round(weightUnits * weight) * rarity }];
    });
    return present.sort((a, b) => a.count - b.count || (a.token < b.token ? -1 : 1));
  }

  #isBefore(a: number, b: number): boolean {
    const lighter = (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0);
    return lighter < 0 || (lighter === 0 && (this.#ids[a] ?? '') < (this.#ids[b] ?? ''));
  }
}
