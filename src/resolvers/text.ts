import type { Context, Language } from '../context.ts';

/** The argument of every field that gives text: the language asked for. */
export type LanguageArgs = { readonly language?: Language | null };

/** The language a field answers in: its argument's, else the request's. */
export function languageOf(args: LanguageArgs, context: Context): Language {
  return args.language ?? context.language;
}

/**
 * The text in the language asked for, else in the other. The graph holds at least one of the two (the dossier format
 * demands it), so the answer is null only where there is no text at all.
 */
export function pickText(
  en: string | null,
  ko: string | null,
  args: LanguageArgs,
  context: Context,
): string | null {
  return languageOf(args, context) === 'KO' ? (ko ?? en) : (en ?? ko);
}

/** As pickText, for text that every record has. */
export function requireText(
  en: string | null,
  ko: string | null,
  args: LanguageArgs,
  context: Context,
): string {
  const text = pickText(en, ko, args, context);
  if (text === null) throw new Error('A record in the graph has text in neither language');
  return text;
}
