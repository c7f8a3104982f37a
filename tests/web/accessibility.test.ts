import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser/browser.ts';
import { violations } from './axe.ts';
import { openExplorer, phone, searchBox, settled } from './explorer.ts';

type Act = (page: Page) => Promise<void>;

const pages: readonly (readonly [name: string, path: string, act?: Act])[] = [
  ['find', '/'],
  [
    'find, while typing',
    '/',
    async (page) => {
      await searchBox(page).fill('open');
      await page.locator('.suggestion').nth(2).waitFor();
      await page.keyboard.press('ArrowDown');
    },
  ],
  ['search', '/search?q=openai'],
  ['nothing found', '/search?q=zzzzqqqq'],
  ['browse', '/search'],
  ['entity', '/entity/openai'],
  ['entity as of a day', '/entity/elon-musk?as-of=2018-03-01'],
  ['event', '/event/microsoft-openai-partnership'],
  ['article', '/article/ciokorea-126908'],
  [
    'evidence',
    '/entity/openai',
    async (page) => {
      await page.locator('.evidence-link').first().click();
      await page.locator('.evidence-passages').waitFor();
      await page.getByText('Verify it', { exact: true }).or(page.getByText('직접 확인하기')).first().click();
    },
  ],
  ['no such page', '/entity/nobody'],
  ['timeline', '/timeline'],
  ['graph', '/graph'],
];

/** The rules of what the dark theme changes: colors, and nothing else. */
const colors = ['color-contrast'];

/** How a phone is looked at: either language must fit on it. */
const phones = [
  { colorScheme: 'light', locale: 'ko-KR', rules: undefined },
  { colorScheme: 'dark', locale: 'en-US', rules: colors },
] as const;

describe.skipIf(!hasBrowser)('accessibility', () => {
  const explorer = openExplorer();

  it.each(pages.map(([name, path, act]) => ({ name, path, act })))(
    'axe finds nothing wrong with $name, in light and in dark',
    async ({ path, act }) => {
      const page = await explorer.open(path, { colorScheme: 'light' });
      await act?.(page);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, colors)).toEqual([]);
    },
  );

  it.each(phones)(
    'nor on a phone in $locale and in $colorScheme, where nothing is wider than the screen',
    async ({ colorScheme, locale, rules }) => {
      for (const [name, path, act] of pages) {
        const page = await explorer.open(path, { colorScheme, locale, viewport: phone });
        await act?.(page);
        await settled(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([name, overflow]).toEqual([name, 0]);
        expect([name, await violations(page, rules)]).toEqual([name, []]);
        await page.context().close();
      }
    },
    90_000,
  );

  it('what is pressed on a phone is large enough for a finger, or has room around it', async () => {
    const page = await explorer.open('/entity/openai', { viewport: phone });
    await settled(page);
    const small = await page.locator('button:visible, .tabs a, .evidence-link, select').evaluateAll((all) =>
      all
        .map((one) => ({ html: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ html }) => html),
    );
    expect(small).toEqual([]);
  });

  it('nothing moves while a page comes, for whoever asked for less motion', async () => {
    /** How many animations begin until the page is there. */
    const begunFor = async (reducedMotion: 'reduce' | 'no-preference') => {
      const page = await explorer.blank({ reducedMotion });
      await page.addInitScript(() => {
        let begun = 0;
        addEventListener('animationstart', () => {
          begun += 1;
          document.documentElement.dataset.begun = String(begun);
        });
      });
      await page.route('**/graphql', async (route) => {
        await pause(300);
        await route.continue();
      });
      await page.goto(`${explorer.url()}/entity/openai`);
      await settled(page);
      return page.evaluate(() => Number(document.documentElement.dataset.begun ?? 0));
    };
    expect(await begunFor('no-preference')).toBeGreaterThan(0);
    expect(await begunFor('reduce')).toBe(0);
  });
});
