import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeToken } from '../../src/tokens.ts';
import { hasBrowser } from '../browser/browser.ts';
import { openExplorer } from './explorer.ts';

/** Lets the service answer as told, until told otherwise. */
async function answer(page: Page, status: number, body: object): Promise<void> {
  await page.route('**/graphql', (route) =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) }),
  );
}

const refusal = (code: string, message = 'no') => ({ errors: [{ message, extensions: { code } }] });
const failedRequest = /Failed to load resource/;

describe.skipIf(!hasBrowser)('states', () => {
  const explorer = openExplorer();
  const opened = async (path: string, prepare: (page: Page) => Promise<unknown>) => {
    const page = await explorer.blank();
    await prepare(page);
    await page.goto(explorer.url() + path);
    return page;
  };

  it('loading: says so to whoever hears the page, and shows where text will be', async () => {
    const page = await opened('/entity/openai', (page) =>
      page.route('**/graphql', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
      }),
    );
    const waiting = page.getByRole('status').filter({ hasText: 'Loading' });
    await waiting.waitFor();
    expect(await waiting.locator('.waiting-line').count()).toBe(8);
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
  });

  it('unreachable: says so, and asks again when told to', async () => {
    explorer.allow(failedRequest);
    const page = await opened('/entity/openai', (page) => page.route('**/graphql', (route) => route.abort()));
    await page.getByRole('alert').filter({ hasText: 'The service cannot be reached' }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
  });

  it('offline: says so, keeps what is there, and goes on by itself when back', async () => {
    explorer.allow(failedRequest);
    const page = await explorer.open('/entity/openai');
    await page.locator('h1').waitFor();
    await page.context().setOffline(true);
    await page.locator('.offline-banner').waitFor();
    expect(await page.locator('h1').innerText()).toContain('OpenAI');
    await page.locator('#founded-in').getByRole('link', { name: 'Elon Musk', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'You are offline' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('h1', { hasText: 'Elon Musk' }).waitFor();
    await page.locator('.offline-banner').waitFor({ state: 'detached' });
  });

  it('an error of the service is told in its words', async () => {
    const page = await opened('/entity/openai', (page) =>
      answer(page, 200, refusal('STORE_UNAVAILABLE', 'Neo4j cannot be reached.')),
    );
    await page.getByRole('alert').filter({ hasText: 'Neo4j cannot be reached.' }).waitFor();
  });

  it.each([
    ['BUSY', 503],
    ['RATE_LIMITED', 429],
  ])('%s is told as busy', async (code, status) => {
    explorer.allow(failedRequest);
    const page = await opened('/', (page) => answer(page, status, refusal(code)));
    await page.getByText('The service is busy').waitFor();
  });

  it('a page that the service has not, and a view that is none', async () => {
    const page = await explorer.open('/event/nothing-of-the-kind');
    await page.getByText('There is no such page').waitFor();
    const headers = { accept: 'text/html' };
    expect((await fetch(`${explorer.url()}/no/such/view`, { headers })).status).toBe(404);
  });
});

describe.skipIf(!hasBrowser)('an empty graph', () => {
  const explorer = openExplorer(async () => []);

  it('says that it is empty, and asks no questions that it cannot answer', async () => {
    const page = await explorer.open('/');
    await page.getByText('The graph is empty').waitFor();
    expect(await page.locator('.find-example').count()).toBe(0);
  });
});

describe.skipIf(!hasBrowser)('a service that wants a token', () => {
  const { token, stored } = makeToken({ scopes: ['read'], days: 1 });
  const explorer = openExplorer(undefined, { required: true, tokens: new Map([[stored.id, stored]]) });

  it('is shown the one that the reader enters, which is kept no longer than the tab', async () => {
    explorer.allow(failedRequest);
    const page = await explorer.open('/entity/openai');
    await page.getByLabel('Token').fill(` ${token} `);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
  });
});
