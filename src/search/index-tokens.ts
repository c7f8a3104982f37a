import { consonantsOf, type Form, formOf, initialsOf, type SearchName, wordKeys } from './form.ts';
import { stemsOf } from './particles.ts';
import { wordsOf } from './prepare.ts';
import {
  countedStarts,
  endingsOf,
  tokenClass as is,
  isWhole,
  longestCounted,
  nameEndingsOf,
  pairsOf,
  slipsOf,
  startAndLength,
  startsOf,
  token,
} from './tokens.ts';

/**
 * The tokens a thing is found by: those of its names, and of the words of texts about it. Each stands once. Joined by
 * spaces they are its `searchText`; a query finds it by equal tokens alone, so no engine need know prefixes or spelling.
 */
export function indexTokens(names: readonly SearchName[], extraText: readonly string[] = []): string[] {
  const tokens = new Set<string>();
  for (const { text, isPrimary } of names) {
    const form = formOf(text);
    if (form.letters === '') continue;
    addName(tokens, form);
    for (const [index, word] of form.words.entries()) addWord(tokens, word, wordKeys(form, index));
    addInitials(tokens, form);
    if (isPrimary) addLengths(tokens, form);
  }
  for (const text of extraText) addText(tokens, text);
  return [...tokens].filter(isWhole);
}

// The start of the whole name runs on across spaces; a later word is typed by itself.
function addName(tokens: Set<string>, { words, letters, keys }: Form): void {
  tokens.add(token(is.name, letters));
  for (const ending of nameEndingsOf(words, keys)) tokens.add(token(is.ending, ending));
  for (const start of startsOf(keys)) tokens.add(token(is.start, start));
}

function addWord(tokens: Set<string>, word: string, keys: string): void {
  tokens.add(token(is.word, word));
  for (const start of startsOf(keys)) tokens.add(token(is.start, start));
  for (const slip of slipsOf(keys)) tokens.add(token(is.slip, slip));
  for (const pair of pairsOf(word)) tokens.add(token(is.pair, pair));
  for (const ending of endingsOf(word)) tokens.add(token(is.ending, ending));
}

function addInitials(tokens: Set<string>, form: Form): void {
  for (const initials of initialsOf(form)) tokens.add(token(is.initials, initials));
  const { text, starts } = consonantsOf(form);
  for (const [index, from] of starts.entries()) {
    const consonants = text.slice(from, index === 0 ? undefined : starts[index + 1]);
    // One consonant alone is the start of a name already.
    for (const start of startsOf(consonants)) if (start.length > 1) tokens.add(token(is.initials, start));
  }
}

function addLengths(tokens: Set<string>, { letters, keys }: Form): void {
  if (keys.length > longestCounted) return;
  for (const start of countedStarts(letters, keys))
    tokens.add(token(is.length, startAndLength(start, keys.length)));
}

function addText(tokens: Set<string>, text: string): void {
  for (const word of wordsOf(text)) {
    for (const part of [word, ...stemsOf(word), ...pairsOf(word)]) tokens.add(token(is.text, part));
  }
}
