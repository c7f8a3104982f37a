import { amountsOf, type Wanted } from '../generate/amounts.ts';
import { generateDossiers } from '../generate/dossiers.ts';
import type { Command } from './command.ts';

/** What `throughline generate` is told: how much to make up, and what makes it another graph. */
export type GenerateArgs = Wanted & { readonly seed: number };

/** `throughline generate`: dossiers made up, a line of JSON each, for measurements at any size. */
export const generate: Command<GenerateArgs> = async ({ seed, ...wanted }, { print }) => {
  for (const dossier of generateDossiers(seed, amountsOf(wanted))) await print(JSON.stringify(dossier));
  return 0;
};
