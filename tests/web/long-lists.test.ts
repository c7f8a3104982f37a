import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/format.ts';
import { hasBrowser } from '../browser/browser.ts';
import { sketch } from '../support/dossiers.ts';
import { openExplorer } from './explorer.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const told = (count: number) =>
  many(count).map((index) => ({ aspect: 'PLAN', text: { en: `Plan number ${index}.` }, cites: ['p'] }));
const statement = (index: number) => ({
  id: `part-${index}`,
  kind: 'Statement',
  title: { en: `Part number ${index}` },
  date: '2019-07-22',
  partOf: 'whole',
  participants: { SPEAKER: ['hub'] },
});

/** An entity and an event of which more is told than a page shows at first: by one article in full, by sixty in a word. */
async function longStory(): Promise<Dossier[]> {
  const whole = { ...statement(0), id: 'whole', partOf: undefined, descriptions: told(33) };
  const first = sketch({
    id: 'article-0',
    entities: ['hub:Person:Hub'],
    events: [whole, ...many(25).map(statement)],
  });
  const entities = first.entities.map((entity) =>
    entity.id === 'hub' ? { ...entity, descriptions: told(34) as typeof entity.descriptions } : entity,
  );
  const others = many(60).map((index) =>
    sketch({ id: `article-${index + 1}`, entities: ['hub:Person:Hub'] }),
  );
  const often = many(30).map((index) => {
    const told = sketch({ id: `twice-${index}`, entities: ['often:Person:Often'] });
    const entities = told.entities.map((entity) => ({ ...entity, cites: ['p', 'q'] }) as typeof entity);
    return { ...told, entities };
  });
  return [{ ...first, entities }, ...others, ...often];
}

describe.skipIf(!hasBrowser)('what a page has no room for at first', () => {
  const explorer = openExplorer(longStory);

  // On the passage rest both entities, the whole, its parts, and that the article was published.
  it.each([
    ['what sources say of an entity', '/entity/hub', '#descriptions', 'dd', 30, 34],
    ['the sources of an entity', '/entity/hub', 'section:has(> #sources)', '.source-list > li', 50, 61],
    ['what sources say of an event', '/event/whole', '#descriptions', 'dd', 30, 33],
    ['the parts of an event', '/event/whole', '#parts', '.event-row', 20, 25],
    ['what rests on a passage', '/article/article-0', '.passage-row', '.passage-things > li', 20, 29],
  ])('%s: says that there is more, and shows it', async (_, path, within, row, first, all) => {
    const page = await explorer.open(path);
    const list = page.locator(within).first();
    await list.locator(row).first().waitFor();
    expect(await list.locator(row).count()).toBe(first);
    await list.getByRole('button', { name: 'Load more' }).click();
    await expect.poll(() => list.locator(row).count()).toBe(all);
    expect(await list.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  it('the sources of an entity are not counted as if each of their passages were one', async () => {
    const page = await explorer.open('/entity/often');
    const sources = page.locator('section:has(> #sources)');
    await sources.getByText('60 passages speak of it.').waitFor();
    expect(await sources.locator('.source-list > li').count()).toBe(25);
    const more = sources.locator('.show-more');
    expect(await more.textContent()).toBe('Load more');
    await more.getByRole('button').click();
    await expect.poll(() => sources.locator('.source-list > li').count()).toBe(30);
    expect(await more.count()).toBe(0);
  });
});
