import type { SearchName } from '../../src/search/form.ts';
import { indexTokens } from '../../src/search/index-tokens.ts';
import { InvertedIndex } from '../../src/search/inverted-index.ts';
import { compileQuery } from '../../src/search/query.ts';
import { slipTokens, type TokenQuery, typedTokens } from '../../src/search/query-tokens.ts';
import { type NameScore, scoreNames } from '../../src/search/score.ts';

/** A thing to be found. */
export type Named = { readonly id: string; readonly names: readonly SearchName[] };

/** A thing found. */
export type Hit = NameScore & { readonly id: string };

/** Search as an engine does it: tokens bring candidates, and `scoreNames` ranks them; by id where they score alike. */
export class Finder {
  readonly index = new InvertedIndex();
  readonly #names = new Map<string, readonly SearchName[]>();

  constructor(things: Iterable<Named>) {
    for (const { id, names } of things) this.put(id, names, indexTokens(names));
  }

  put(id: string, names: readonly SearchName[], tokens: readonly string[]): void {
    this.index.set(id, tokens.join(' '));
    this.#names.set(id, names);
  }

  find(text: string, limit = 200): Hit[] {
    const typed = this.#found(text, typedTokens(text), limit);
    if (typed.some(({ asTyped }) => asTyped)) return typed;
    return this.#found(text, { tokens: slipTokens(text), sets: [] }, limit);
  }

  #found(text: string, query: TokenQuery, limit: number): Hit[] {
    const { best } = this.index.candidates(query, limit);
    return this.ranked(
      text,
      best.map(({ id }) => id),
    );
  }

  /** What `find` would give if every thing were a candidate. */
  findAmongAll(text: string): Hit[] {
    return this.ranked(text, this.#names.keys());
  }

  ranked(text: string, ids: Iterable<string>): Hit[] {
    const query = compileQuery(text);
    const hits = [...ids].flatMap((id) => {
      const score = scoreNames(query, this.#names.get(id) ?? []);
      return score ? [{ id, ...score }] : [];
    });
    return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }
}
