import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../browser/browser.ts';
import { violations } from './axe.ts';
import { addressOf, openExplorer, phone } from './explorer.ts';
import { stubGraph } from './graph-stub.ts';
import { parseCsv, parseXml, type XmlElement } from './parse.ts';

/** What Chromium says of drawing without a graphics card, which is how it draws here. */
const software = /GL Driver Message|Automatic fallback to software WebGL/;

const canvas = (page: Page) => page.locator('.graph-canvas');

async function saved(page: Page, format: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save as ${format}` }).click(),
  ]);
  return readFile(await download.path());
}

type Place = { readonly x: number; readonly y: number };

const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** Where things are on the canvas: the picture that is saved has them where the screen has them. */
async function placesOf(page: Page): Promise<ReadonlyMap<string, Place>> {
  const svg = parseXml((await saved(page, 'SVG')).toString());
  return new Map(
    [...all(svg, 'circle'), ...all(svg, 'polygon')].flatMap(({ attributes, children: [title] }) => {
      if (!title) return [];
      if (attributes.cx)
        return [[title.text, { x: Number(attributes.cx), y: Number(attributes.cy) }] as const];
      const points = (attributes.points ?? '').split(' ').map((point) => point.split(',').map(Number));
      const middle = (axis: number) =>
        points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length;
      return [[title.text, { x: middle(0), y: middle(1) }] as const];
    }),
  );
}

const lineStates = async (page: Page) =>
  all(parseXml((await saved(page, 'SVG')).toString()), 'line').map(
    ({ attributes }) => attributes['data-state'] ?? '',
  );

/** How many pixels of the drawing are no empty ground. */
async function inked(page: Page): Promise<number> {
  const screen = (await canvas(page).screenshot()).toString('base64');
  return page.evaluate(async (screen) => {
    const image = new Image();
    image.src = `data:image/png;base64,${screen}`;
    await image.decode();
    const { width, height } = image;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data ?? [];
    let count = 0;
    for (let place = 1; place < pixels.length; place += 4) if ((pixels[place] ?? 0) < 225) count += 1;
    return count;
  }, screen);
}

/** Leaves of the drawing its edges only. What is transparent still hears the mouse. */
async function edgesAlone(page: Page): Promise<void> {
  await canvas(page)
    .locator('canvas:not(.sigma-edges)')
    .evaluateAll((layers) => {
      for (const layer of layers) layer.style.opacity = '0';
    });
}

/** Does something while the view is moved to and fro by a few pixels. */
async function whileMoving(page: Page, act: () => Promise<void>): Promise<void> {
  const { x, y } = (await canvas(page).boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 5, y + 5);
  await page.mouse.down();
  let isOver = false;
  const move = async () => {
    for (let turn = 0; !isOver; turn += 1) {
      await page.mouse.move(x + 5 + (turn % 10), y + 5);
      await page.waitForTimeout(20);
    }
  };
  const moving = move();
  try {
    await act();
  } finally {
    isOver = true;
    await moving;
    await page.mouse.up();
  }
}

async function clickAt(page: Page, { x, y }: Place): Promise<void> {
  await canvas(page).click({ position: { x, y } });
}

describe.skipIf(!hasBrowser)('the graph', () => {
  const explorer = openExplorer();
  const open = async (path: string, reader?: Parameters<typeof explorer.open>[1]) => {
    explorer.allow(software);
    const page = await explorer.open(path, { ...reader });
    await canvas(page).locator('canvas').first().waitFor({ state: 'attached' });
    return page;
  };

  it('begins with whoever is picked, and says so in the address', async () => {
    const page = await explorer.open('/graph');
    explorer.allow(software);
    await page.getByText('Whose connections?').waitFor();
    expect(await page.locator('h1').allTextContents()).toEqual(['Graph']);
    expect(await page.title()).toBe('Graph · Throughline');
    await page.getByRole('combobox', { name: 'Draw what is around' }).fill('openai');
    await page.locator('.entity-picker-offer').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/graph\?of=openai$/);
    await page.getByText('8 things, 13 relationships').waitFor();
  });

  it('grows by a click, and what was there stays where it was', async () => {
    const page = await open('/graph?of=openai');
    await page.getByText('8 things, 13 relationships').waitFor();
    const before = await placesOf(page);
    const microsoft = before.get('Microsoft');
    if (!microsoft) throw new Error('Microsoft is not drawn');
    await clickAt(page, microsoft);
    await page.waitForURL(/node=microsoft.*of=openai%2Cmicrosoft/);
    await page
      .getByRole('button', { name: /Satya Nadella/ })
      .first()
      .waitFor();
    const after = await placesOf(page);
    expect(after.size).toBeGreaterThan(before.size);
    for (const [name, place] of before) {
      expect(Math.abs((after.get(name)?.x ?? 0) - place.x)).toBeLessThan(0.2);
      expect(Math.abs((after.get(name)?.y ?? 0) - place.y)).toBeLessThan(0.2);
    }
    await page.goBack();
    await page.getByText('8 things, 13 relationships').waitFor();
    await page.goForward();
    await page.waitForURL(/microsoft/);
    await page.getByRole('region', { name: 'Selected' }).getByText('Microsoft').first().waitFor();
  });

  it('is walked and grown by keys alone, from the list beside it', async () => {
    const page = await open('/graph?of=openai');
    const list = page.getByRole('list', { name: 'Things' });
    await list.waitFor();
    expect(await list.locator('button[tabindex="0"]').count()).toBe(1);
    await list.locator('button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Microsoft');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/node=microsoft/);
    await page.locator('summary', { hasText: 'Relationships' }).click();
    const edges = page.getByRole('list', { name: 'Relationships' });
    await edges.locator('button[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/edge=/);
  });

  it('a line that is clicked says what it is, and who says so', async () => {
    const page = await open('/graph?of=openai');
    const places = await placesOf(page);
    const [from, to] = [places.get('Elon Musk'), places.get('OpenAI')];
    if (!from || !to) throw new Error('not drawn');
    await clickAt(page, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    await page.waitForURL(/edge=/);
    const selected = page.getByRole('region', { name: 'Selected' });
    await selected.getByRole('link', { name: 'Elon Musk', exact: true }).waitFor();
    await selected.getByRole('link', { name: /^Source/ }).click();
    await page.locator('.evidence-passages').first().waitFor();
  });

  it('asks as of a day what held, may have held, and did not', async () => {
    const page = await open('/graph?of=openai&as-of=2018-03-01');
    await page.getByText('As it stood on March 1, 2018.').waitFor();
    await expect
      .poll(() => lineStates(page).then((states) => states.filter((state) => state === 'certain').length))
      .toBe(2);
    const states = await lineStates(page);
    expect(states.filter((state) => state === 'gone').length).toBe(5);
    expect(states.filter((state) => state === 'possible').length).toBe(6);
    await page.getByLabel('Leave out what did not hold').check();
    await page.waitForURL(/gone=hidden/);
    expect((await lineStates(page)).length).toBe(8);
    expect(await page.locator('.graph-legend').textContent()).toContain('may have held');
  });

  it('draws dashed on the screen what may have held, and solid what did', async () => {
    const page = await open('/graph?of=openai&as-of=2018-03-01&gone=hidden');
    await expect.poll(() => lineStates(page).then((states) => states.length)).toBe(8);
    const svg = parseXml((await saved(page, 'SVG')).toString());
    const screen = (await canvas(page).screenshot()).toString('base64');
    const lines = all(svg, 'line').map(({ attributes: { x1, y1, x2, y2, ...rest } }) => ({
      state: rest['data-state'],
      ends: [x1, y1, x2, y2].map(Number),
    }));
    const gaps = await page.evaluate(
      async ({ screen, lines }) => {
        const image = new Image();
        image.src = `data:image/png;base64,${screen}`;
        await image.decode();
        const copy = Object.assign(document.createElement('canvas'), {
          width: image.width,
          height: image.height,
        });
        const context = copy.getContext('2d', { willReadFrequently: true });
        context?.drawImage(image, 0, 0);
        const lightness = (x: number, y: number) =>
          context?.getImageData(Math.round(x), Math.round(y), 1, 1).data[1] ?? 0;
        return lines.map(({ state, ends: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => {
          // The middle half of the line, where no label of an end lies: how often it changes between line and ground.
          const length = Math.hypot(x2 - x1, y2 - y1) / 2;
          let changes = 0;
          let before: boolean | undefined;
          for (let step = 0; step < length; step += 1) {
            const share = 0.25 + (step / length) * 0.5;
            const ground = lightness(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) > 225;
            if (before !== undefined && ground !== before) changes += 1;
            before = ground;
          }
          return { state, perHundred: (changes / length) * 100 };
        });
      },
      { screen, lines },
    );
    for (const { state, perHundred } of gaps) {
      if (state === 'possible') expect(perHundred).toBeGreaterThan(10);
      else expect(perHundred).toBeLessThan(6);
    }
  });

  it('leaves its edges out while it moves, and has all of them as soon as it rests, however many they are', async () => {
    explorer.allow(software);
    const page = await explorer.blank({ reducedMotion: 'no-preference' });
    await stubGraph(page, { nodes: 300, edges: 2_000 });
    await page.goto(`${explorer.url()}/graph?of=thing-0`);
    await page.locator('.graph-canvas[data-settled="true"]').waitFor({ timeout: 20_000 });
    await edgesAlone(page);
    // What else is on the canvas leaves some hundred pixels.
    await expect.poll(() => inked(page), { timeout: 8_000 }).toBeGreaterThan(10_000);
    const before = await inked(page);
    await whileMoving(page, () =>
      expect.poll(() => inked(page), { timeout: 8_000 }).toBeLessThan(before * 0.1),
    );
    await expect.poll(() => inked(page), { timeout: 8_000 }).toBeGreaterThan(before * 0.9);
    await page.getByRole('button', { name: 'Closer' }).click();
    // From where it has come to, and not from halfway there.
    await page.waitForTimeout(1_000);
    await page.getByRole('button', { name: 'Farther' }).click();
    await page.waitForTimeout(1_000);
    // The slower the machine, the longer is waited for rest.
    await expect.poll(() => inked(page), { timeout: 8_000 }).toBeGreaterThan(before * 0.9);
  });

  it('the day is chosen by slider, by date and from change to change; the address has it', async () => {
    const page = await open('/graph?of=openai');
    await page.getByText('All that sources tell of').waitFor();
    const slider = page.getByRole('slider', { name: /Day as of/ });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/as-of=\d{4}-\d{2}-\d{2}/);
    await page.getByLabel('As of', { exact: true }).fill('2016-05-05');
    await page.waitForURL(/as-of=2016-05-05/);
    await page.getByText('As it stood on May 5, 2016.').waitFor();
    await page.getByRole('button', { name: 'To the next change' }).click();
    await page.waitForURL(/as-of=2018-02-02/);
    await page.getByRole('button', { name: 'To the change before' }).click();
    await page.waitForURL(/as-of=2016-01-01|as-of=2015-12-31/);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForURL(/as-of=2018-02-02/);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Any time' }).click();
    await page.waitForURL((url) => !url.searchParams.has('as-of'));
  });

  it('dragging the slider asks once the hand rests, not at every pixel', async () => {
    const page = await open('/graph?of=openai&as-of=2018-03-01');
    await page.getByText('As it stood on March 1, 2018.').waitFor();
    let questions = 0;
    page.on('request', (request) => {
      if (request.postData()?.includes('GraphDay')) questions += 1;
    });
    await page.locator('.as-of-track input').scrollIntoViewIfNeeded();
    const box = (await page.locator('.as-of-track input').boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 40 });
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.get('as-of') !== '2018-03-01');
    await page.waitForTimeout(400);
    expect(questions).toBeLessThan(8);
  });

  it('is filtered by kind and type', async () => {
    const page = await open('/graph?of=openai');
    await page.getByText('Filter', { exact: true }).click();
    await page.getByRole('button', { name: 'Person', exact: true }).click();
    await page.getByText('3 things, 4 relationships').waitFor();
    await page.getByRole('button', { name: 'Founded', exact: true }).click();
    await page.getByText('3 things, 2 relationships').waitFor();
    expect(addressOf(page)).toBe('/graph?kinds=PERSON&of=openai&types=FOUNDED');
    const again = await open('/graph?kinds=PERSON&of=openai&types=FOUNDED');
    await again.getByText('3 things, 2 relationships').waitFor();
  });

  it('finds the way between two things, hop by hop, with what says so', async () => {
    const page = await open('/graph?path-from=satya-nadella&path-to=elon-musk');
    const path = page.getByRole('region', { name: 'The way between two things' });
    await path.locator('.path-hop').first().waitFor();
    const hops = await path.locator('.path-hop').allTextContents();
    expect(hops.length).toBeGreaterThanOrEqual(3);
    expect(hops[0]).toContain('Satya Nadella');
    expect(hops.at(-1)).toContain('Elon Musk');
    expect(await path.locator('.path-hop .path-cited li').count()).toBeGreaterThanOrEqual(hops.length);
    expect(await path.locator('.path-hop .evidence-link').count()).toBe(hops.length);
    // What it leads over is drawn.
    await page.getByRole('list', { name: 'Things' }).getByText('Microsoft').waitFor();
    await path.getByRole('button', { name: 'Take Elon Musk away' }).click();
    await path.getByRole('combobox', { name: 'To' }).fill('sam alt');
    await page.locator('.entity-picker-offer').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/path-to=sam-altman/);
  });

  const told = {
    en: {
      along: ['Sam Altman — founded — OpenAI', 'OpenAI — founded by — Elon Musk'],
      through: [
        'Sam Altman — Role: Founder — Founding of OpenAI',
        'Founding of OpenAI — Founder — Elon Musk',
      ],
    },
    ko: {
      along: ['샘 알트만 — 설립한 조직 — 오픈AI', '오픈AI — 설립자 — 일론 머스크'],
      through: ['샘 알트만 — 역할: 설립자 — 오픈AI 설립', '오픈AI 설립 — 설립자 — 일론 머스크'],
    },
  } as const;
  it.each(['en', 'ko'] as const)('a way reads true also where it goes against a fact (%s)', async (lang) => {
    explorer.allow(software);
    const ends = `lang=${lang}&path-from=sam-altman&path-to=elon-musk`;
    for (const [query, facts] of [
      ['types=FOUNDED', told[lang].along],
      ['types=OFFERS&through=events', told[lang].through],
    ] as const) {
      const page = await explorer.open(`/graph?${ends}&${query}`);
      await page.locator('.path-hop').first().waitFor();
      // What a link is evidence of is heard; between the ends of the hop is read the same.
      const about = await page.locator('.path-hop .evidence-link .visually-hidden').allTextContents();
      expect(about.map((text) => text.replace(/^.*?: /, ''))).toEqual(facts);
      const labels = await page.locator('.path-hop-label').allTextContents();
      const words = facts.map((fact) => `↓ ${fact.split(' — ')[1]}`);
      expect(labels.map((text, place) => text.slice(0, words[place]?.length))).toEqual(words);
    }
  });

  it('is a table too', async () => {
    const page = await open('/graph?of=openai&as-of=2018-03-01');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.waitForURL(/show=table/);
    expect(await page.locator('.data-table tbody tr').count()).toBe(13);
    expect(await page.locator('.data-table .evidence-link').count()).toBe(13);
    await page.locator('.data-table').getByText('may have held').first().waitFor();
  });

  it('is saved as PNG, SVG, CSV and GraphML, which read as such', async () => {
    const page = await open('/graph?of=openai&as-of=2018-03-01');
    await expect.poll(() => lineStates(page).then((states) => states.includes('gone'))).toBe(true);
    const png = await saved(page, 'PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(400);
    expect((await placesOf(page)).size).toBe(8);
    const [head, ...rows] = parseCsv((await saved(page, 'CSV')).toString().replace('\ufeff', ''));
    expect(rows.length).toBe(13);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    const graphml = parseXml((await saved(page, 'GraphML')).toString());
    expect(all(graphml, 'node').length).toBe(8);
    expect(all(graphml, 'edge').length).toBe(13);
  });

  it('without WebGL it says so, and the table and lists are there', async () => {
    const page = await explorer.blank();
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = (() => null) as typeof HTMLCanvasElement.prototype.getContext;
    });
    await page.goto(`${explorer.url()}/graph?of=openai`);
    await page.getByText('This browser cannot draw the graph').waitFor();
    await page.locator('.data-table tbody tr').first().waitFor();
    expect(await page.getByRole('list', { name: 'Things' }).locator('li').count()).toBe(8);
  });

  it('leads to its own query in the playground', async () => {
    const page = await open('/graph?of=openai&as-of=2018-03-01&types=FOUNDED');
    const href = await page.locator('.graph-view > .graphql-link').getAttribute('href');
    const query = new URL(href ?? '', explorer.url()).searchParams.get('query');
    const answer = await fetch(`${explorer.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await answer.json()) as { data: { neighborhood: { edges: { certainty: string }[] } } };
    expect(data.neighborhood.edges.map(({ certainty }) => certainty).sort()).toEqual([
      'CERTAIN',
      'CERTAIN',
      'NO',
    ]);
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing wrong in %s',
    async (colorScheme) => {
      for (const path of [
        '/graph',
        '/graph?of=openai&as-of=2018-03-01&node=elon-musk&path-from=satya-nadella&path-to=elon-musk',
        '/graph?of=openai&as-of=2018-03-01&show=table&types=FOUNDED',
        '/graph?of=nobody',
      ]) {
        explorer.allow(software);
        const page = await explorer.open(path, { colorScheme });
        await page
          .locator('.graph-canvas canvas, .data-table, .notice')
          .first()
          .waitFor({ state: 'attached' });
        await page.waitForTimeout(300);
        expect([path, await violations(page)]).toEqual([path, []]);
        await page.context().close();
      }
    },
    60_000,
  );

  it('is usable on a phone, in Korean: nothing is wider than the screen, and its labels are there', async () => {
    const page = await open('/graph?of=openai', { viewport: phone, locale: 'ko-KR' });
    await page.getByText('대상 8개, 관계 13개').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('list', { name: '대상' }).textContent()).toContain('마이크로소프트');
    await page.getByRole('list', { name: '대상' }).getByText('마이크로소프트').click();
    await page.waitForURL(/node=microsoft/);
  });
});
