import neo4j, { type Driver } from 'neo4j-driver';

/** A driver for the Neo4j that NEO4J_URI names. Whole numbers come as numbers. */
export function connect(uri = process.env.NEO4J_URI ?? ''): Driver {
  return neo4j.driver(uri, neo4j.auth.basic('neo4j', ''), { disableLosslessIntegers: true });
}
