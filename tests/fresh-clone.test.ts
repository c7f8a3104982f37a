import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';

const run = promisify(execFile);

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Asks until the service answers, for as long as a test may take. */
async function answer(url: string, query: string): Promise<unknown> {
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).catch(() => undefined);
    if (response?.ok) return response.json();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Which modules each file of a build was made of. */
async function modulesIn(dist: string): Promise<string[][]> {
  const maps = (await readdir(dist)).filter((name) => name.endsWith('.js.map'));
  return Promise.all(
    maps.map(async (map) => JSON.parse(await readFile(join(dist, map), 'utf8')).sources as string[]),
  );
}

it('npm start, in a fresh clone, builds, loads, answers the first example and stops when told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fresh-clone-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await run('git', ['clone', '-q', '--no-hardlinks', process.cwd(), folder]);
  // What `npm ci` would install is here already.
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));

  const port = await freePort();
  const environment = {
    ...process.env,
    PORT: String(port),
    NEO4J_URI: '',
    STORE_PATH: '',
    LOG_LEVEL: 'silent',
  };
  const service = spawn('npm', ['start'], { cwd: folder, env: environment, detached: true });
  const stopped = once(service, 'exit');
  onTestFinished(() => {
    if (service.exitCode === null && service.pid) process.kill(-service.pid, 'SIGKILL');
  });
  let output = '';
  service.stdout.on('data', (chunk) => {
    output += chunk;
  });

  const example = await readFile('examples/queries/01-who-founded-openai.graphql', 'utf8');
  expect(await answer(`http://127.0.0.1:${port}/graphql`, example)).toMatchObject({
    data: { organization: { founders: { nodes: [{ name: 'Elon Musk' }, { name: 'Sam Altman' }] } } },
  });
  expect(output).toContain(`http://localhost:${port}/graphql`);
  // What the build leaves outside, or beside itself, is found: the explorer, the playground, and the command's own files.
  for (const path of ['/', '/playground/graphiql.js', '/health/ready'])
    expect([path, (await fetch(`http://127.0.0.1:${port}${path}`)).status]).toEqual([path, 200]);
  // Two copies of graphql, as CommonJS and as ES modules or in two files, would not know each other's types.
  const modules = (await modulesIn(join(folder, 'dist'))).flat();
  expect(modules.filter((module) => /node_modules\/graphql\/.*\.js$/.test(module))).toEqual([]);
  expect(modules.filter((module) => /node_modules\/graphql\/.*\.mjs$/.test(module)).length).toBeGreaterThan(
    50,
  );
  expect(modules.filter((module, place) => modules.indexOf(module) !== place)).toEqual([]);
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    return (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).json();
  };
  expect(
    await ask('{ __schema { queryType { name } } entity(slug: "openai") { __typename } }'),
  ).toMatchObject({
    data: { __schema: { queryType: { name: 'Query' } }, entity: { __typename: 'Organization' } },
  });
  expect(await ask('{ entities(first: 1000) { nodes { slug } } }')).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }],
  });
  const command = (...words: string[]) => run('node', ['dist/main.js', ...words], { cwd: folder });
  expect((await command('--version')).stdout).toBe('0.1.0\n');
  expect((await command('validate')).stdout).toContain('no problems');

  if (service.pid) process.kill(-service.pid, 'SIGTERM');
  await stopped;
  // npm falls to the signal itself; the service it ran is gone once its port is free.
  await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow(), {
    timeout: 15_000,
  });
}, 120_000);
