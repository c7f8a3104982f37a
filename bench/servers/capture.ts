import { createRequire } from 'node:module';
import { connect } from './neo4j.ts';

/**
 * Preloaded (`node --import`) into a server that is not timed: notes every statement it runs through neo4j-driver, and
 * when asked over IPC runs them once more under PROFILE and tells their texts and db hits. Any server will do, ours
 * too: none of them knows of it. CAPTURE_FROM is the package.json of whoever imports the driver.
 */
type Statement = { readonly text: string; readonly parameters: Record<string, unknown> };
type Runs = { run(query: unknown, parameters?: Record<string, unknown>, ...rest: unknown[]): unknown };
type Core = { readonly [name in 'Session' | 'Transaction']: { readonly prototype: Runs } };

const fromServer = createRequire(process.env.CAPTURE_FROM ?? import.meta.url);
const core = createRequire(fromServer.resolve('neo4j-driver'))('neo4j-driver-core') as Core;

const driver = connect();
let noted: Statement[] = [];
let isNoting = true;

for (const { prototype } of [core.Session, core.Transaction]) {
  const { run } = prototype;
  prototype.run = function (query, parameters = {}, ...rest) {
    if (isNoting) noted.push({ text: String(query), parameters });
    return run.call(this, query, parameters, ...rest);
  };
}

type Plan = { readonly dbHits: number; readonly children: readonly Plan[] };

function hitsOf({ dbHits, children }: Plan): number {
  return children.reduce((sum, child) => sum + hitsOf(child), Number(dbHits) || 0);
}

async function profiled({ text, parameters }: Statement) {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters, { routing: 'READ' });
  return { text, dbHits: summary.profile ? hitsOf(summary.profile as Plan) : null };
}

process.on('message', async (request: 'forget' | 'profile') => {
  const statements = noted;
  noted = [];
  if (request === 'forget') return;
  isNoting = false;
  const answer = await Promise.all(statements.map(profiled)).catch((error: unknown) => String(error));
  isNoting = true;
  process.send?.(answer);
});
// The channel must not keep the server alive.
process.channel?.unref();
