import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench`: fetches the packages of this folder where they are missing, then measures. */
const folder = fileURLToPath(new URL('.', import.meta.url));

if (!existsSync(new URL('node_modules', import.meta.url))) {
  process.stderr.write('Fetching the packages that only the benchmark needs.\n');
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci in bench/ ended with ${status}.`);
}

// Imported only now: it needs those packages.
const { main } = await import('./main.ts');
await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
