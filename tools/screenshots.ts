import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { readSound } from '../src/commands/load.ts';
import { dataFolder } from '../src/config.ts';
import { loadDossiers } from '../src/dossier/load.ts';
import { openEmbedded } from '../src/graph/embedded.ts';
import { schema } from '../src/schema/index.ts';
import { createLogger } from '../src/server/logger.ts';
import { startServer } from '../src/server/start.ts';
import { hasBrowser, launchBrowser } from '../tests/browser/browser.ts';

/**
 * `npm run screenshots`: pictures of every view of the explorer, in both languages and themes, on a desk and on a phone.
 * All go to .throughline/screenshots; the few that the README shows go to docs/images, too.
 */
type Shot = {
  readonly name: string;
  readonly path: string;
  /** What is done on the page before the picture is made. */
  readonly act?: (page: Page) => Promise<void>;
  /** The pictures the README shows, by language, theme and size. */
  readonly shown?: readonly string[];
};

const shots: readonly Shot[] = [
  { name: 'find', path: '/', shown: ['en-light-desktop'] },
  {
    name: 'suggest',
    path: '/',
    act: async (page) => {
      await page.locator('.search-box input').pressSequentially('ㅇㅍ');
      await page.locator('.suggestion').nth(2).waitFor();
    },
  },
  { name: 'search', path: '/search?q=openai' },
  { name: 'entity', path: '/entity/openai', shown: ['en-light-desktop', 'ko-dark-phone'] },
  { name: 'as-of', path: '/entity/openai?as-of=2018-03-01#relationships' },
  { name: 'person', path: '/entity/elon-musk' },
  { name: 'event', path: '/event/microsoft-openai-partnership' },
  { name: 'article', path: '/article/ciokorea-126908' },
  {
    name: 'evidence',
    path: '/entity/openai#founded-in',
    act: async (page) => {
      await page.locator('#founded-in .evidence-link').first().click();
      await page.locator('.evidence-passages').waitFor();
    },
    shown: ['en-light-desktop'],
  },
  {
    name: 'timeline',
    path: '/timeline?lanes=microsoft,openai',
    act: (page) => page.locator('.timeline-surface .mark').first().waitFor(),
    shown: ['en-light-desktop'],
  },
  {
    name: 'graph',
    path: '/graph?as-of=2018-03-01&node=openai&of=openai',
    act: (page) => page.locator('.graph-canvas canvas').first().waitFor({ state: 'attached' }),
    shown: ['en-light-desktop'],
  },
  { name: 'unknown', path: '/entity/nobody' },
];

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 760 } } as const;

const folder = '.throughline/screenshots';
const shownFolder = 'docs/images';

/** Without a Korean font the pictures would be of empty boxes. */
async function needKoreanFont(): Promise<void> {
  const { stdout } = await promisify(execFile)('fc-list', [':lang=ko', 'family']).catch(() => ({
    stdout: '',
  }));
  if (stdout.trim() === '')
    throw new Error(
      'No font has Korean letters. On Debian: apt-get install --no-install-recommends fontconfig fonts-noto-cjk',
    );
}

async function serve() {
  if (!existsSync('dist/web/index.html')) throw new Error('The explorer is not built: npm run build');
  const store = await openEmbedded();
  await store.ensureSchema();
  await loadDossiers(store, await readSound(dataFolder));
  const config = { host: '127.0.0.1', port: 0 };
  return startServer({ schema, store, config, logger: createLogger('silent') });
}

async function shoot(browser: Browser, url: string, only: string | undefined): Promise<void> {
  for (const language of ['en', 'ko'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const size of ['desktop', 'phone'] as const) {
        const variant = `${language}-${colorScheme}-${size}`;
        const context = await browser.newContext({
          viewport: sizes[size],
          colorScheme,
          locale: language === 'ko' ? 'ko-KR' : 'en-US',
          reducedMotion: 'reduce',
        });
        for (const shot of shots) {
          if (only && !`${shot.name}-${variant}`.includes(only)) continue;
          await picture(await context.newPage(), url, shot, variant);
        }
        await context.close();
      }
}

async function picture(
  page: Page,
  url: string,
  { name, path, act, shown }: Shot,
  variant: string,
): Promise<void> {
  await page.goto(url + path);
  await page.waitForLoadState('networkidle');
  await act?.(page);
  const file = `${name}-${variant}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: !act && !path.includes('#') });
  if (shown?.includes(variant)) await page.screenshot({ path: join(shownFolder, file) });
  await page.close();
}

async function main(): Promise<void> {
  if (!hasBrowser)
    throw new Error('There is no Chromium. On Debian: apt-get install --no-install-recommends chromium');
  await needKoreanFont();
  await mkdir(folder, { recursive: true });
  await mkdir(shownFolder, { recursive: true });
  const server = await serve();
  const browser = await launchBrowser();
  await shoot(browser, server.url, process.argv[2]).finally(() => browser.close());
  await server.stop();
  process.stdout.write(`Pictures are in ${folder}; those of the README in ${shownFolder}.\n`);
}

await main();
