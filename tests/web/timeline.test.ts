import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser/browser.ts';
import { violations } from './axe.ts';
import { addressOf, openExplorer, phone, settled } from './explorer.ts';
import { stubTimeline } from './timeline-stub.ts';

const mark = (page: Page, name: RegExp) => page.locator('.timeline-surface').getByRole('button', { name });
const marks = (page: Page) => page.locator('.timeline-surface .mark');
const drawn = (page: Page) => page.locator('.drawing-count');
const width = async (page: Page, name: RegExp) =>
  Number(await mark(page, name).locator('.mark-span').getAttribute('width'));

/** How light the colours of a mark's bar are, from its one end to its other. */
const lightOf = (mark: Locator) =>
  mark.locator('.mark-span').evaluate((bar) => {
    const id = /#([^"]+)/.exec(getComputedStyle(bar).fill)?.[1] ?? '';
    const stops = document.getElementById(id)?.querySelectorAll('stop') ?? [];
    return [...stops].map((stop) => Number(stop.getAttribute('stop-opacity')));
  });

describe.skipIf(!hasBrowser)('the timeline', () => {
  const explorer = openExplorer();
  const open = async (path: string, reader?: Parameters<typeof explorer.open>[1]) => {
    const page = await explorer.open(path, reader);
    await marks(page).first().waitFor();
    return page;
  };

  it('draws a day as a point, a month as a month, and what is open without an end', async () => {
    const page = await open('/timeline?from=2015-11-01&to=2016-01-31');
    expect(await page.locator('h1').allTextContents()).toEqual(['Timeline']);
    expect(await page.title()).toBe('Timeline · Throughline');
    // A third of the view is December; the founding is somewhere in it.
    const surface = (await page.locator('.timeline-surface').boundingBox())?.width ?? 0;
    const december = await width(page, /^Founding of OpenAI, December 2015/);
    expect(december / surface).toBeCloseTo(31 / 92, 1);
    expect(
      await mark(page, /^Founding of OpenAI,/)
        .locator('circle')
        .count(),
    ).toBe(0);
    // "July 24, 2019 or earlier" may be here, too.
    const open_ = mark(page, /^Sam Altman leaves Y Combinator, July 24, 2019 or earlier/);
    expect(await lightOf(open_)).toEqual([0.3, 0.3, 1]);
    await page.goto(`${explorer.url()}/timeline?from=2019-07-01&to=2019-07-31`);
    await mark(page, /^Microsoft invests in OpenAI, July 22, 2019/).waitFor();
    expect(
      await mark(page, /^Microsoft invests in OpenAI, July 22, 2019/)
        .locator('circle')
        .count(),
    ).toBe(1);
  });

  it('says how many are drawn, and counts the open ones beside the histogram', async () => {
    const page = await open('/timeline');
    expect(await drawn(page).textContent()).toBe('All 11 dated events');
    expect(await marks(page).count()).toBe(11);
    const histogram = page.getByRole('img', { name: /^Number of events/ });
    // The unit fits the whole as soon as it is known how long that is.
    await expect
      .poll(() => histogram.getAttribute('aria-label'))
      .toBe('Number of events. December 2015: 1, February 2018: 1, March 2019: 1, July 2019: 6');
    expect(await page.locator('.timeline-legend').textContent()).toContain('open or very wide dates: 2');
  });

  it('compares entities in lanes that are picked by name', async () => {
    const page = await open('/timeline');
    for (const typed of ['microso', 'ㅇㅍ']) {
      await page.getByRole('combobox', { name: 'Compare, each in a lane' }).fill(typed);
      // It need not be waited for what is offered.
      await page.keyboard.press('Enter');
      await page.waitForURL(
        (url) => url.searchParams.get('lanes')?.split(',').length === (typed === 'ㅇㅍ' ? 2 : 1),
      );
    }
    await page.locator('.timeline-line').nth(1).waitFor();
    expect(addressOf(page)).toBe('/timeline?lanes=microsoft%2Copenai');
    expect(await page.locator('.timeline-lane-count').allTextContents()).toEqual(['4 events', '7 events']);
    // What both took part in stands in both lanes.
    expect(await mark(page, /^Microsoft invests in OpenAI/).count()).toBe(2);
    await page.getByRole('button', { name: 'Take Microsoft away' }).click();
    await page.waitForURL(/lanes=openai$/);
    await page.goBack();
    await page.locator('.timeline-line').nth(1).waitFor();
  });

  it('is filtered by kind and by words, and the address has it', async () => {
    const page = await open('/timeline');
    await page.getByText('Kinds of event').click();
    await page.getByRole('button', { name: 'Founding', exact: true }).click();
    await page.getByText('All 2 dated events').waitFor();
    await page.getByLabel('With these words').fill('LP');
    await page.getByText('All 1 dated events').or(page.getByText('1 dated event')).first().waitFor();
    expect(addressOf(page)).toBe('/timeline?kinds=FOUNDING&text=LP');
    const again = await open('/timeline?kinds=FOUNDING&text=LP');
    expect(await marks(again).count()).toBe(1);
    await again.getByLabel('With these words').fill('zzzz');
    await again.getByText('No dated event').waitFor();
  });

  it('zooms by wheel about the pointer, by buttons, and by keys; the address follows, and back leads back', async () => {
    const page = await open('/timeline');
    const range = page.locator('.timeline-range');
    // The first answer tells in which unit to count; the whole is that of the second.
    await settled(page);
    const whole = await range.textContent();
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.waitForURL(/from=.*to=/);
    const once = await range.textContent();
    expect(once).not.toBe(whole);
    const box = await page.locator('.timeline-surface').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 60);
    const before = addressOf(page);
    for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, -200);
    await page.waitForFunction((before) => !location.href.endsWith(before), before);
    await marks(page).first().focus();
    const wheeled = await range.textContent();
    await page.keyboard.press('-');
    await expect.poll(() => range.textContent()).not.toBe(wheeled);
    await page.waitForTimeout(400);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect.poll(() => range.textContent()).toBe(whole);
    await page.goBack();
    await expect.poll(() => range.textContent()).not.toBe(whole);
    await page.goBack();
    await expect.poll(() => range.textContent()).toBe(whole);
    await page.goForward();
    await expect.poll(() => new URL(page.url()).searchParams.has('from')).toBe(true);
  });

  it('moves by dragging, and a drag selects nothing', async () => {
    const page = await open('/timeline?from=2019-01-01&to=2019-12-31');
    const box = (await page.locator('.timeline-surface').boundingBox()) ?? { x: 0, y: 0, width: 0 };
    await page.mouse.move(box.x + box.width / 2, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 200, box.y + 60, { steps: 8 });
    await page.mouse.up();
    await page.waitForURL(/from=2018/);
    expect(addressOf(page)).not.toContain('event=');
  });

  it('is brushed in the histogram, by hand and by keys', async () => {
    const page = await open('/timeline');
    const box = (await page.locator('.timeline-brush').boundingBox()) ?? { x: 0, y: 0, width: 0 };
    await page.mouse.move(box.x + box.width * 0.8, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.97, box.y + 30, { steps: 6 });
    await page.mouse.up();
    await page.waitForURL(/from=2018-1.*to=2019/);
    const from = page.getByRole('slider', { name: 'Beginning of what is in view' });
    const before = await from.getAttribute('aria-valuenow');
    await from.focus();
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => Number(await from.getAttribute('aria-valuenow')))
      .toBeLessThan(Number(before));
    expect(await from.getAttribute('aria-valuetext')).toMatch(/201[78]$/);
  });

  it('is walked by arrows; Enter selects an event and shows it with its evidence', async () => {
    const page = await open('/timeline?lanes=microsoft,openai');
    // One stop for the tabulator in each lane.
    expect(await page.locator('.mark[tabindex="0"]').count()).toBeLessThanOrEqual(2);
    await page.locator('.mark[tabindex="0"]').last().focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Home');
    expect(await focused()).toContain('Founding of OpenAI, December 2015');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain('Elon Musk leaves');
    await page.keyboard.press('ArrowUp');
    expect(
      await page.evaluate(() =>
        document.activeElement?.closest('.timeline-lane')?.getAttribute('aria-label'),
      ),
    ).toBe('Microsoft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/event=openai-founding/);
    const selected = page.getByRole('region', { name: 'Selected' });
    await selected.getByText('December 2015').waitFor();
    expect(await selected.textContent()).toContain('Elon Musk');
    await selected
      .getByRole('link', { name: /^Source/ })
      .first()
      .click();
    await page.locator('.evidence-passages').first().waitFor();
    await page.goBack();
    await selected.getByRole('button', { name: 'Close' }).click();
    await selected.waitFor({ state: 'detached' });
  });

  it('the focus stays with an event while the view zooms', async () => {
    const page = await open('/timeline?from=2019-01-01&to=2019-12-31');
    await mark(page, /^Satya Nadella on/).focus();
    for (let times = 0; times < 3; times++) await page.keyboard.press('+');
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Satya Nadella',
    );
  });

  it('the focus comes back to an event that was in a cluster with others', async () => {
    const page = await open('/timeline?from=2019-01-01&to=2019-12-31');
    await mark(page, /^Satya Nadella on/).focus();
    const focused = async () => {
      await settled(page);
      return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    };
    for (let times = 0; times < 30 && !/^\d+ events/.test(await focused()); times++)
      await page.keyboard.press('-');
    expect(await focused()).toMatch(/^\d+ events/);
    for (let times = 0; times < 3 && /^\d+ events/.test(await focused()); times++)
      await page.keyboard.press('+');
    expect(await focused()).toContain('Satya Nadella');
  });

  it('the focus stays in its lane while the view zooms, where an event stands in two', async () => {
    const page = await open('/timeline?lanes=microsoft,openai&from=2019-01-01&to=2019-12-31');
    const lane = page.locator('.timeline-lane').nth(1);
    await lane.getByRole('button', { name: /^Microsoft invests in OpenAI/ }).focus();
    for (const key of ['+', 'Shift+ArrowRight', '-', '-', '-']) await page.keyboard.press(key);
    await settled(page);
    const focused = await page.evaluate(() => {
      const mark = document.activeElement?.closest('.mark');
      return [mark?.closest('.timeline-lane')?.getAttribute('aria-label'), mark?.hasAttribute('data-at')];
    });
    expect(focused).toEqual(['OpenAI', true]);
  });

  it('is a table too, with the same events', async () => {
    const page = await open('/timeline?lanes=openai');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.locator('.data-table tbody tr').first().waitFor();
    expect(addressOf(page)).toBe('/timeline?lanes=openai&show=table');
    expect(await page.locator('.data-table tbody tr').count()).toBe(7);
    expect(await page.locator('.data-table tbody tr').first().textContent()).toContain('December 2015');
    expect(await page.locator('.data-table .evidence-link').count()).toBe(7);
  });

  it('leads to its own query in the playground', async () => {
    const page = await open('/timeline?lanes=openai&kinds=FOUNDING');
    const href = await page
      .getByRole('link', { name: /GraphQL of this view/ })
      .first()
      .getAttribute('href');
    const query = new URL(href ?? '', explorer.url()).searchParams.get('query');
    const answer = await fetch(`${explorer.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await answer.json()).toMatchObject({ data: { whole: { totalCount: 2 } } });
  });

  it('stands on the page of an entity, with its events alone', async () => {
    const page = await open('/entity/elon-musk');
    expect(await marks(page).count()).toBe(2);
    await mark(page, /^Elon Musk leaves/).click();
    await page.getByRole('region', { name: 'Selected' }).getByText('February 2018').first().waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing wrong in %s',
    async (colorScheme) => {
      for (const path of [
        '/timeline?lanes=microsoft,openai&event=openai-founding',
        '/timeline?kinds=FOUNDING&show=table',
        '/timeline?text=zzzz',
      ]) {
        const page = await explorer.open(path, { colorScheme });
        await page.locator('.mark, .data-table, .notice').first().waitFor();
        expect([path, await violations(page)]).toEqual([path, []]);
      }
    },
    60_000,
  );

  it('is usable on a phone, in Korean: nothing is wider than the screen, all can be pressed', async () => {
    const page = await open('/timeline?lanes=microsoft,openai', { viewport: phone, locale: 'ko-KR' });
    expect(await page.locator('h1').textContent()).toBe('타임라인');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
    const table = await explorer.open('/timeline?show=table', { viewport: phone });
    await table.locator('.data-table tbody tr').first().waitFor();
    expect(await table.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.getByRole('button', { name: '확대', exact: true }).click();
    await page.waitForURL(/from=/);
    const box = await marks(page).first().locator('.mark-hit').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
  });

  it('says which lanes it does not draw, and names them all for the reader to choose', async () => {
    const lanes = ['openai', 'microsoft', ...Array.from({ length: 110 }, (_, index) => `nobody-${index}`)];
    const page = await open(`/timeline?lanes=${lanes.join(',')}`);
    const told = page.getByText('Of the 112 lanes that the address names, the first 8 are drawn.');
    await told.waitFor();
    await page.getByRole('button', { name: 'Take OpenAI away' }).waitFor();
    expect(await page.locator('.picked-entities li').count()).toBe(112);
    const full = await open(`/timeline?lanes=${lanes.slice(0, 8).join(',')}`);
    await full.getByText('At most 8 lanes fit at once.').waitFor();
  });

  const cut = {
    'en-US': ['Of the 120 events that were selected, the address has room for the first 50.', '50 of 120'],
    'ko-KR': ['선택한 사건 120건 가운데 주소에 담을 수 있는 처음 50건입니다.', '120개 중 50개'],
  } as const;
  it.each(['en-US', 'ko-KR'] as const)(
    'whoever opens a part of a selection is told so (%s)',
    async (locale) => {
      const [told, paged] = cut[locale];
      const page = await explorer.blank({ locale });
      await stubTimeline(page, { count: 120, undated: 0, day: '2019-07-22' });
      await page.goto(`${explorer.url()}/timeline`);
      const selected = page.locator('.timeline-selected');
      await mark(page, /120/).click();
      await selected.getByText(paged).waitFor();
      expect(await selected.getByText(told).count()).toBe(0);
      // What is shared is the address.
      await page.reload();
      await selected.getByText(told).waitFor();
      await expect.poll(() => selected.locator('.timeline-event').count()).toBe(50);
      expect(await selected.getByText(paged).count()).toBe(0);
      // The mark has them all, as before.
      await mark(page, /120/).click();
      await selected.getByText(paged).waitFor();
      expect(await selected.getByText(told).count()).toBe(0);
      await selected.getByRole('button').first().click();
      await selected.waitFor({ state: 'detached' });
      expect(addressOf(page)).toBe('/timeline');
    },
  );

  it('shows all of a day of many events, and of many names in the address, page by page', async () => {
    const page = await explorer.blank();
    await stubTimeline(page, { count: 120, undated: 130, day: '2019-07-22' });
    await page.goto(`${explorer.url()}/timeline`);
    const rows = page.locator('.timeline-selected .timeline-event');
    await mark(page, /^120 events, 2019-07-22/).click();
    await expect.poll(() => rows.count()).toBe(50);
    const more = page.locator('.timeline-selected').getByRole('button', { name: 'Load more' });
    await page.locator('.timeline-selected').getByText('50 of 120').waitFor();
    await more.click();
    await more.click();
    await expect.poll(() => rows.count()).toBe(120);
    // The same number of names, from an address.
    const names = Array.from({ length: 120 }, (_, index) => `event-${index}`);
    await page.goto(`${explorer.url()}/timeline?event=${names.join(',')}`);
    await expect.poll(() => rows.count()).toBe(50);
    await page.locator('.timeline-selected').getByText('50 of 120').waitFor();
    // What has no date is paged, too.
    expect(await page.locator('.timeline-undated li').count()).toBe(100);
    await page.locator('.timeline-undated').getByRole('button', { name: 'Load more' }).click();
    await expect.poll(() => page.locator('.timeline-undated li').count()).toBe(130);
  });
});
