import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { engines } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask } from '../support/ask.ts';

const folder = 'examples/queries';
const examples = readdirSync(folder).sort();

/** The most statements each example may take, whatever the graph holds. */
const budget: Readonly<Record<string, number>> = {
  '01-who-founded-openai.graphql': 6,
  '02-openai-timeline.graphql': 5,
  '03-investment.graphql': 6,
  '04-partnership-terms.graphql': 5,
  '05-what-was-said.graphql': 5,
  '06-offices.graphql': 3,
  '07-openai-lp.graphql': 5,
  '08-kinds-of-ai.graphql': 4,
  '09-microsoft-korean.graphql': 5,
  '10-july-2019.graphql': 1,
  '11-article.graphql': 5,
  '12-azure.graphql': 4,
  '13-as-of.graphql': 2,
  '14-changes.graphql': 5,
  '15-search.graphql': 9,
  '16-paths.graphql': 9,
  '17-neighborhood.graphql': 8,
  '18-buckets-and-sources.graphql': 12,
};

describe('the example queries', () => {
  it('have a budget each', () => {
    expect(examples).toEqual(Object.keys(budget));
  });

  it('are answered alike by every engine, without errors, within their number of statements', async () => {
    const answers = new Map<string, string[]>();
    for (const engine of engines.filter(({ available }) => available)) {
      const store = await engine.open();
      await loadDossiers(store, await articleDossiers());
      for (const file of examples) {
        const { data, errors, statements } = await ask(store, readFileSync(`${folder}/${file}`, 'utf8'));
        expect([file, errors]).toEqual([file, []]);
        expect([file, statements.length <= (budget[file] ?? 0), statements]).toEqual([
          file,
          true,
          statements,
        ]);
        answers.set(file, [...(answers.get(file) ?? []), JSON.stringify(data, null, 2)]);
      }
    }
    for (const [file, [first, ...others]] of answers) {
      for (const other of others) expect(other).toBe(first);
      await expect(first).toMatchFileSnapshot(`answers/${file.replace('.graphql', '.json')}`);
    }
  });
});
