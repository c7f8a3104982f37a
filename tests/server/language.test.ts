import { expect, it } from 'vitest';
import { languageOf } from '../../src/server/language.ts';

it.each([
  [null, 'EN'],
  ['', 'EN'],
  ['ko', 'KO'],
  ['KO-kr', 'KO'],
  ['kok', 'EN'],
  ['en, ko', 'EN'],
  ['ko, en', 'KO'],
  ['en;q=0.5, ko;q=0.9', 'KO'],
  ['en;q=0.8,ko;q=0.2', 'EN'],
  ['ja, ko;q=0.1', 'KO'],
  ['fr, *;q=0.1', 'EN'],
  ['*, ko;q=0', 'EN'],
  ['en;q=0, *', 'KO'],
  ['en;q=0', 'EN'],
  ['ko;q=0', 'EN'],
  ['ko;q=2, en;q=0.1', 'EN'],
  ['ko ; q=0.7 , en ; q=0.6', 'KO'],
  [',;q=,ko;q', 'KO'],
  [';;;,,,q=1', 'EN'],
])('%j prefers %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
