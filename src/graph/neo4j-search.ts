import { asList, select } from './columns.ts';
import { listOf } from './decode.ts';
import { keyed } from './statements/keyed.ts';
import { searched } from './statements/search.ts';
import type { Params, SearchCandidates, Searched, SearchRequest, WeighedToken } from './store.ts';

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

const candidate = asList(select(searched()));

/** Candidates of several searches, likeliest first, with the names they are ranked by: the node is at hand. */
export const fulltextSearch = keyed(
  'neo4j.search',
  "CALL db.index.fulltext.queryNodes('thing_search_by_kind', k, {limit: $most}) YIELD node AS n, score " +
    `WITH n ORDER BY score DESC, n.id LIMIT $most RETURN collect(${candidate.cypher}) AS d`,
  listOf(candidate.decode),
);

/** The parameters of searches: one candidate more than any asks for, which says that there are more. */
export function fulltextParams(requests: readonly SearchRequest[]): Params {
  return { keys: requests.map(queryOf), most: Math.max(...requests.map(({ limit }) => limit)) + 1 };
}

/**
 * What Lucene is asked. Tokens and kinds hold letters and digits only, so quoting them leaves it nothing to read. A kind
 * is a condition and weighs nothing.
 */
function queryOf({ tokens, sets = [], kinds }: SearchRequest): string {
  const named = [
    anyOf(tokens),
    ...sets.map((set) => `(${set.map((group) => `+(${anyOf(group)})`).join(' ')})`),
  ]
    .filter((clause) => clause !== '')
    .join(' ');
  const ofKind =
    kinds && `+kind:(${(kinds.length > 0 ? kinds : noKind).map((kind) => `"${kind}"`).join(' ')})^0`;
  return [`+searchText:(${named})`, ...(ofKind ? [ofKind] : [])].join(' ');
}

function anyOf(tokens: readonly WeighedToken[]): string {
  return tokens.map(({ token, weight }) => `"${token}"^${weight.toFixed(4)}`).join(' ');
}

// Lucene takes no empty list, and nothing is of this kind.
const noKind = ['None'];

/** The candidates that `fulltextSearch` found for a request. */
export function candidatesOf({ limit }: SearchRequest, found: readonly Searched[]): SearchCandidates {
  const things = found.slice(0, limit);
  return { ids: things.map(({ id }) => id), things, cut: found.length > limit };
}
