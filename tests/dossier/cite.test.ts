import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hashQuote, paragraphsOf, placesOf, quoteAt } from '../../src/dossier/article-text.ts';
import { cite } from '../../src/dossier/cite.ts';
import type { Dossier } from '../../src/dossier/format.ts';
import { verifyPassages } from '../../src/dossier/verify.ts';
import { minimalText } from './minimal.ts';
import { minimalWith, problemsOf } from './problems.ts';

const passagesOf = (yaml: string) => parse(`passages:\n${yaml}`) as Pick<Dossier, 'passages'>;

test('paragraphs are lines that are not blank, in NFC, without the spaces around them', () => {
  expect(paragraphsOf('\uFEFF a \r\n\r\n \u3000\nb\rc\u2028d\u2029\u1100\u1161\n')).toEqual([
    'a',
    'b',
    'c',
    'd',
    '가',
  ]);
  expect(paragraphsOf(' \n')).toEqual([]);
});

test('a place counts code points', () => {
  expect(quoteAt(['🙂가나'], { paragraph: 1, start: 1, end: 3 })).toBe('가나');
});

test.each([
  { paragraph: 0, start: 0, end: 1 },
  { paragraph: 2, start: 0, end: 1 },
  { paragraph: 1, start: 0, end: 4 },
  { paragraph: 1, start: 2, end: 2 },
  { paragraph: 1, start: -1, end: 2 },
])('there is nothing at $paragraph, $start to $end', (place) => {
  expect(quoteAt(['🙂가나'], place)).toBeUndefined();
});

test('a hash does not depend on how letters are composed', () => {
  expect(hashQuote('\u1112\u1161\u11ab')).toBe(hashQuote('한'));
});

test('a citation is YAML to paste, to be named and summarised', () => {
  expect(cite(minimalText, { paragraph: 2, quote: 'left the board' })).toBe(`  KEY:
    paragraph: 2
    start: 7
    end: 21
    quoteSha256: ${hashQuote('left the board')}
    summary: {en: "…", ko: "…"}`);
});

test('what is left to the author is refused until it is written', () => {
  const yaml = minimalWith([
    'passages:\n',
    `passages:\n${cite(minimalText, { paragraph: 2, quote: 'left' })}\n`,
  ]);
  expect(problemsOf(yaml)).toEqual([
    '11:3 passages.KEY: is not an id: use lower-case Latin letters and digits, joined by hyphens',
  ]);
  expect(problemsOf(yaml.replace('KEY', 'left').replace('[leaving]', '[leaving, left]'))).toEqual([
    '16:19 passages.left.summary.en: is still a placeholder: write the text',
    '16:28 passages.left.summary.ko: is still a placeholder: write the text',
  ]);
});

test.each([
  [
    'a paragraph too far',
    { paragraph: 4, quote: 'a' },
    '--paragraph: is not a paragraph: the text has 3, from 1',
  ],
  [
    'no number',
    { paragraph: Number.NaN, quote: 'a' },
    '--paragraph: is not a paragraph: the text has 3, from 1',
  ],
  ['no words', { paragraph: 1, quote: '' }, '--quote: is empty: give the words to cite'],
  [
    'words of other paragraphs',
    { paragraph: 2, quote: 'Ada Kim' },
    '--quote: the words are not in paragraph 2, but in 1, 3: name that paragraph',
  ],
  [
    'words of no paragraph',
    { paragraph: 2, quote: 'Zoe' },
    '--quote: the words are not in paragraph 2, nor in any other: copy them from the text',
  ],
  [
    'words that stand there twice',
    { paragraph: 3, quote: 'Ac' },
    '--quote: the words stand 2 times in the paragraph: quote more of the sentence, or choose with --occurrence 1 to 2',
  ],
  [
    'an occurrence too far',
    { paragraph: 3, quote: 'Ac', occurrence: 3 },
    '--occurrence: is not an occurrence: the words stand there 2 times',
  ],
  [
    'an occurrence before the first',
    { paragraph: 1, quote: 'Ada', occurrence: 0 },
    '--occurrence: is not an occurrence: the words stand there once',
  ],
])('cite refuses %s', (_name, quote, message) => {
  expect(() => cite(minimalText, quote)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', message }),
  );
});

test('an occurrence chooses among several, those that overlap too', () => {
  expect(cite('아아아', { paragraph: 1, quote: '아아', occurrence: 2 })).toContain('start: 1\n    end: 3');
});

test.each([
  [{ paragraph: 1, start: 0, end: 3 }, 'VERIFIED', 'the text has the words cited'],
  [{ paragraph: 1, start: 1, end: 4 }, 'MISMATCH', 'the text has other words here: cite the passage again'],
  [{ paragraph: 9, start: 0, end: 3 }, 'MISSING', 'the text has 3 paragraphs: cite the passage again'],
  [
    { paragraph: 1, start: 0, end: 99 },
    'MISSING',
    'ends at 99, and the paragraph has 53 code points: cite the passage again',
  ],
])('a passage at %j is %s', (place, status, message) => {
  const passages = { ada: { ...place, quoteSha256: hashQuote('Ada'), summary: { en: 'Ada.' } } };
  expect(verifyPassages({ passages }, minimalText)).toEqual([{ key: 'ada', status, message }]);
});

const letters = fc.oneof(
  fc.constantFrom(
    '가',
    '나',
    '각',
    '\u1100',
    '\u1161',
    '\u11a8',
    '오픈AI',
    '🙂',
    '👩‍👩‍👧',
    'e\u0301',
    '\u0301',
    '\u0327',
    'ﬀ',
    '\u212b',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom(' ', '\n', '\r\n', '\r', '\u2028', '\u3000', 'a', '"', '…'),
);
const texts = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''));

test('what cite prints, verify verifies, at the same place', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), fc.nat(), fc.boolean(), (text, some, from, length, decomposed) => {
      const paragraphs = paragraphsOf(text);
      fc.pre(paragraphs.length > 0);
      const paragraph = (some % paragraphs.length) + 1;
      const points = Array.from(paragraphs[paragraph - 1] ?? '');
      const start = from % points.length;
      const end = start + 1 + (length % (points.length - start));
      const words = points.slice(start, end).join('');
      const here = placesOf(paragraphs, words).filter((place) => place.paragraph === paragraph);
      const occurrence = here.findIndex((place) => place.start === start) + 1;
      const quote = words.normalize(decomposed ? 'NFD' : 'NFC');
      const { passages } = passagesOf(cite(text, { paragraph, quote, occurrence }));
      expect(passages.KEY).toMatchObject({ paragraph, start, end });
      // The text as another editor would have saved it.
      const saved = `\n${text.normalize('NFD').replaceAll(/\r\n|[\n\r\u2028]/g, '\r\n')}\n`;
      for (const each of [text, saved]) {
        expect(verifyPassages({ passages }, each).map(({ status }) => status)).toEqual(['VERIFIED']);
      }
    }),
    { numRuns: 1000 },
  );
});
