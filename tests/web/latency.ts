import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** How long each input took until it was painted, in milliseconds. */
    inputToPaint?: number[];
  }
}

/** Has a page measure, for each event of some types, the time from when it happened until the frame it led to was painted. */
export async function measureInputs(page: Page, types: readonly string[]): Promise<void> {
  await page.evaluate((types) => {
    const times: number[] = [];
    window.inputToPaint = times;
    for (const type of types) {
      window.addEventListener(
        type,
        (event) => {
          // A frame is painted after the callbacks of its beginning; a message sent in one arrives after the paint.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => times.push(performance.now() - event.timeStamp);
            port2.postMessage(null);
          });
        },
        { capture: true, passive: true },
      );
    }
  }, types);
}

/** What was measured: the middle, all but the worst twentieth, and the worst. */
export async function measured(page: Page) {
  const times = (await page.evaluate(() => window.inputToPaint ?? [])).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
  return { count: times.length, median: at(0.5), p95: at(0.95), worst: at(1) };
}
