import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './explorer.ts';

type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

/** What axe finds wrong with a page at rest, by all of its rules or by some, as text that tells where. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The colors of what is faded meanwhile are none to be read.
  await settled(page);
  await page.evaluate(axe.source);
  const options = JSON.stringify(rules ? { runOnly: rules } : {});
  const run = `axe.run(${options}).then(({ violations }) => violations)`;
  const found = (await page.evaluate(run)) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
