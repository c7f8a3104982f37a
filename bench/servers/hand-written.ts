import { createSchema, createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import { operations } from '../ops/index.ts';
import type { HandWritten, Variables } from '../ops/operation.ts';
import { listen } from './listen.ts';
import { connect } from './neo4j.ts';
import { typeDefs } from './plain-types.ts';

/** One statement an operation, written for it by hand, in an autocommit read session, behind yoga as it comes. */
const driver = connect();

const resolvers = Object.fromEntries(
  operations.map(({ handWritten }) => [
    handWritten.field,
    (_: unknown, args: Variables) => answer(handWritten, args),
  ]),
);

async function answer({ cypher, params, shape }: HandWritten, args: Variables): Promise<unknown> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(cypher, params ? params(args) : args);
    return records[0] ? shape(records[0].get('d')) : null;
  } finally {
    await session.close();
  }
}

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers: { Query: resolvers } }) });

listen(yoga);
