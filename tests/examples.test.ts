import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDossiers } from '../src/dossier/load.ts';
import { openEmbedded } from '../src/graph/embedded.ts';
import { schema } from '../src/schema/index.ts';
import { createLogger } from '../src/server/logger.ts';
import { type RunningServer, startServer } from '../src/server/start.ts';
import { hasBrowser, launchBrowser } from './browser/browser.ts';
import { articleDossiers } from './support/article.ts';
import { ask } from './support/ask.ts';

let server: RunningServer;
let expected: string[];

beforeAll(async () => {
  const store = await openEmbedded();
  await store.ensureSchema();
  await loadDossiers(store, await articleDossiers());
  const config = { host: '127.0.0.1', port: 0 };
  server = await startServer({ schema, store, config, logger: createLogger('silent') });
  const { data } = await ask(
    store,
    '{ entity(slug: "openai") { relationships(first: 100) { nodes { type from { name } to { name } } } } }',
  );
  type Named = { readonly name: string };
  expected = data.entity.relationships.nodes.map(
    ({ type, from, to }: { type: string; from: Named; to: Named }) => `${from.name} ${type} ${to.name}`,
  );
});
afterAll(() => server.stop());

/** The same without what is said of times. */
const told = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/ \(?(since|until) .*$/, '').trim());

it('the script prints all relationships, page by page', async () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'examples/relationships.ts', ...args]);
  const address = `${server.url}/graphql`;
  const { stdout } = await run('openai', address, '4');
  const [title, ...lines] = stdout.trimEnd().split('\n');
  expect(expected.length).toBeGreaterThan(8);
  expect(title).toBe(`OpenAI: ${expected.length} relationships`);
  expect(told(lines)).toEqual(expected);
  expect(stdout).toMatch(/since December 2015/);
  await expect(run('nobody', address)).rejects.toThrow('There is nothing with the slug "nobody"');
}, 60_000);

describe.skipIf(!hasBrowser)('the app', () => {
  let vite: ViteDevServer;
  beforeAll(async () => {
    vite = await createServer({
      configFile: 'examples/app/vite.config.ts',
      server: { port: 0, host: '127.0.0.1', proxy: { '/graphql': server.url } },
      logLevel: 'error',
    });
    await vite.listen();
  }, 60_000);
  afterAll(() => vite.close());

  it('shows all relationships, a page at a time', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(vite.resolvedUrls?.local[0] ?? vite.resolvedUrls?.network[0] ?? '');
    await page.getByText(`OpenAI: ${expected.length} relationships`).waitFor();
    expect(await page.locator('li').count()).toBe(5);
    const more = page.getByRole('button', { name: 'More' });
    for (let shown = 5; shown < expected.length; shown = await page.locator('li').count()) {
      await more.click();
      await page.locator('li').nth(shown).waitFor();
    }
    expect(await more.count()).toBe(0);
    expect(told(await page.locator('li').allTextContents())).toEqual(expected);
    await page.getByLabel('Slug').fill('nobody');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('There is nothing with the slug “nobody”.').waitFor();
    await browser.close();
  }, 60_000);
});
