import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Dossier } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { schema } from '../../src/schema/index.ts';
import { readExplorer } from '../../src/server/explorer/files.ts';
import type { IdentityOptions } from '../../src/server/identity/plugin.ts';
import { createLogger } from '../../src/server/logger.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';
import { launchBrowser } from '../browser/browser.ts';
import { articleDossiers } from '../support/article.ts';
import { explorerFolder } from './folder.ts';

/** What a browser complained of while a test looked at pages. */
type Troubles = { readonly outside: string[]; readonly errors: string[] };

/** How a reader looks at the explorer. */
export type Reader = Pick<BrowserContextOptions, 'colorScheme' | 'locale' | 'viewport' | 'reducedMotion'>;

/** What a test file has: see openExplorer. */
export type Explorer = {
  /** The address of the service. */
  readonly url: () => string;
  /** Opens a page of the explorer for a reader who was never here before. */
  readonly open: (path: string, reader?: Reader) => Promise<Page>;
  /** A page that is nowhere yet. */
  readonly blank: (reader?: Reader) => Promise<Page>;
  /** Lets the test that calls it have errors in the console that match: those a browser writes of failed requests. */
  readonly allow: (expected: RegExp) => void;
};

/** A phone's screen. */
export const phone = { width: 360, height: 740 } as const;

/**
 * Gives a test file a service with the article (or other dossiers) and a browser. After each test its pages are closed,
 * and it fails if one of them asked anybody else for anything, or wrote an error.
 */
export function openExplorer(
  dossiers: () => Promise<Dossier[]> = articleDossiers,
  identity?: IdentityOptions,
): Explorer {
  let server: RunningServer;
  let browser: Browser;
  let troubles: Troubles = { outside: [], errors: [] };
  let allowed: RegExp[] = [];

  beforeAll(async () => {
    const store = await openEmbedded();
    await store.ensureSchema();
    await loadDossiers(store, await dossiers());
    const explorer = await readExplorer(explorerFolder);
    const config = { host: '127.0.0.1', port: 0 };
    server = await startServer({ schema, store, config, explorer, identity, logger: createLogger('silent') });
    browser = await launchBrowser();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const { outside, errors } = troubles;
    const unexpected = errors.filter((error) => !allowed.some((expected) => expected.test(error)));
    troubles = { outside: [], errors: [] };
    allowed = [];
    expect({ outside, errors: unexpected }).toEqual({ outside: [], errors: [] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const blank = async (reader: Reader = {}) => {
    const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...reader });
    context.setDefaultTimeout(5_000);
    const page = await context.newPage();
    watch(page, server.url, troubles);
    return page;
  };
  return {
    url: () => server.url,
    blank,
    open: async (path, reader) => {
      const page = await blank(reader);
      await page.goto(server.url + path);
      return page;
    },
    allow: (expected) => allowed.push(expected),
  };
}

function watch(page: Page, url: string, { outside, errors }: Troubles): void {
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
}

/** The search box of a page. */
export const searchBox = (page: Page) => page.locator('.search-box input');

/** Path, parameters and anchor at which a page is. */
export const addressOf = (page: Page) => {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
};

/**
 * Resolves when a page has its heading and is at rest: it has what it asked for, nothing of it is faded, nothing moves.
 * It stays so for some frames, since an answer can lead to the next question, and what is drawn of it is faded then.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('#main :is(h1, .notice-title)').first().waitFor();
  await expect.poll(() => page.evaluate(staysAtRest, 5), { timeout: 10_000 }).toBe(true);
}

/** Whether a page is at rest for so many frames in a row. It runs in the page. */
async function staysAtRest(frames: number): Promise<boolean> {
  for (let frame = 0; frame < frames; frame += 1) {
    if (document.querySelector('[aria-busy="true"], .waiting')) return false;
    if (document.getAnimations().length > 0) return false;
    await new Promise(requestAnimationFrame);
  }
  return true;
}
