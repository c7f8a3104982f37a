import type { Page } from 'playwright-core';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { schema } from '../../src/schema/index.ts';
import { readExplorer } from '../../src/server/explorer/files.ts';
import { createLogger } from '../../src/server/logger.ts';
import { startServer } from '../../src/server/start.ts';
import { launchBrowser } from '../browser/browser.ts';
import { stubGraph } from './graph-stub.ts';

/**
 * Frames a second while a graph of 5,000 things and 10,000 relationships is moved and zoomed, in Chromium that draws by
 * software: `npm run build && npx tsx tests/web/frames.bench.ts`. The bar is 30.
 */
const size = { nodes: 5_000, edges: 10_000 };
const seconds = 4;

// As text: tsx gives functions names by a helper that the page does not have.
const countFrames = `
  window.frames = [];
  window.counting = true;
  requestAnimationFrame(function frame(now) {
    window.frames.push(now);
    if (window.counting) requestAnimationFrame(frame);
  });
`;

/** Does something over and over for some seconds while the page counts its frames. */
async function framesDuring(page: Page, act: (turn: number) => Promise<void>) {
  await page.evaluate(countFrames);
  const end = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < end; turn += 1) await act(turn);
  const times = (await page.evaluate('(window.counting = false, window.frames)')) as number[];
  const gaps = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? 0))
    .sort((a, b) => a - b);
  const elapsed = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    framesASecond: Math.round((gaps.length / elapsed) * 10_000) / 10,
    slowestTwentiethMs: Math.round(gaps[Math.floor(gaps.length * 0.95)] ?? 0),
  };
}

async function measure(page: Page, url: string, path: string): Promise<void> {
  await page.goto(url + path);
  await page.locator('.graph-canvas canvas').first().waitFor({ state: 'attached', timeout: 60_000 });
  // The layout settles in small steps; what is measured is what comes after.
  await page.locator('.graph-canvas[data-settled="true"]').waitFor({ timeout: 120_000 });
  await page.locator('.graph-canvas').evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  const box = (await page.locator('.graph-canvas').boundingBox()) ?? { x: 0, y: 0, width: 800, height: 500 };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const pan = await framesDuring(page, (turn) =>
    page.mouse.move(x + 200 * Math.sin(turn / 15), y + 100 * Math.cos(turn / 15)),
  );
  await page.mouse.up();
  await page.waitForTimeout(500);
  const zoom = await framesDuring(page, (turn) =>
    page.mouse.wheel(0, Math.floor(turn / 12) % 2 ? 120 : -120),
  );
  process.stdout.write(`${path}\n  pan  ${JSON.stringify(pan)}\n  zoom ${JSON.stringify(zoom)}\n`);
}

const store = await openEmbedded();
await store.ensureSchema();
const explorer = await readExplorer();
const server = await startServer({
  schema,
  store,
  explorer,
  config: { host: '127.0.0.1', port: 0 },
  logger: createLogger('silent'),
});
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await stubGraph(page, size);
process.stdout.write(`${size.nodes} things, ${size.edges} relationships, drawn by software, 1280 × 800\n`);
await measure(page, server.url, '/graph?of=thing-0');
await measure(page, server.url, '/graph?of=thing-0&as-of=2018-03-01');
await browser.close();
await server.stop();
process.exit(0);
