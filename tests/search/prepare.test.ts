import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialConsonants, jamoOf } from '../../src/search/hangul.ts';
import { isParticle, stemsOf } from '../../src/search/particles.ts';
import { prepare } from '../../src/search/prepare.ts';

describe('prepare', () => {
  it.each([
    ['오픈AI에', '오픈 ai 에'],
    ['오픈AI에서는', '오픈 ai 에서는'],
    ['OpenAI, Inc.', 'openai inc'],
    ['Ｏｐｅｎ　ＡＩ', 'open ai'],
    ['Y.C.', 'y c'],
    ['Kim Dal-hoon', 'kim dal hoon'],
    ['O’Reilly', 'o reilly'],
    ['Café Zoë', 'cafe zoe'],
    ['Straße STRAẞE', 'strasse strasse'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁn²', 'fin2'],
    ['GPT-3.5는', 'gpt 3 5 는'],
    ['AI2와', 'ai2 와'],
    ['2019년 7월', '2019 년 7 월'],
    ['인공지능·빅데이터', '인공지능 빅데이터'],
    ['東京타워', '東京 타워'],
    ['⺀㐀', '㐀'],
    ['トヨタ自動車', 'トヨタ 自動車'],
    ['オープンAI', 'オーフン ai'],
    ['  여러   칸\t\n', '여러 칸'],
    ['오픈'.normalize('NFD'), '오픈'],
    ['ㅇㅍ', 'ㅇㅍ'],
    ['ㄳㅏ', 'ㄳㅏ'],
    ['오ㅍ', '오ㅍ'],
    ['ㅀ', 'ㅀ'],
    ['ﾡﾢ', 'ㄱㄲ'],
    ['Open\u200bAI\u00ad', 'openai'],
    ['Open\u0000AI\u0007', 'open ai'],
    ['\ud800Open \udc00AI\ud800', 'open ai'],
    ['오\u3164픈', '오픈'],
    ['!!! … — "" () * ~ ?', ''],
    ['', ''],
  ])('%j is %j', (text, prepared) => {
    expect(prepare(text)).toBe(prepared);
  });

  it('gives words of letters and digits, changes nothing twice, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const prepared = prepare(text);
        expect(prepared).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?: (?!$)|$))*$/u);
        expect(prepare(prepared)).toBe(prepared);
      }),
      { numRuns: 2000 },
    );
  });
});

// Every UTF-16 unit, so lone surrogates and NUL too, and what Korean and English are written in.
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'aZ9 .가힣ㅏㅇㄳ에') }),
);

describe('jamoOf', () => {
  it.each([
    ['오픈', 'ㅇㅗㅍㅡㄴ'],
    ['오프', 'ㅇㅗㅍㅡ'],
    ['와닭', 'ㅇㅗㅏㄷㅏㄹㄱ'],
    ['ㄳ', 'ㄱㅅ'],
    ['openai', 'openai'],
  ])('%s is typed %s', (word, keys) => {
    expect(jamoOf(word)).toBe(keys);
  });

  it('of a name typed so far is where the name begins', () => {
    const typed = ['ㅇ', '오', '옾', '오프', '오픈', '오픈ㅇ', '오픈에'];
    for (const text of typed) expect(jamoOf('오픈에이아이').startsWith(jamoOf(text))).toBe(true);
  });
});

describe('initialConsonants', () => {
  it.each([
    ['머스크', 'ㅁㅅㅋ'],
    ['까치', 'ㄲㅊ'],
    ['ㄳ', 'ㄱ'],
  ])('%s begins with %s', (word, consonants) => {
    expect(initialConsonants(word)).toBe(consonants);
  });
});

describe('particles', () => {
  it.each([
    ['마이크로소프트의', ['마이크로소프트']],
    ['머스크가', ['머스크']],
    ['테슬라는', ['테슬라', '테슬']],
    ['마이크로소프트와', ['마이크로소프트']],
    ['애저로', ['애저']],
    ['알트만으로', ['알트만으', '알트만', '알트']],
    ['나델라도', ['나델라']],
    ['머스크에게는', ['머스크에게', '머스크']],
    ['머스크부터', ['머스크']],
    ['나델라까지도', ['나델라까지', '나델라']],
    ['애플이', ['애플']],
    ['애플', []],
    // A stem of one syllable is no reading: 김은… is on its way to a given name.
    ['김은', []],
    ['의', []],
    ['openai', []],
  ])('%s may be %j', (word, stems) => {
    expect(stemsOf(word)).toEqual(stems);
  });

  it.each(['에', '의', '가', '에서는', '으로부터', '까지도'])('%s is nothing but particles', (word) => {
    expect(isParticle(word)).toBe(true);
  });

  it.each(['애플', '이마트', '의사', 'ai'])('%s is a word', (word) => {
    expect(isParticle(word)).toBe(false);
  });
});
