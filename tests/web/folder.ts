import { resolve } from 'node:path';

/** Where the tests in a browser have the explorer built, beside the one that people use. */
export const explorerFolder = resolve('.throughline', 'explorer-under-test');

/** Where the one test over Neo4j has it built: in another process, while the others look at theirs. */
export const explorerOnNeo4jFolder = resolve('.throughline', 'explorer-on-neo4j');
