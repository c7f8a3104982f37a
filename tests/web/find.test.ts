import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser/browser.ts';
import { addressOf, openExplorer, searchBox } from './explorer.ts';

describe.skipIf(!hasBrowser)('find', () => {
  const explorer = openExplorer();

  it.each([
    ['en-US', 'open', 'OpenAI'],
    ['en-US', 'Microsft', 'Microsoft'],
    ['en-US', 'altman', 'Sam Altman'],
    ['ko-KR', 'ㅇㅍ', '오픈AI'],
    ['ko-KR', '오픈AI에', '오픈AI'],
    ['ko-KR', '머스크가', '일론 머스크'],
  ])('in %s, %s suggests %s', async (locale, typed, name) => {
    const page = await explorer.open('/', { locale });
    await searchBox(page).fill(typed);
    await page.locator('.suggestion:has(.kind-mark)', { hasText: name }).first().click();
    await page.locator('h1', { hasText: name }).waitFor();
    expect(addressOf(page)).toMatch(/^\/entity\//);
  });

  it('is used by keys alone, as the combobox pattern has it', async () => {
    const page = await explorer.open('/');
    const box = searchBox(page);
    await box.focus();
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.type('micros');
    await page.locator('.suggestion').nth(1).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    const active = async () => {
      const id = await box.getAttribute('aria-activedescendant');
      return id && page.locator(`[id="${id}"]`).innerText();
    };
    expect(await active()).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await active()).toContain('Everything that “micros” finds');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBeNull();
    await page.keyboard.press('ArrowDown');
    expect(await active()).toContain('Microsoft');
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.inputValue()).toBe('micros');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
    await page.keyboard.type('microsoft');
    await page.locator('.suggestion').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Microsoft' }).waitFor();
    expect(addressOf(page)).toBe('/entity/microsoft');
    // Whoever cannot see it is put at the content.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('Enter finds everything, by kind, and the address says what was asked', async () => {
    const page = await explorer.open('/');
    await searchBox(page).fill('OpenAI');
    await searchBox(page).press('Enter');
    await page.locator('h1', { hasText: 'Results for “OpenAI”' }).waitFor();
    expect(addressOf(page)).toBe('/search?q=OpenAI');
    await page.getByRole('button', { name: /^Investment/ }).click();
    await page.locator('.found', { hasText: 'Microsoft invests in OpenAI' }).waitFor();
    await expect.poll(() => page.locator('.found').count()).toBe(1);
    expect(addressOf(page)).toBe('/search?kind=INVESTMENT&q=OpenAI');
    await page.goBack();
    await expect.poll(() => page.locator('.found').count()).toBeGreaterThan(3);
    expect(await searchBox(page).inputValue()).toBe('OpenAI');
  });

  it('says so when a text finds nothing', async () => {
    const page = await explorer.open('/search?q=zzzzqqqq');
    await page.getByText('Nothing found').waitFor();
  });

  it('lists what there is, by kind', async () => {
    const page = await explorer.open('/search?kind=PERSON');
    await page.locator('.found').first().waitFor();
    expect(await page.locator('.found .thing-link').allInnerTexts()).toEqual([
      'Elon Musk',
      'Kim Dal-hoon',
      'Sam Altman',
      'Satya Nadella',
    ]);
  });

  it('remembers what was looked at, until told to forget', async () => {
    const page = await explorer.open('/');
    await searchBox(page).fill('tesla');
    await page.locator('.suggestion').first().click();
    await page.locator('h1', { hasText: 'Tesla' }).waitFor();
    await page.getByRole('link', { name: 'Throughline' }).click();
    const recent = page.locator('section', { hasText: 'Looked at before' });
    await recent.getByRole('link', { name: 'Tesla' }).waitFor();
    await recent.getByRole('button', { name: 'Forget these' }).click();
    await recent.waitFor({ state: 'detached' });
  });

  it('every question to begin with leads to a view with an answer', async () => {
    const page = await explorer.open('/');
    const count = await page.locator('.find-example').count();
    expect(count).toBeGreaterThanOrEqual(6);
    for (let index = 0; index < count; index++) {
      await page.locator('.find-example').nth(index).click();
      await page.locator('.find').waitFor({ state: 'detached' });
      await page.locator('#main :is(h1, .notice-title)').first().waitFor();
      expect(await page.getByText('There is no such page').count()).toBe(0);
      await page.goBack();
    }
  });
});
