import { spawn } from 'node:child_process';
import { createServer } from 'vite';

/**
 * `npm run dev`: the service from source, restarted at every change, and the explorer by Vite, which redraws what has
 * changed and passes questions on to the service. Whichever of the two ends takes the other with it.
 */
async function dev(): Promise<void> {
  const service = spawn('tsx', ['watch', 'src/main.ts', 'serve'], { stdio: 'inherit' });
  const explorer = await createServer({ configFile: 'web/vite.config.ts' });
  service.once('exit', async (code) => {
    await explorer.close();
    process.exitCode = code ?? 0;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => service.kill(signal));
  await explorer.listen();
  process.stdout.write(`The explorer, redrawn at every change: ${explorer.resolvedUrls?.local[0]}\n`);
}

await dev();
