import { cite as citation, type Quote } from '../dossier/cite.ts';
import { readArticleText } from './article-file.ts';
import { type Command, reporting } from './command.ts';

/** `throughline cite --text FILE --paragraph N --quote "…" [--occurrence N]`: a passage to paste into a dossier. */
export const cite: Command<Quote & { readonly text: string }> = reporting(
  async ({ text, ...quote }, { print }) => {
    print(citation(await readArticleText(text), quote));
    return 0;
  },
);
