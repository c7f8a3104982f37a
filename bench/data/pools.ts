import type { Driver } from 'neo4j-driver';
import type { GraphStore } from '../../src/graph/store.ts';

/**
 * What requests ask about, as it stands in the graph. A list that holds an id once for each of its relationships makes
 * well connected things come up more often, as they do in use.
 */
export type Pools = {
  readonly entities: readonly string[];
  /** Organizations where someone holds a position. */
  readonly organizations: readonly string[];
  /** The same, each as often as it has people. */
  readonly organizationsByDegree: readonly string[];
  /** Entities that relationships join to others, each as often as it has relationships. */
  readonly connected: readonly string[];
  /** Names that one entity alone has. */
  readonly names: readonly string[];
  /** Years in which something happened. */
  readonly years: readonly number[];
  /** Days on which some position certainly began. */
  readonly days: readonly string[];
};

/** Of larger graphs, what comes first by id: a benchmark draws a few hundred. */
const most = 300_000;

const statements = {
  entities: 'MATCH (n:Entity) RETURN n.id AS value ORDER BY value',
  organizations: 'MATCH (n:Organization) WHERE (n)<-[:HOLDS_POSITION]-() RETURN n.id AS value ORDER BY value',
  organizationsByDegree: 'MATCH (n:Organization)<-[:HOLDS_POSITION]-() RETURN n.id AS value ORDER BY value',
  connected: 'MATCH (n:Entity)-[r]-(:Entity) RETURN n.id AS value ORDER BY value',
  names:
    'MATCH (n:Entity) WHERE n.nameEn IS NOT NULL WITH n.nameEn AS value, count(*) AS many WHERE many = 1 ' +
    'RETURN value ORDER BY value',
  years:
    'MATCH (e:Event) WHERE e.dateEarliest IS NOT NULL RETURN DISTINCT e.dateEarliest.year AS value ORDER BY value',
  days:
    'MATCH ()-[r:HOLDS_POSITION]->() WHERE r.certainFrom IS NOT NULL ' +
    'RETURN DISTINCT toString(r.certainFrom) AS value ORDER BY value',
} as const satisfies { readonly [P in keyof Pools]: string };

/** Reads from the graph what can be asked about. `read` gives the values of the column `value`. */
async function readAll(read: (text: string) => Promise<unknown[]>): Promise<Pools> {
  const entries = Object.entries(statements).map(
    async ([name, text]) => [name, await read(`${text} LIMIT ${most}`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as unknown as Pools;
}

/** What can be asked about the graph of a Neo4j. */
export function readPools(driver: Driver): Promise<Pools> {
  return readAll(async (text) => {
    const { records } = await driver.executeQuery(text, {}, { routing: 'READ' });
    return records.map((record) => record.get('value'));
  });
}

/** What can be asked about the graph of a store, whichever engine it is of. */
export function readPoolsOf(store: GraphStore): Promise<Pools> {
  const row = (value: unknown) => (value as { value: unknown }).value;
  return readAll((text) => store.read({ name: 'bench.pool', text, row }, {}));
}
