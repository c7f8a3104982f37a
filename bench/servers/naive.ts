import { createSchema, createYoga } from 'graphql-yoga';
import { int } from 'neo4j-driver';
import { listen } from './listen.ts';
import { connect } from './neo4j.ts';
import { typeDefs } from './plain-types.ts';

/** Resolvers as one writes them first: a statement a field and a parent, and no loaders. */
const driver = connect();

type Row = { readonly [name: string]: unknown };
type Parent = { readonly id: string };
type Args = { readonly first: number };

async function rows(text: string, parameters: Row): Promise<Row[]> {
  const { records } = await driver.executeQuery(text, parameters, { routing: 'READ' });
  return records.map((record) => record.toObject());
}

async function things(text: string, parameters: Row): Promise<unknown[]> {
  return (await rows(text, parameters)).map(({ n }) => n);
}

const resolvers = {
  Query: {
    entity: async (_: unknown, { id }: Parent) =>
      (await things('MATCH (n:Thing {id: $id}) WHERE n:Entity RETURN properties(n) AS n', { id }))[0],
    organization: async (_: unknown, { id }: Parent) =>
      (await things('MATCH (n:Thing {id: $id}) WHERE n:Organization RETURN properties(n) AS n', { id }))[0],
    organizations: (_: unknown, { ids }: { ids: string[] }) =>
      things('UNWIND $ids AS id MATCH (n:Thing {id: id}) RETURN properties(n) AS n', { ids }),
    timeline: (_: unknown, { from, to, first }: Args & { from: string; to: string }) =>
      things(
        `MATCH (e:Event) WHERE e.dateEdtf IS NOT NULL AND (e.dateLatest IS NULL OR e.dateLatest >= date($from))
          AND (e.dateEarliest IS NULL OR e.dateEarliest <= date($to))
        WITH e ORDER BY e.timelineKey LIMIT $first RETURN properties(e) AS n`,
        { from, to, first: int(first) },
      ),
  },
  Entity: {
    people: ({ id }: Parent, { first }: Args) =>
      rows(
        `MATCH (:Thing {id: $id})<-[r:HOLDS_POSITION]-(p:Person) WITH r, p ORDER BY r.timelineKey LIMIT $first
        RETURN r.positionEn AS positionEn, r.positionKo AS positionKo, r.sinceEdtf AS sinceEdtf,
          properties(p) AS person`,
        { id, first: int(first) },
      ),
    positions: ({ id }: Parent, { first }: Args) =>
      rows(
        `MATCH (:Thing {id: $id})-[r:HOLDS_POSITION]->(o:Organization) WITH r, o ORDER BY r.timelineKey LIMIT $first
        RETURN r.positionEn AS positionEn, r.positionKo AS positionKo, r.sinceEdtf AS sinceEdtf,
          properties(o) AS organization`,
        { id, first: int(first) },
      ),
    events: ({ id }: Parent, { first }: Args) =>
      things(
        `MATCH (:Thing {id: $id})-[:PARTICIPATED_IN]->(e:Event) WITH DISTINCT e ORDER BY e.timelineKey DESC LIMIT $first
        RETURN properties(e) AS n`,
        { id, first: int(first) },
      ),
  },
  Event: {
    participants: ({ id }: Parent) =>
      rows(
        `MATCH (:Thing {id: $id})<-[p:PARTICIPATED_IN]-(n:Entity)
        RETURN p.role AS role, properties(n) AS entity ORDER BY p.place`,
        { id },
      ),
  },
};

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }) });

listen(yoga);
