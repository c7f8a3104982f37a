import { describe, expect, it } from 'vitest';
import { indexTokens } from '../../src/search/index-tokens.ts';
import { InvertedIndex } from '../../src/search/inverted-index.ts';
import { compileQuery } from '../../src/search/query.ts';
import { typedTokens } from '../../src/search/query-tokens.ts';
import { scoreNames } from '../../src/search/score.ts';
import { slipsBetween } from '../../src/search/slip.ts';
import { articleThings } from './article-names.ts';

const primary = (text: string) => ({ text, isPrimary: true });
const score = (query: string, ...names: { text: string; isPrimary?: boolean }[]) =>
  scoreNames(compileQuery(query), names)?.score ?? 0;

describe('scoreNames', () => {
  it('is 1 for a primary name as it is written', () => {
    expect(scoreNames(compileQuery('OpenAI'), [primary('OpenAI')])).toEqual({
      score: 1,
      matched: 'OpenAI',
      how: 'EXACT',
      asTyped: true,
    });
  });

  it('keeps each kind of match within its fifth of the scale', () => {
    const matches = [
      ['EXACT', '오픈AI에', { text: '오픈AI' }, 0.8],
      ['PREFIX', 'open', primary('Open'.padEnd(90, 'x')), 0.6],
      ['WORDS', '테슬라코리아', { text: '테슬라' }, 0.4],
      ['INITIALS', 'ㅅㅋ', { text: '일론 리브 머스크 슈카' }, 0.2],
      ['FUZZY', 'opemaia', { text: 'openai and all that it does' }, 0],
    ] as const;
    for (const [how, query, name, over] of matches) {
      const found = scoreNames(compileQuery(query), [name]);
      expect(found?.how).toBe(how);
      expect(found?.score).toBeGreaterThan(over);
      expect(found?.score).toBeLessThanOrEqual(over + 0.2);
    }
  });

  it.each([
    ['an exact alias over a primary name that starts so', 'AI', { text: 'AI' }, primary('AI safety')],
    ['a primary name over an alias', 'tesla', primary('Tesla'), { text: 'Tesla' }],
    ['a primary name over a shorter alias', 'tes', primary('Tesla Motors'), { text: 'Tesla' }],
    ['a shorter name over a longer', 'open', primary('OpenAI'), primary('OpenAI LP')],
    ['a whole syllable over a half-typed one', '이', primary('이마트'), primary('일론')],
    ['a name as typed over one read without particle', '애플이', { text: '애플이' }, primary('애플')],
    ['the same words over the same letters', 'Open AI', primary('Open AI'), primary('OpenAI')],
    ['whole words over starts of words', 'musk', primary('Elon Musk'), primary('Elon Muskogee')],
    ['a word over a part of a compound', '컴퓨팅', primary('클라우드 컴퓨팅'), primary('슈퍼컴퓨팅')],
    [
      'the longer of two names in a sentence',
      'about openai lp today',
      primary('OpenAI LP'),
      primary('OpenAI'),
    ],
    ['initials from the start', 'ㅁㅅㅋ', primary('머스크'), primary('일론 머스크')],
    ['one slip over two', 'artifical', primary('artificial'), primary('artificials')],
  ])('ranks %s', (_, query, better, worse) => {
    expect(score(query, better)).toBeGreaterThan(score(query, worse));
    expect(score(query, worse)).toBeGreaterThan(0);
  });

  it.each([
    ['머스크', '마이크로소프트'],
    ['ms', 'Microsoft'],
    ['GPT 3', 'GPT 4'],
    ['cat', 'car'],
    ['open mind', 'OpenAI'],
    ['', 'OpenAI'],
    ['?', '!'],
  ])('%j does not match %j', (query, name) => {
    expect(scoreNames(compileQuery(query), [primary(name)])).toBeNull();
  });

  it('says which name matched, the first of equals', () => {
    const names = [primary('오픈AI'), { text: '오픈 AI' }, { text: 'OpenAI' }];
    expect(scoreNames(compileQuery('openai'), names)?.matched).toBe('OpenAI');
    expect(scoreNames(compileQuery('오픈AI'), names)?.matched).toBe('오픈AI');
  });
});

describe('slipsBetween', () => {
  it.each([
    ['tesla', 'telsa', 1],
    ['tesla', 'tesl', 1],
    ['tesla', 'teslas', 1],
    ['tesla', 'tesla', null],
    ['musk', 'mask', 1],
    ['mus', 'mas', null],
    ['microsoft', 'mikrosopt', 2],
    ['artificial', 'artifcal', null],
    ['artificial', 'artifcial', 1],
    ['gpt3', 'gpt4', null],
    ['area51', 'aera51', 1],
  ])('%s and %s: %j', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });
});

describe('indexTokens', () => {
  it('gives each token once, and not many more than a hundred to a thing of six names', () => {
    for (const { names } of articleThings) {
      const tokens = indexTokens(names);
      expect(new Set(tokens).size).toBe(tokens.length);
      if (names.length <= 6) expect(tokens.length).toBeLessThanOrEqual(125);
    }
  });

  it('finds words of texts, without their particles and inside compounds', () => {
    const index = new InvertedIndex();
    index.set('it', indexTokens([], ['마이크로소프트가 오픈AI에 투자했다']).join(' '));
    const isFound = (query: string) =>
      index.candidates(typedTokens(query, { texts: true }), 1).best.length > 0;
    expect(['마이크로소프트', '오픈ai', '투자', '마이크로소프트 투자'].filter(isFound)).toHaveLength(4);
    expect(['테슬라', '마이크로소프트 테슬라'].filter(isFound)).toEqual([]);
  });
});
