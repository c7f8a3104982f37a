import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import { listen } from './listen.ts';
import { connect } from './neo4j.ts';
import { typeDefs } from './peer-types.ts';

/** @neo4j/graphql behind yoga, both as they come. */
const library = new Neo4jGraphQL({ typeDefs, driver: connect() });

listen(createYoga({ schema: await library.getSchema() }));
