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
  const writer = makeToken({ scopes: ['write'], days: 1 });
  const tokens = new Map([stored, writer.stored].map((one) => [one.id, one]));
  const explorer = openExplorer(undefined, { required: true, tokens });

  it('is shown the one that the reader enters, which is kept no longer than the tab', async () => {
    explorer.allow(failedRequest);
    const page = await explorer.open('/entity/openai');
    await page.getByLabel('Token').fill(` ${token} `);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    // Whoever leaves the machine to others need not close the tab.
    await page.getByRole('button', { name: 'Forget the token' }).click();
    await page.getByText('This service answers only with a token').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('says of one that is known and may not read that it may not, and of one that is not that it is not', async () => {
    explorer.allow(failedRequest);
    const page = await explorer.open('/entity/openai');
    await page.getByLabel('Token').fill(writer.token);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.getByRole('alert').filter({ hasText: 'This token may not read' }).waitFor();
    expect(await page.getByLabel('Token').count()).toBe(0);
    await page.locator('.notice').getByRole('button', { name: 'Forget the token' }).click();
    await page.getByLabel('Token').fill('nothing-of-the-kind');
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.getByText('The service does not take this token').waitFor();
  });
});

describe.skipIf(!hasBrowser)('what breaks in the page', () => {
  const explorer = openExplorer();
  const broken = (page: Page) => page.getByRole('alert').filter({ hasText: 'This part of the page broke' });

  it('a view that broke is tried again where the reader goes next, be it on the same path', async () => {
    explorer.allow(/toSorted|undefined|null|not iterable/);
    const page = await explorer.blank();
    await page.route('**/graphql', async (route) => {
      const { variables } = route.request().postDataJSON() as {
        readonly variables: { readonly day?: string };
      };
      if (variables.day !== '2018-01-15') return route.continue();
      // An answer that the view cannot draw.
      return route.fulfill({ json: { data: { entity: { __typename: 'Person', id: 'x', slug: 'openai' } } } });
    });
    await page.goto(`${explorer.url()}/entity/openai`);
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
    await page.getByLabel('As of').fill('2018-01-15');
    await broken(page).waitFor();
    await page.goBack();
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
    expect(await broken(page).count()).toBe(0);
  });

  it('the panel of evidence takes nothing else with it', async () => {
    explorer.allow(/no dialogs here/);
    const page = await explorer.blank();
    await page.addInitScript(() => {
      HTMLDialogElement.prototype.showModal = () => {
        throw new Error('no dialogs here');
      };
    });
    await page.goto(`${explorer.url()}/entity/openai`);
    await page.getByRole('link', { name: 'Source of: Founded by, Elon Musk' }).click();
    await broken(page).filter({ hasText: 'no dialogs here' }).waitFor();
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
    await page.goBack();
    await broken(page).waitFor({ state: 'detached' });
  });

  it('what stands around every view says so too, in the language of the reader', async () => {
    explorer.allow(/no connection here/);
    const page = await explorer.blank({ locale: 'ko-KR' });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'onLine', {
        get: () => {
          throw new Error('no connection here');
        },
      });
    });
    await page.goto(`${explorer.url()}/entity/openai`);
    await page.getByRole('alert').filter({ hasText: '화면의 이 부분에 문제가 생겼습니다' }).waitFor();
  });

  it('and what breaks before the language is known is told in both', async () => {
    explorer.allow(/no languages here/);
    const page = await explorer.blank();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'languages', {
        get: () => {
          throw new Error('no languages here');
        },
      });
    });
    await page.goto(`${explorer.url()}/`);
    await broken(page).waitFor();
    await page.locator('[lang=ko]').getByText('화면의 이 부분에 문제가 생겼습니다').waitFor();
  });
});
