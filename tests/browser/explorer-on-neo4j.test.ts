import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { schema } from '../../src/schema/index.ts';
import { readExplorer } from '../../src/server/explorer/files.ts';
import { createLogger } from '../../src/server/logger.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { engines } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { buildExplorer } from '../web/build.ts';
import { explorerOnNeo4jFolder } from '../web/folder.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

// One walk through every view, over Neo4j: all else is looked at over the embedded engine, which answers the same.
const neo4j = engines.find(({ name, available }) => name === 'neo4j' && available);
let server: RunningServer;
let browser: Browser;
let close: () => Promise<void>;

beforeAll(async () => {
  if (!neo4j || !hasBrowser) return;
  await buildExplorer(explorerOnNeo4jFolder);
  const store = await neo4j.open();
  await loadDossiers(store, await articleDossiers());
  const explorer = await readExplorer(explorerOnNeo4jFolder);
  const config = { host: '127.0.0.1', port: 0 };
  server = await startServer({ schema, store, config, explorer, logger: createLogger('silent') });
  browser = await launchBrowser();
  close = () => store.close();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await close?.();
});

const heading = (page: Page, text: string) => page.locator('h1', { hasText: text }).waitFor();

it.skipIf(!neo4j || !hasBrowser)(
  'finds by initial consonants, reads an entity and its evidence, a timeline and a graph as of a day',
  async () => {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.url);
    await page.locator('.search-box input').first().pressSequentially('ㅇㅍ');
    await page.locator('.suggestion', { hasText: 'OpenAI' }).first().click();
    await heading(page, 'OpenAI');

    await page.getByRole('link', { name: 'Source of: Founded by, Elon Musk' }).click();
    const panel = page.getByRole('dialog', { name: 'Who says so' });
    await panel.getByText('CIO Korea · July 24, 2019').first().waitFor();
    expect(await panel.innerText()).toMatch(/Paragraph 12, characters \d+ to \d+/);

    await page.goto(`${server.url}/timeline?lanes=microsoft,openai`);
    const founding = page
      .locator('.timeline-surface')
      .getByRole('button', { name: /^Founding of OpenAI, December 2015/ });
    await founding.first().waitFor();

    await page.goto(`${server.url}/graph?of=openai&as-of=2018-03-01`);
    await page.getByText('As it stood on March 1, 2018.').waitFor();
    await page.locator('.drawing-count', { hasText: '8 things, 13 relationships' }).waitFor();
    expect(errors).toEqual([]);
  },
);
