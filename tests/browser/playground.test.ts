import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { schema } from '../../src/schema/index.ts';
import { createLogger } from '../../src/server/logger.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { articleDossiers } from '../support/article.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

describe.skipIf(!hasBrowser)('the playground in Chromium', () => {
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    const store = await openEmbedded();
    await store.ensureSchema();
    await loadDossiers(store, await articleDossiers());
    server = await startServer({
      schema,
      store,
      config: { host: '127.0.0.1', port: 0 },
      logger: createLogger('silent'),
    });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('opens with every example as a tab, answers the first, and asks no other address', async () => {
    const page = await browser.newPage();
    const outside: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        outside.push(request.url());
    });
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));

    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-tab').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('.graphiql-tab').count()).toBe(readdirSync('examples/queries').length);

    await page.locator('.graphiql-execute-button').click();
    await page.getByText('Elon Musk').first().waitFor({ timeout: 30_000 });
    expect({ outside, errors }).toEqual({ outside: [], errors: [] });
  }, 90_000);
});
