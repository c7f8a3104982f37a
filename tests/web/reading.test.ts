import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../web/src/i18n/en.ts';
import { ko } from '../../web/src/i18n/ko.ts';
import { hasBrowser } from '../browser/browser.ts';
import { addressOf, openExplorer } from './explorer.ts';

/** What may stand in a Korean interface in Latin letters: names, and the other language's own name. */
const sameInBoth = new Set(['Throughline', 'English', 'View in English']);

function texts(table: object, path = ''): [path: string, text: string][] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[`${path}${name}`, value]];
    if (typeof value === 'function') return [[`${path}${name}`, String(value(1, 2, 3))]];
    return texts(value as object, `${path}${name}.`);
  });
}

describe('the messages', () => {
  it('are Korean in Korean, and none is missing or empty', () => {
    const korean = texts(ko);
    expect(korean.map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
    const odd = korean.filter(([, text]) => !/[가-힣]/.test(text) && !sameInBoth.has(text));
    // What is made of names alone has no word of its own.
    expect(odd.map(([path]) => path)).toEqual(['evidence.of', 'timeline.oneMark']);
  });
});

describe.skipIf(!hasBrowser)('reading', () => {
  const explorer = openExplorer();
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('begins in the language of the browser', async () => {
    const korean = await explorer.open('/entity/openai', { locale: 'ko-KR' });
    await korean.locator('h1', { hasText: '오픈AI' }).waitFor();
    expect(await korean.locator('html').getAttribute('lang')).toBe('ko');
    const english = await explorer.open('/entity/openai', { locale: 'fr-FR' });
    await english.locator('h1', { hasText: 'OpenAI' }).waitFor();
    expect(await english.locator('html').getAttribute('lang')).toBe('en');
  });

  it('the toggle changes everything: words, names, dates, and what comes later', async () => {
    const page = await explorer.open('/entity/openai');
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: '한국어로 보기' }).click();
    await page.locator('h1', { hasText: '오픈AI' }).waitFor();
    expect(addressOf(page)).toBe('/entity/openai?lang=ko');
    expect(await page.title()).toBe('오픈AI · Throughline');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.locator('#founded-in', { hasText: '2015년 12월' }).waitFor();
    // No word of the English interface is left.
    const words = await page.locator('.shell').innerText();
    const english = texts(en)
      .map(([, text]) => text)
      .filter((text) => /^[A-Za-z ]{5,}$/.test(text) && !sameInBoth.has(text));
    expect(english.filter((text) => new RegExp(`\\b${text}\\b`).test(words))).toEqual([]);
    await page.locator('#founded-in').getByRole('link', { name: '일론 머스크', exact: true }).click();
    await page.locator('h1', { hasText: '일론 머스크' }).waitFor();
    expect(addressOf(page)).toBe('/entity/elon-musk?lang=ko');
    // A choice is remembered for addresses that name no language.
    await page.goto(`${explorer.url()}/`);
    await page.getByText('이런 질문으로 시작해 보세요').waitFor();
  });

  it('an address shared is read in the language it was read in', async () => {
    const page = await explorer.open('/event/openai-founding?lang=ko', { locale: 'en-US' });
    await page.locator('h1', { hasText: '오픈AI 설립' }).waitFor();
    expect(await page.locator('.page-head').innerText()).toContain('2015년 12월');
  });

  it('is light or dark as the device says, or as chosen, which is remembered', async () => {
    const page = await explorer.open('/', { colorScheme: 'dark' });
    const dark = await ground(page);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await ground(page);
    expect(light).not.toBe(dark);
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await ground(page)).toBe(dark);
    await page.reload();
    await page.locator('h1').waitFor();
    expect(await ground(page)).toBe(dark);
    await page.getByLabel('Appearance').selectOption('system');
    expect(await ground(page)).toBe(light);
  });

  it('by keys alone: past the head of the page to its content, from link to link', async () => {
    const page = await explorer.open('/entity/openai');
    await page.locator('h1').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('class')).toBe('evidence-link');
    // What has the focus is seen to have it.
    expect(await focused.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  });

  it('breaks Korean between words', async () => {
    const page = await explorer.open('/', { locale: 'ko-KR' });
    await page.locator('h1').waitFor();
    expect(await page.locator('h1').evaluate((one) => getComputedStyle(one).wordBreak)).toBe('keep-all');
  });
});
