import { cite as citation, type Quote } from '../dossier/cite.ts';
import { readArticleText } from './article-file.ts';
import type { Command } from './command.ts';

/** What `throughline cite` is told: the words, and the text they are in. */
export type CiteArgs = Quote & { readonly text: string };

/** `throughline cite --text FILE --paragraph N --quote "…" [--occurrence N]`: a passage to paste into a dossier. */
export const cite: Command<CiteArgs> = async ({ text, ...quote }, { print }) => {
  print(citation(await readArticleText(text), quote));
  return 0;
};
