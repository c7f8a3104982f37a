import { z } from 'zod';
import type { Params, SearchCandidates, SearchRequest, Statement, WeighedToken } from './store.ts';

/**
 * Search on Neo4j: a full-text index over the tokens that we prepare, which the whitespace analyser takes as they are.
 * Full-text has no portable Cypher, so these statements stand with their engine.
 */

/**
 * Creates the full-text index, of kinds too, so that they are told apart before anything is cut off. An index of the
 * same name cannot be given another property, so the one that knew no kinds goes.
 */
export const fulltextIndexes = [
  'DROP INDEX thing_search IF EXISTS',
  'CREATE FULLTEXT INDEX thing_search_by_kind IF NOT EXISTS FOR (n:Entity|Event|Article) ON EACH [n.searchText, n.kind] ' +
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
];

/** Candidates of a search, likeliest first. */
export const fulltextSearch: Statement<{ id: string }> = {
  name: 'neo4j.search',
  text:
    "CALL db.index.fulltext.queryNodes('thing_search_by_kind', $query, {limit: $most}) YIELD node, score " +
    'RETURN node.id AS id ORDER BY score DESC, id LIMIT $most',
  row: z.object({ id: z.string() }).parse,
};

/**
 * The parameters of a search: one candidate more than asked for, which says that there are more. Tokens and kinds hold
 * letters and digits only, so quoting them leaves Lucene nothing to read. A kind is a condition and weighs nothing.
 */
export function fulltextParams({ tokens, sets = [], kinds, limit }: SearchRequest): Params {
  const named = [
    anyOf(tokens),
    ...sets.map((set) => `(${set.map((group) => `+(${anyOf(group)})`).join(' ')})`),
  ]
    .filter((clause) => clause !== '')
    .join(' ');
  const ofKind =
    kinds && `+kind:(${(kinds.length > 0 ? kinds : noKind).map((kind) => `"${kind}"`).join(' ')})^0`;
  return { query: [`+searchText:(${named})`, ...(ofKind ? [ofKind] : [])].join(' '), most: limit + 1 };
}

function anyOf(tokens: readonly WeighedToken[]): string {
  return tokens.map(({ token, weight }) => `"${token}"^${weight.toFixed(4)}`).join(' ');
}

// Lucene takes no empty list, and nothing is of this kind.
const noKind = ['None'];

/** The candidates that `fulltextSearch` found. */
export function candidatesOf({ limit }: SearchRequest, found: readonly { id: string }[]): SearchCandidates {
  return { ids: found.slice(0, limit).map(({ id }) => id), cut: found.length > limit };
}
