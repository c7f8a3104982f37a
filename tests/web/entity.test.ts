import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser/browser.ts';
import { addressOf, openExplorer, settled } from './explorer.ts';

const row = (page: Page, group: string, name: string) =>
  page.locator(`#${group} .relationship`, { hasText: name });

describe.skipIf(!hasBrowser)('an entity', () => {
  const explorer = openExplorer();

  it('has its names in both languages, its facts, and dates no preciser than known', async () => {
    const page = await explorer.open('/entity/openai');
    await page.locator('h1').waitFor();
    expect(await page.title()).toBe('OpenAI · Throughline');
    expect(await page.locator('h1').innerText()).toMatch(/^OpenAI\s+오픈AI$/);
    expect(await page.locator('h1 [lang=ko]').innerText()).toBe('오픈AI');
    const facts = page.locator('section', { hasText: 'Key facts' });
    expect(await facts.innerText()).toContain('Nonprofit');
    const founded = facts.locator('time');
    expect(await founded.innerText()).toBe('December 2015');
    expect(await founded.getAttribute('datetime')).toBe('2015-12');
    expect(await row(page, 'founded-in', 'Elon Musk').innerText()).toContain('December 2015');
    // No day of that month is made up anywhere.
    expect(await page.locator('main').innerText()).not.toMatch(/December \d{1,2}, 2015|2015-12-\d\d/);
  });

  it('shows how each relationship stands today: what no source settles, as possible', async () => {
    const page = await explorer.open('/entity/openai');
    await row(page, 'holds_position-in', 'Sam Altman').waitFor();
    expect(await row(page, 'holds_position-in', 'Sam Altman').innerText()).toContain('May hold');
    expect(await row(page, 'holds_position-in', 'Elon Musk').innerText()).toContain('No longer');
    expect(await row(page, 'founded-in', 'Elon Musk').innerText()).toContain('Happened');
    expect(await page.locator('#subclass_of-in').count()).toBe(0);
  });

  it('shows how each stood on another day, which the address holds', async () => {
    const page = await explorer.open('/entity/openai');
    await page.getByLabel('As of').fill('2018-01-15');
    expect(addressOf(page)).toBe('/entity/openai?as-of=2018-01-15');
    await expect.poll(() => row(page, 'holds_position-in', 'Elon Musk').innerText()).toContain('May hold');
    await expect.poll(() => row(page, 'founded-out', 'OpenAI LP').innerText()).toContain('Not yet');
    await page.getByLabel('As of').fill('2019-07-24');
    await expect.poll(() => row(page, 'holds_position-in', 'Sam Altman').innerText()).toContain('Holds');
    // Choosing a day is one step, however often it is changed.
    await page.goBack();
    expect(addressOf(page)).toBe('/entity/openai');
    await expect.poll(() => row(page, 'holds_position-in', 'Sam Altman').innerText()).toContain('May hold');
    await page.goForward();
    await expect.poll(() => page.getByLabel('As of').inputValue()).toBe('2019-07-24');
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    expect(addressOf(page)).toBe('/entity/openai');
  });

  it('takes a day that the calendar does not have for none', async () => {
    const page = await explorer.open('/entity/openai?as-of=2018-02-30');
    await page.getByText('That is today.').waitFor();
  });

  it('leads from thing to thing, and back, to where one was', async () => {
    const page = await explorer.open('/entity/openai');
    await row(page, 'founded-in', 'Elon Musk').getByRole('link', { name: 'Elon Musk', exact: true }).click();
    await page.locator('h1', { hasText: 'Elon Musk' }).waitFor();
    await page.getByRole('link', { name: 'Elon Musk leaves the board of OpenAI', exact: true }).click();
    await page.locator('h1', { hasText: 'leaves the board' }).waitFor();
    expect(await page.locator('.page-head').innerText()).toContain('February 2018');
    await page.goBack();
    await page.goBack();
    await page.locator('h1', { hasText: 'OpenAI' }).waitFor();
    expect(addressOf(page)).toBe('/entity/openai');
    await page.goForward();
    await page.locator('h1', { hasText: 'Elon Musk' }).waitFor();
  });

  it('a link leads to the top of a page, and going back to where on the page one was', async () => {
    const page = await explorer.open('/entity/openai', { viewport: { width: 900, height: 500 } });
    const link = page.getByRole('link', { name: 'Elon Musk leaves the board of OpenAI', exact: true });
    // The timeline of the page comes later than its lists, and takes a place above them.
    await settled(page);
    await link.scrollIntoViewIfNeeded();
    const scrolled = () => page.evaluate(() => Math.round(window.scrollY));
    const before = await scrolled();
    expect(before).toBeGreaterThan(500);
    await link.click();
    await page.locator('h1', { hasText: 'leaves the board' }).waitFor();
    expect(await scrolled()).toBe(0);
    await page.goBack();
    await expect.poll(scrolled).toBe(before);
  });

  it('an anchor leads to a group', async () => {
    const page = await explorer.open('/entity/openai#founded-in');
    const heading = page.locator('#founded-in h3');
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(200);
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('says that a date is not known, where none is', async () => {
    const page = await explorer.open('/entity/open-up');
    await page.locator('h1').waitFor();
    const facts = page.locator('section', { hasText: 'Key facts' });
    expect(await facts.innerText()).toMatch(/Legal form\s+Not known/);
    expect(await facts.innerText()).toMatch(/Founded\s+Not known/);
  });

  it('says that there is no such page, where there is none', async () => {
    const page = await explorer.open('/entity/nobody');
    await page.getByText('There is no such page').waitFor();
    await page.getByRole('link', { name: 'To the start' }).click();
    expect(addressOf(page)).toBe('/');
  });

  it('the playground opens with the query of the view, and answers it', async () => {
    const page = await explorer.open('/entity/openai?as-of=2018-03-01');
    const link = page.getByRole('link', { name: /GraphQL of this view/ });
    const address = new URL((await link.getAttribute('href')) ?? '', explorer.url());
    expect(address.pathname).toBe('/graphql');
    const query = address.searchParams.get('query') ?? '';
    expect(query).toContain('$slug: String! = "openai"');
    expect(query).toContain('$day: Date! = "2018-03-01"');
    expect(query).toContain('$language: Language! = EN');
    const response = await fetch(`${explorer.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).toMatchObject({ data: { entity: { name: 'OpenAI' } } });
    const [opened] = await Promise.all([page.waitForEvent('popup', { timeout: 20_000 }), link.click()]);
    await opened.locator('.graphiql-execute-button').waitFor({ timeout: 20_000 });
    await opened.locator('.graphiql-execute-button').click();
    await opened
      .locator('.graphiql-response', { hasText: 'May' })
      .or(opened.getByText('"OpenAI"').first())
      .first()
      .waitFor({ timeout: 20_000 });
    await opened.close();
  }, 60_000);
});

describe.skipIf(!hasBrowser)('an event and an article', () => {
  const explorer = openExplorer();

  it('an event has its sums with every digit, and about where the source says about', async () => {
    const page = await explorer.open('/event/microsoft-invests-in-openai');
    await page.locator('h1', { hasText: 'Microsoft invests in OpenAI' }).waitFor();
    const facts = await page.locator('section', { hasText: 'Key facts' }).innerText();
    expect(facts).toMatch(/USD\s1,000,000,000/);
    expect(facts).toMatch(/about KRW\s1,180,000,000,000/);
    expect(facts).toContain('Partnership of Microsoft and OpenAI');
  });

  it('says in which office someone spoke', async () => {
    const page = await explorer.open('/event/sam-altman-statement-on-agi');
    await page.locator('h1').waitFor();
    expect(await page.locator('.event-office').innerText()).toContain('CEO, OpenAI');
    expect(await page.locator('.page-head').innerText()).toMatch(/July 24, 2019/);
  });

  it('an article turns the pages of its passages', async () => {
    const page = await explorer.open('/article/ciokorea-126908');
    await page.locator('.passage-row').first().waitFor();
    expect(await page.locator('.passage-row').count()).toBe(30);
    const [, total = ''] = /30 of (\d+)/.exec(await page.locator('.show-more').innerText()) ?? [];
    expect(Number(total)).toBeGreaterThan(30);
    while (await page.getByRole('button', { name: 'Load more' }).count()) {
      const before = await page.locator('.passage-row').count();
      await page.getByRole('button', { name: 'Load more' }).click();
      await expect.poll(() => page.locator('.passage-row').count()).toBeGreaterThan(before);
    }
    expect(await page.locator('.passage-row').count()).toBe(Number(total));
    expect(await page.getByRole('link', { name: /Read the original/ }).getAttribute('href')).toBe(
      'http://www.ciokorea.com/news/126908',
    );
  });
});
