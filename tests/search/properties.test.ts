import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTokens } from '../../src/search/index-tokens.ts';
import { wordsOf } from '../../src/search/prepare.ts';
import { compileQuery } from '../../src/search/query.ts';
import { mostQueryTokens, slipTokens, typedTokens } from '../../src/search/query-tokens.ts';
import { scoreNames } from '../../src/search/score.ts';
import { articleThings } from './article-names.ts';
import { Finder } from './finder.ts';
import { syntheticThings } from './synthetic.ts';

const things = [...articleThings, ...syntheticThings(60)];
const finder = new Finder(things);
const allNames = things.flatMap(({ id, names }) => names.map(({ text }) => ({ id, text })));
type One = { readonly id: string; readonly text: string };
// Whether what is typed meets a name by itself: slips are not looked for then.
const isName = (query: string) => finder.find(query).some(({ asTyped }) => asTyped);
const hitOf = (query: string, id: string) => finder.find(query).find((hit) => hit.id === id);

// Lone surrogates, NUL and operators of Lucene's among them, and letters that names have.
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'aeoZ9 .가힣에의은로ㅏㅇㄳ𠮷+-&|!(){}[]^"~*?:\\/'), maxLength: 300 }),
);
const isToken = /^[A-Z][\p{L}\p{N}\p{M}]+$/u;

// These look at thousands of queries, on machines that others keep busy too.
const patience = { timeout: 30_000 };

describe('any text', patience, () => {
  it('is indexed, asked for and scored without a fault, in tokens of letters and digits', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, text) => {
        const { tokens: typed, sets } = typedTokens(text, { texts: true });
        const tokens = [...typed, ...sets.flat(2), ...slipTokens(text)];
        const all = [
          ...tokens.map(({ token }) => token),
          ...indexTokens([{ text: name, isPrimary: true }], [text]),
        ];
        expect(all.filter((token) => !isToken.test(token))).toEqual([]);
        expect(tokens.every(({ weight }) => weight > 0)).toBe(true);
        expect(typed.length).toBeLessThanOrEqual(mostQueryTokens);
        expect(slipTokens(text).length).toBeLessThanOrEqual(mostQueryTokens);
        const score = scoreNames(compileQuery(text), [{ text: name }])?.score ?? 0;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(finder.find(text).length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['o오 ', '가는', 'ㄱ', 'ab', '\ud800', '\u0000'])(
    'of 10,000 characters is no burden: %j',
    (part) => {
      const text = part.repeat(10_000 / part.length);
      expect(slipTokens(text).length).toBeLessThanOrEqual(mostQueryTokens);
      expect(typedTokens(text, { texts: true }).sets.flat(2).length).toBeLessThanOrEqual(1000);
      expect(finder.find(text).every(({ score }) => score > 0)).toBe(true);
      expect(() => new Finder([{ id: 'it', names: [{ text }] }]).find(text)).not.toThrow();
    },
  );

  it('without a letter or digit has no tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [word] = wordsOf(text.slice(0, 200));
        expect(typedTokens(text).tokens.length > 0).toBe(word !== undefined);
      }),
    );
  });

  it('that names a thing finds it', () => {
    const name = anyText.map((text) => text.slice(0, 50)).filter((text) => wordsOf(text).length > 0);
    fc.assert(
      fc.property(name, (text) => {
        const [hit] = new Finder([{ id: 'it', names: [{ text }] }, ...articleThings]).find(text);
        expect({ id: hit?.id, how: hit?.how }).toEqual({ id: 'it', how: 'EXACT' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a thing is found', patience, () => {
  it('by each of its names, as exact', () => {
    const isMissed = ({ id, text }: One) => hitOf(text, id)?.how !== 'EXACT';
    expect(allNames.filter(isMissed)).toEqual([]);
  });

  it('by every start of its names', () => {
    const starts = allNames.flatMap(({ id, text }) =>
      Array.from(text, (_, index) => ({ id, text: text.slice(0, index + 1) })),
    );
    const isMissed = ({ id, text }: One) => !['EXACT', 'PREFIX'].includes(hitOf(text, id)?.how ?? '');
    expect(starts.filter(isMissed)).toEqual([]);
  });

  it('by its names with one letter left out, unless that meets another', () => {
    const slips = longNames.flatMap(({ id, text }) =>
      lettersOf(text).map((at) => ({ id, text: text.slice(0, at) + text.slice(at + 1) })),
    );
    expect(slips.filter(({ id, text }) => !hitOf(text, id) && !isName(text))).toEqual([]);
  });

  it('by its names with one letter wrong, unless that meets another', () => {
    const wrong = fc.tuple(
      fc.constantFrom(...longNames),
      fc.nat(),
      fc.constantFrom(...'xqk'),
      fc.constantFrom(...'괙몽즈'),
    );
    fc.assert(
      fc.property(wrong, ([{ id, text }, place, latin, hangul]) => {
        const places = lettersOf(text);
        const at = places[place % places.length] ?? 0;
        const letter = /[가-힣]/.test(text.charAt(at)) ? hangul : latin;
        const slip = text.slice(0, at) + letter + text.slice(at + 1);
        expect(hitOf(slip, id) !== undefined || isName(slip)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('in whatever order things came', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...articleThings], { minLength: articleThings.length }),
        (shuffled) => {
          const other = new Finder(shuffled);
          for (const query of ['o', '오픈', 'ai', 'microsft', '컴퓨팅', 'ㅇㅍ', '애저 AI에']) {
            for (const asked of [typedTokens(query), { tokens: slipTokens(query), sets: [] }])
              expect(other.index.candidates(asked, 5)).toEqual(ofArticle.index.candidates(asked, 5));
            expect(other.find(query)).toEqual(ofArticle.find(query));
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

const ofArticle = new Finder(articleThings);
const longNames = allNames.filter(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 5);

function lettersOf(text: string): number[] {
  return [...text.matchAll(/\p{L}/gu)].map(({ index }) => index);
}
