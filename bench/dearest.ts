import { parseArgs } from 'node:util';
import pino from 'pino';
import { openStore } from '../src/graph/open.ts';
import { limitsOfOneClient } from '../src/limits.ts';
import { schema } from '../src/schema/index.ts';
import { createHandler } from '../src/server/handler.ts';
import { readPoolsOf } from './data/pools.ts';
import { say } from './harness/say.ts';

const usage = `npm run bench:dearest -- --graph <graph>
  The address of a Neo4j (bolt://…) or a folder of the embedded engine. Operations of several shapes, each as large as the
  limit of cost lets it be, are asked one after another of the best connected things; printed are their cost, what they
  took, and how large the answer is. One that is given up for its time fails the run.
`;

/** Shapes of operations that grow by a number; things are those they are asked of, the best connected first. */
const shapes: Record<string, (n: number, things: readonly string[]) => string> = {
  'organizations, their people, their organizations': (n) =>
    `{ entities(first: ${n}, kinds: [ORGANIZATION]) { nodes { name ... on Organization { people(first: 20) { nodes { name ... on Person {
      positions(first: 20) { nodes { name } } } } } } } } }`,
  'events with all that hangs on them': (n) =>
    `{ events(first: ${n}) { nodes { title participants { entity { name } } citations(first: 10) { nodes { summary article { slug } } } } } }`,
  'relationships as of a day with citations': (n, things) =>
    `{ ${eachOf(n, things, 'entity(slug: $) { relationships(first: 100, asOf: "2018-03-01") { totalCount nodes { type since { label } citations(first: 5) { nodes { summary } } } } }')} }`,
  'searches for words that many names have': (n) =>
    `{ ${Array.from({ length: n }, (_, i) => `s${i}: search(text: "${'abcdefghijklmnopqrstuvwxyz'[i % 26]}", first: 100) { totalCount nodes { __typename } }`).join(' ')} }`,
  'neighbourhoods of hubs': (n, things) =>
    `{ ${eachOf(n, things, 'neighborhood(of: [$], depth: 2, first: 100) { nodes { entity { name } } edges { relationship { type } } }')} }`,
  'paths between hubs': (n, things) =>
    `{ ${Array.from({ length: n }, (_, i) => `p${i}: paths(from: ${JSON.stringify(things[i])}, to: ${JSON.stringify(things[things.length - 1 - i])}, maxLength: 6, first: 100) { cut paths { length } }`).join(' ')} }`,
};

/** A field for each of the first things, whose slug stands where the field has a dollar sign. */
function eachOf(n: number, things: readonly string[], field: string): string {
  return things
    .slice(0, n)
    .map((slug, place) => `f${place}: ${field.replace('$', JSON.stringify(slug))}`)
    .join(' ');
}

type Asked = {
  readonly requested: number;
  readonly refused: boolean;
  readonly ms: number;
  readonly bytes: number;
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { graph: { type: 'string' } } });
  if (values.graph === undefined) throw new Error(usage);
  const store = await openStore(
    values.graph.includes('://')
      ? { neo4j: { uri: values.graph, user: 'neo4j', password: process.env.NEO4J_PASSWORD ?? '' } }
      : { storePath: values.graph },
  );
  const { connected } = await readPoolsOf(store);
  const handler = createHandler({
    schema,
    store,
    logger: pino({ level: 'silent' }),
    examples: [],
    limits: limitsOfOneClient,
  });

  async function ask(query: string): Promise<Asked> {
    const headers = { 'content-type': 'application/json' };
    const began = performance.now();
    const response = await handler.fetch('http://localhost/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    const ms = performance.now() - began;
    const { errors, extensions } = JSON.parse(text);
    const code = errors?.[0]?.extensions.code;
    if (code !== undefined && !/_LIMIT_EXCEEDED$/.test(code))
      throw new Error(`${code}: ${text.slice(0, 300)}`);
    if (errors && code === undefined) throw new Error(text.slice(0, 300));
    return { requested: extensions?.cost?.requested ?? 0, refused: Boolean(errors), ms, bytes: text.length };
  }

  for (const [name, shape] of Object.entries(shapes)) {
    // The largest that is not refused: cost grows with the number.
    let [fits, tooMany] = [0, 101];
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if ((await ask(shape(middle, connected))).refused) tooMany = middle;
      else fits = middle;
    }
    const { requested, ms, bytes } = await ask(shape(fits, connected));
    process.stdout.write(
      `${name}: ${fits}, cost ${requested}, ${(ms / 1000).toFixed(2)} s, ${(bytes / 1e6).toFixed(2)} MB\n`,
    );
  }
  say(`All within ${limitsOfOneClient.limits.seconds} s.`);
  await store.close();
}

await main();
