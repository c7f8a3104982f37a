import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../src/config.ts';
import { amountsOf } from '../../src/generate/amounts.ts';
import { generateDossiers } from '../../src/generate/dossiers.ts';
import { minimalDossier } from '../dossier/minimal.ts';

// Each test starts a process, and the engine with it.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-'));
  await writeFile(join(folder, 'a.yaml'), minimalDossier());
});
afterAll(() => rm(folder, { recursive: true }));

const main = ['--import', import.meta.resolve('tsx'), join(projectRoot, 'src', 'main.ts')];

/** Runs the command line in the folder, with a store of its own and with something to read. */
function throughline(store: string, args: readonly string[], input = '') {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, STORE_PATH: join(folder, store) } };
    const child = execFile(process.execPath, [...main, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

const lines = [...generateDossiers(1, amountsOf({ things: 60 }))].map((dossier) => JSON.stringify(dossier));

describe('throughline load --stream', () => {
  it('loads what generate prints, from standard input and again from a file', async () => {
    const generated = await throughline('any', ['generate', '--things', '60']);
    expect(generated.stdout).toBe(`${lines.join('\n')}\n`);
    const first = await throughline('one', ['load', '--stream', '-'], generated.stdout);
    expect(first).toMatchObject({
      code: 0,
      stdout: `${lines.length} dossiers loaded, 0 unchanged; the graph is at revision 1\n`,
    });
    expect(first.stderr).toMatch(/^\d+ dossiers · \d+ a second · 0:\d\d elapsed\n$/);
    await writeFile(join(folder, 'made-up.jsonl'), generated.stdout);
    const again = await throughline('one', ['load', '--stream', 'made-up.jsonl']);
    expect(again.stdout).toBe(`0 dossiers loaded, ${lines.length} unchanged; the graph is at revision 1\n`);
    expect(again.stderr).toMatch(/^100 % · /);
  });

  it('loads a folder of dossiers', async () => {
    const { code, stdout } = await throughline('two', ['load', '--stream', '.']);
    expect([code, stdout]).toEqual([0, '1 dossier loaded, 0 unchanged; the graph is at revision 1\n']);
  });

  it('stops at a line that is no dossier, though more could come', async () => {
    const { code, stderr } = await throughline(
      'three',
      ['load', '--stream', '-'],
      `${lines[0]}\n{"article"\n`,
    );
    expect(code).toBe(1);
    expect(stderr).toBe(
      'throughline: line 2 of standard input cannot be loaded; the dossier before it is stored whole:\n' +
        'standard input:2:11 is not JSON: a line holds one dossier, as JSON\n',
    );
  });

  it.each([
    ['a file that is not there', ['load', '--stream', 'none'], 1, 'none: no such file or folder'],
    ['a path beside it', ['load', 'a.yaml', '--stream', '-'], 2, 'takes no path beside it'],
    ['what a stream cannot know', ['load', '--stream', '-', '--remove-others'], 2, 'cannot be used with'],
  ])('refuses %s', async (_what, args, code, message) => {
    const outcome = await throughline('four', args);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(message)]);
  });
});
