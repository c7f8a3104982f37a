import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../src/config.ts';
import { makeToken } from '../src/tokens.ts';
import { sketch } from './support/dossiers.ts';

type Outcome = { code: number; stdout: string; stderr: string };

// Each test starts a process, and the engines with it.
vi.setConfig({ testTimeout: 30_000 });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-'));
});
afterAll(() => rm(folder, { recursive: true }));

const program = ['--import', import.meta.resolve('tsx'), join(projectRoot, 'src', 'main.ts')];

/** Somewhere else than in the project, with an environment and a store of its own. */
const elsewhere = (env: Record<string, string>) => ({
  cwd: folder,
  env: { PATH: process.env.PATH, PORT: '0', STORE_PATH: join(folder, 'graph'), ...env },
});

/** Runs the command line as a process of its own, to its end. */
function throughline(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...program, ...args], elsewhere(env), (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

describe('the command line', () => {
  it('teaches: every command, an example, every variable', async () => {
    const { code, stdout } = await throughline(['--help']);
    expect(code).toBe(0);
    for (const word of ['serve', 'load', 'validate', 'verify', 'cite', 'dump', '$ throughline']) {
      expect(stdout).toContain(word);
    }
    for (const variable of ['HOST', 'PORT', 'NEO4J_URI', 'NEO4J_PASSWORD', 'STORE_PATH', 'LOG_LEVEL']) {
      expect(stdout).toContain(variable);
    }
  });

  it.each(['serve', 'load', 'validate', 'verify', 'cite', 'dump', 'generate'])(
    'shows an example of %s',
    async (command) => {
      const { code, stdout } = await throughline([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`$ throughline ${command}`);
    },
  );

  it('suggests the command that was meant', async () => {
    const { code, stderr } = await throughline(['serv']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean serve?');
  });

  it.each([
    ['no command', []],
    ['an unknown option', ['load', '--fast']],
    ['a missing option', ['cite', '--text', 'x']],
    ['a paragraph that is none', ['cite', '--text', 'x', '--quote', 'y', '--paragraph', '0']],
  ])('exits with 2 on %s', async (_what, args) => {
    expect((await throughline(args)).code).toBe(2);
  });

  it('names a bad variable', async () => {
    const { code, stderr } = await throughline(['serve'], { PORT: 'abc' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^throughline: the environment has a problem:\n {2}PORT=abc is not/);
  });

  it.each(['serve', 'config'])(
    'tells of every file that is not what a variable says: %s',
    async (command) => {
      const documents = join(folder, 'documents.json');
      await writeFile(documents, '[]');
      const { code, stderr } = await throughline([command], { TOKENS: 'no/tokens', DOCUMENTS: documents });
      expect(code).toBe(1);
      expect(stderr).toMatch(/TOKENS=\S*no\/tokens cannot be read.*\n.*documents\.json is no map/);
    },
  );

  it('names a folder that is not there', async () => {
    const { code, stderr } = await throughline(['load', 'no/such']);
    expect(code).toBe(1);
    expect(stderr).toContain('no/such');
  });
});

describe('throughline serve', () => {
  it('loads, says where it is, answers, and stops when told to', async () => {
    const served = spawn(process.execPath, [...program, 'serve'], elsewhere({}));
    const exit = once(served, 'exit');
    onTestFinished(() => void served.kill('SIGKILL'));
    const early = exit.then(() => Promise.reject(new Error(log.join('\n'))));
    const log: string[] = [];
    createInterface(served.stderr).on('line', (line) => log.push(line));
    const [line] = await Promise.race([once(createInterface(served.stdout), 'line'), early]);
    expect(line).toMatch(
      /^Throughline is at (http:\/\/localhost:\d+)\/graphql \(embedded engine, 1 article\), the explorer at \1$/,
    );

    const [url = ''] = line.match(/http\S+/) ?? [];
    const query = '{ organization(slug: "openai") { name } }';
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect(await response.json()).toEqual({
      data: { organization: { name: 'OpenAI' } },
      extensions: { cost: { requested: 2, limit: 50_000 } },
    });

    served.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    // Nothing but JSON: what a collector of logs reads.
    expect(log.map((text) => JSON.parse(text).msg)).toEqual(['dossiers loaded', 'request']);
  });

  it('keeps what a client has stored, also when it starts anew', async () => {
    const { token, stored } = makeToken({ scopes: ['read', 'write'], days: 1 });
    const tokens = join(folder, 'tokens.jsonl');
    await writeFile(tokens, JSON.stringify(stored));
    const env = { TOKENS: tokens, STORE_PATH: join(folder, 'written') };
    /** Asks a service that was started for it and is stopped afterwards. */
    const ask = async (query: string, variables: object = {}) => {
      const served = spawn(process.execPath, [...program, 'serve'], elsewhere(env));
      const exit = once(served, 'exit');
      onTestFinished(() => void served.kill('SIGKILL'));
      const [line] = await once(createInterface(served.stdout), 'line');
      const response = await fetch(line.match(/http\S+/)?.[0] ?? '', {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data } = (await response.json()) as { data: unknown };
      served.kill('SIGTERM');
      await exit;
      return data;
    };
    const { q, ...passages } = sketch({}).passages;
    const dossier = JSON.stringify({ ...sketch({ entities: ['zed:Person:Zed'] }), passages });
    const mutation = 'mutation ($dossier: String!) { loadDossier(input: { dossier: $dossier }) { outcome } }';
    expect(await ask(mutation, { dossier })).toEqual({ loadDossier: { outcome: 'CREATED' } });
    expect(await ask('{ entity(slug: "zed") { name } organization(slug: "openai") { name } }')).toEqual({
      entity: { name: 'Zed' },
      organization: { name: 'OpenAI' },
    });
  });

  it('prints every problem of the dossiers, and loads none of them', async () => {
    const bad = join(folder, 'bad.yaml');
    await writeFile(bad, 'article: 1\n');
    const { code, stderr } = await throughline(['serve', '--data', bad]);
    expect(code).toBe(1);
    expect(stderr).toContain(`throughline: 3 problems in ${bad}, and nothing was loaded:\n${bad}:1:1 `);
  });
});

const headers = { 'content-type': 'application/json' };
