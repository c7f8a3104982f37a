import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser/browser.ts';
import { threeTellings } from '../support/three-tellings.ts';
import { addressOf, openExplorer } from './explorer.ts';

describe.skipIf(!hasBrowser)('evidence', () => {
  const explorer = openExplorer();

  it('is one click from a fact: article, publisher, date, passage, summary, original', async () => {
    const page = await explorer.open('/entity/openai');
    await page.getByRole('link', { name: 'Source of: Founded by, Elon Musk' }).click();
    const panel = page.getByRole('dialog', { name: 'Who says so' });
    await panel.locator('.evidence-passages li').first().waitFor();
    const told = await panel.innerText();
    expect(told).toContain('Elon Musk — founded — OpenAI');
    expect(told).toContain('December 2015');
    expect(told).toContain('One article alone tells of it.');
    expect(told).toContain('Microsoft invests $1 billion in OpenAI');
    expect(told).toContain('CIO Korea · July 24, 2019 · In Korean');
    expect(told).toContain('Elon Musk and Sam Altman founded OpenAI together in December 2015.');
    expect(told).toMatch(/Paragraph 12, characters \d+ to \d+/);
    expect(await panel.getByRole('link', { name: /Read the original/ }).getAttribute('href')).toBe(
      'http://www.ciokorea.com/news/126908',
    );
    await panel.getByText('Verify it').first().click();
    expect(await panel.locator('code').first().innerText()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('its being open is in the address: shared, gone back from, gone forward to', async () => {
    const page = await explorer.open('/entity/openai?as-of=2018-03-01');
    const link = page.getByRole('link', { name: 'Source of: Founded by, Elon Musk' });
    await link.click();
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    expect(addressOf(page)).toMatch(/^\/entity\/openai\?as-of=2018-03-01&evidence=\w+$/);
    await page.goBack();
    await panel.waitFor({ state: 'detached' });
    await page.goForward();
    await panel.waitFor();
    const shared = await explorer.open(addressOf(page));
    await shared.getByRole('dialog').getByText('Elon Musk — founded — OpenAI').waitFor();
    await shared.getByRole('button', { name: 'Close', exact: true }).click();
    await shared.getByRole('dialog').waitFor({ state: 'detached' });
    expect(addressOf(shared)).toBe('/entity/openai?as-of=2018-03-01');
  });

  it('is opened and closed by keys, and the focus comes back', async () => {
    const page = await explorer.open('/entity/openai');
    const link = page.getByRole('link', { name: 'Source of: Founded by, Sam Altman' });
    await link.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(
        () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
      );
      expect(inside).toBe(true);
    }
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(addressOf(page)).toBe('/entity/openai');
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it.each(['/event/openai-founding', '/event/microsoft-openai-partnership', '/entity/agi'])(
    'stands beside every fact of %s',
    async (path) => {
      const page = await explorer.open(path);
      await page.locator('.descriptions dd').first().waitFor();
      for (const fact of ['.page-head', '.descriptions dd', '.event-row', '.relationship'])
        for (const one of await page.locator(fact).all())
          expect(await one.locator('.evidence-link').count(), fact).toBeGreaterThanOrEqual(1);
    },
  );

  it('says so where the address names nothing that has evidence', async () => {
    const page = await explorer.open('/entity/openai?evidence=bm90aGluZw');
    await page.getByRole('dialog').locator('.notice').waitFor();
  });
});

describe.skipIf(!hasBrowser)('evidence of sources that disagree', () => {
  const explorer = openExplorer(async () => [...threeTellings]);

  it('a fact says that they do, and its evidence what each of them tells', async () => {
    const page = await explorer.open('/entity/acme');
    const seed = page.locator('.event-row', { hasText: 'Seed round' });
    await seed.getByText('Sources disagree').waitFor();
    await seed.locator('.evidence-link').click();
    const panel = page.getByRole('dialog');
    const disagreement = panel.locator('.evidence-disagreement', { hasText: 'on how much it was' });
    await disagreement.waitFor();
    expect(await disagreement.locator('li').count()).toBeGreaterThanOrEqual(2);
    expect(await disagreement.innerText()).toMatch(/USD/);
    expect(await panel.innerText()).toMatch(/\d articles tell of it\./);
    expect(await panel.innerText()).not.toContain('They do not contradict one another.');
  });
});
