import { neo4jClassPath } from './class-path.ts';

// `npm run neo4j:fetch`: what a local Neo4j is made of, for whoever has something else to do while it comes.
await neo4jClassPath((message) => process.stdout.write(`${message}\n`));
