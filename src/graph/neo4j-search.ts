import { z } from 'zod';
import type { Params, SearchRequest, Statement } from './store.ts';

/**
 * Search on Neo4j: a full-text index over the tokens that we prepare, which the whitespace analyser takes as they are.
 * Full-text has no portable Cypher, so these statements stand with their engine.
 */

/** Creates the full-text index. */
export const fulltextIndex =
  'CREATE FULLTEXT INDEX thing_search IF NOT EXISTS FOR (n:Entity|Event|Article) ON EACH [n.searchText] ' +
  "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}";

/** Candidates of a search, likeliest first. */
export const fulltextSearch: Statement<{ id: string }> = {
  name: 'neo4j.search',
  text:
    "CALL db.index.fulltext.queryNodes('thing_search', $query, {limit: $most}) YIELD node, score " +
    'WHERE $kinds IS NULL OR node.kind IN $kinds RETURN node.id AS id ORDER BY score DESC, id LIMIT $limit',
  row: z.object({ id: z.string() }),
};

/** How many more hits are looked at where only some kinds are wanted. */
const spare = 10;

/** The parameters of a search. Tokens hold letters and digits only, so quoting them leaves Lucene nothing to read. */
export function fulltextParams({ tokens, kinds, limit }: SearchRequest): Params {
  const query = tokens.map(({ token, weight }) => `"${token}"^${weight.toFixed(4)}`).join(' ');
  return { query, kinds: kinds ?? null, limit, most: kinds ? limit * spare : limit };
}
