import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Loads a made-up graph into the store that `env` names. */
export async function loadGraph(
  { things, seed, tree }: { readonly things: number; readonly seed: number; readonly tree: string },
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'bench/data/dev-load.ts', String(things), String(seed)],
    {
      cwd: tree,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The graph could not be loaded (${code}).`);
}
