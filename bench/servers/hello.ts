import { createSchema, createYoga } from 'graphql-yoga';
import { listen } from './listen.ts';

/** Yoga as it comes, and nothing behind it: what any server on it can reach at most. */
const schema = createSchema({
  typeDefs: 'type Query { hello: String! }',
  resolvers: { Query: { hello: () => 'world' } },
});

const yoga = createYoga({ schema });

listen(yoga);
