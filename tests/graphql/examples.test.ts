import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { engines } from '../engines.ts';
import { articleDossiers } from '../support/article.ts';
import { ask } from '../support/ask.ts';

const folder = 'examples/queries';
const examples = readdirSync(folder).sort();

/** The most statements each example may take, whatever the graph holds: one, where all that its fields read is declared. */
const budget: Readonly<Record<string, number>> = {
  '01-who-founded-openai.graphql': 1,
  '02-openai-timeline.graphql': 1,
  '03-investment.graphql': 3,
  '04-partnership-terms.graphql': 1,
  '05-what-was-said.graphql': 3,
  '06-offices.graphql': 1,
  '07-openai-lp.graphql': 1,
  '08-kinds-of-ai.graphql': 1,
  '09-microsoft-korean.graphql': 1,
  '10-july-2019.graphql': 1,
  '11-article.graphql': 1,
  '12-azure.graphql': 1,
  '13-as-of.graphql': 1,
  '14-changes.graphql': 5,
  '15-search.graphql': 9,
  '16-paths.graphql': 8,
  '17-neighborhood.graphql': 8,
  '18-buckets-and-sources.graphql': 11,
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
