import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startNeo4j } from './neo4j/start.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({
          title: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What came of one test in one round, in the words of vitest, how long it took, and what was wrong. */
type Outcome = {
  readonly title: string;
  readonly status: string;
  readonly seconds: number;
  readonly messages: readonly string[];
};

/**
 * Runs the fault tests once, on the Neo4j at an address but for those which start one that they can kill; none for a round
 * that could not be run. It waits without blocking, as what Neo4j says has to be read meanwhile.
 */
async function runRound(files: readonly string[], output: string, uri: string): Promise<Outcome[]> {
  const reporters = ['--reporter=json', `--outputFile=${output}`];
  const tests = spawn('npx', ['vitest', 'run', ...files, ...reporters], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // CI: where the one cannot be started that is to be killed, it fails rather than leaving those tests out.
    env: { ...process.env, CI: 'true', NEO4J_TEST_URI: uri },
  });
  await once(tests, 'close');
  if (!existsSync(output)) return [];
  const { testResults } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
  rmSync(output);
  if (
    testResults.some(({ status, assertionResults }) => status !== 'passed' && assertionResults.length === 0)
  )
    return [];
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status, duration, failureMessages }) => ({
      title,
      status,
      seconds: (duration ?? 0) / 1000,
      messages: failureMessages ?? [],
    })),
  );
}

/** Runs rounds and prints a table of them; gives how many failed. A test that is left out is told of. */
async function runRounds(rounds: number, run: () => Promise<Outcome[]>): Promise<number> {
  let failed = 0;
  const wrong: string[] = [];
  say('| round | passed | failed | left out | seconds of each test |\n|---|---|---|---|---|');
  for (let round = 1; round <= rounds; round += 1) {
    const outcomes = await run();
    const bad = outcomes.filter(({ status }) => status === 'failed');
    const passed = outcomes.filter(({ status }) => status === 'passed').length;
    const leftOut = outcomes.length - passed - bad.length;
    const took = outcomes.map(({ seconds }) => seconds.toFixed(1)).join(', ');
    const failures = outcomes.length === 0 ? 'could not be run' : bad.length;
    say(`| ${round} | ${passed} | ${failures} | ${leftOut} | ${took} |`);
    for (const { title, messages } of bad) {
      say(`| | | | | ${title} |`);
      wrong.push(`Round ${round}, ${title}:\n${messages.join('\n')}`);
    }
    if (bad.length > 0 || passed === 0) failed += 1;
  }
  // After the table, which a line of another sort would end.
  say(['', ...wrong].join('\n'));
  return failed;
}

/**
 * `npm run faults [-- --rounds 20 tests/faults/kill.test.ts]`: runs the fault tests, or some of their files, so many times
 * in a row, and prints a table of what came of each round. Fails where any test of any round did, and without a Neo4j.
 */
async function faults(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: 'string', default: '20' } },
    allowPositionals: true,
  });
  const rounds = z.coerce.number().int().positive().safeParse(values.rounds).data;
  if (rounds === undefined) throw new Error(`--rounds: must be a whole number from 1, not ${values.rounds}`);
  const files = positionals.length > 0 ? positionals : ['tests/faults'];
  const folder = mkdtempSync(join(tmpdir(), 'throughline-faults-'));
  const output = join(folder, 'report.json');
  try {
    const neo4j = await startNeo4j({ directory: join(folder, 'neo4j'), progress: say });
    const failed = await runRounds(rounds, () => runRound(files, output, neo4j.uri));
    await neo4j.stop();
    say(`${rounds - failed} of ${rounds} rounds passed.`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await faults();
