import { describe, expect, it } from 'vitest';
import type { MatchKind } from '../../src/search/rank.ts';
import { articleThings } from './article-names.ts';
import { Finder } from './finder.ts';

const finder = new Finder(articleThings);

const longSentence = {
  ko: `지난해 봄에 회사를 떠나 새로 일을 맡은 그는 여러 사람과 함께 작은 기업을 키우는 일을 돕고 있었으며 그때 몸담았던 곳은 바로
    미국 서부에 자리 잡은 와이콤비네이터였다고 한다 그 뒤로도 그곳에 있는 와이콤비네이터의 사람들과 자주 만났다`,
  en: `In the spring of last year he left the firm where he had long helped many a small company to grow, which as all of
    us know was none but Y Combinator of the Valley`,
};

// What is asked, which thing must come first, and how it must have matched.
const cases: Readonly<Record<string, readonly (readonly [query: string, first: string, how: MatchKind])[]>> =
  {
    'names as they are written': [
      ['Microsoft', 'microsoft', 'EXACT'],
      ['마이크로소프트', 'microsoft', 'EXACT'],
      ['MS', 'microsoft', 'EXACT'],
      ['마소', 'microsoft', 'EXACT'],
      ['OpenAI', 'openai', 'EXACT'],
      ['오픈AI', 'openai', 'EXACT'],
      ['오픈에이아이', 'openai', 'EXACT'],
      ['OpenAI LP', 'openai-lp', 'EXACT'],
      ['OpenAI, Inc.', 'openai', 'EXACT'],
      ['Tesla', 'tesla', 'EXACT'],
      ['YC', 'y-combinator', 'EXACT'],
      ['와이콤비네이터', 'y-combinator', 'EXACT'],
      ['CIO Korea', 'cio-korea', 'EXACT'],
      ['Open UP', 'open-up', 'EXACT'],
      ['Elon Musk', 'elon-musk', 'EXACT'],
      ['엘론 머스크', 'elon-musk', 'EXACT'],
      ['사티아 나델라', 'satya-nadella', 'EXACT'],
      ['김달훈', 'kim-dal-hoon', 'EXACT'],
      ['Azure', 'azure', 'EXACT'],
      ['애저', 'azure', 'EXACT'],
      ['AGI', 'agi', 'INITIALS'],
      ['AI', 'artificial-intelligence', 'EXACT'],
      ['강한 인공지능', 'agi', 'EXACT'],
      ['weak AI', 'weak-ai', 'EXACT'],
      ['슈퍼컴퓨팅', 'supercomputing', 'EXACT'],
    ],
    'case, width, accents, dots and spaces': [
      ['openai', 'openai', 'EXACT'],
      ['OPENAI', 'openai', 'EXACT'],
      ['ＯｐｅｎＡＩ', 'openai', 'EXACT'],
      ['Open AI', 'openai', 'EXACT'],
      ['오픈 AI', 'openai', 'EXACT'],
      ['오픈 에이아이', 'openai', 'EXACT'],
      ['openai l.p.', 'openai-lp', 'EXACT'],
      ['Y.C.', 'y-combinator', 'EXACT'],
      ['y-combinator', 'y-combinator', 'EXACT'],
      ['ycombinator', 'y-combinator', 'EXACT'],
      ['와이 콤비네이터', 'y-combinator', 'EXACT'],
      ['일론머스크', 'elon-musk', 'EXACT'],
      ['김 달 훈', 'kim-dal-hoon', 'EXACT'],
      ['Kim Dalhoon', 'kim-dal-hoon', 'EXACT'],
      ['슈퍼 컴퓨팅', 'supercomputing', 'EXACT'],
      ['오픈 소스', 'open-source', 'EXACT'],
      ['기후변화', 'climate-change', 'EXACT'],
      ['  "Tesla"!  ', 'tesla', 'EXACT'],
    ],
    'as it is typed': [
      ['오프', 'openai', 'PREFIX'],
      ['오픈', 'openai', 'PREFIX'],
      ['오픈ㅇ', 'open-up', 'PREFIX'],
      ['오픈에', 'openai', 'PREFIX'],
      ['opena', 'openai', 'PREFIX'],
      ['micros', 'microsoft', 'PREFIX'],
      ['마잌', 'microsoft', 'PREFIX'],
      ['마이크로소프', 'microsoft', 'PREFIX'],
      ['테', 'tesla', 'PREFIX'],
      ['tes', 'tesla', 'PREFIX'],
      ['이ㄹ', 'elon-musk', 'PREFIX'],
      ['일론 머', 'elon-musk', 'PREFIX'],
      ['elon m', 'elon-musk', 'PREFIX'],
      ['elonm', 'elon-musk', 'PREFIX'],
      ['와이콤', 'y-combinator', 'PREFIX'],
      ['dal-h', 'kim-dal-hoon', 'PREFIX'],
      ['nade', 'satya-nadella', 'PREFIX'],
      ['combi', 'y-combinator', 'WORDS'],
      ['reeve mu', 'elon-musk', 'WORDS'],
      ['슈퍼컴퓨티', 'supercomputing', 'PREFIX'],
    ],
    'initials of words and of syllables': [
      ['agi', 'agi', 'INITIALS'],
      ['A.G.I.', 'agi', 'WORDS'],
      ['sn', 'satya-nadella', 'INITIALS'],
      ['DNN', 'deep-neural-network', 'EXACT'],
      ['ㅇㅍ', 'openai', 'INITIALS'],
      ['ㅇㅍㅇㅇㅇㅇ', 'openai', 'INITIALS'],
      ['ㅇㄹ ㅁㅅㅋ', 'elon-musk', 'INITIALS'],
      ['ㅇㄹㅁㅅㅋ', 'elon-musk', 'INITIALS'],
      ['ㅁㅅㅋ', 'elon-musk', 'INITIALS'],
      ['ㅁㅇㅋㄹㅅㅍㅌ', 'microsoft', 'INITIALS'],
      ['ㅌㅅㄹ', 'tesla', 'INITIALS'],
      ['ㄱㄷㅎ', 'kim-dal-hoon', 'INITIALS'],
      ['일론 ㅁㅅㅋ', 'elon-musk', 'INITIALS'],
    ],
    particles: [
      ['오픈AI에', 'openai', 'EXACT'],
      ['오픈AI에서는', 'openai', 'EXACT'],
      ['OpenAI의', 'openai', 'EXACT'],
      ['마이크로소프트의', 'microsoft', 'EXACT'],
      ['마이크로소프트와', 'microsoft', 'EXACT'],
      ['일론 머스크가', 'elon-musk', 'EXACT'],
      ['머스크에게', 'elon-musk', 'EXACT'],
      ['알트만은', 'sam-altman', 'EXACT'],
      ['테슬라를', 'tesla', 'EXACT'],
      ['와이콤비네이터에서', 'y-combinator', 'EXACT'],
      ['애저로', 'azure', 'EXACT'],
      ['AGI라는', 'agi', 'INITIALS'],
      ['나델라까지도', 'satya-nadella', 'EXACT'],
      ['마이크로소프트의 애저', 'azure', 'EXACT'],
    ],
    'the English possessive': [
      ["Microsoft's", 'microsoft', 'EXACT'],
      ['Microsoft’s', 'microsoft', 'EXACT'],
      ["MICROSOFT'S", 'microsoft', 'EXACT'],
      ['Ｔｅｓｌａ＇ｓ', 'tesla', 'EXACT'],
      ["Elon Musk's", 'elon-musk', 'EXACT'],
      ["YC's", 'y-combinator', 'EXACT'],
      ["AI's", 'artificial-intelligence', 'EXACT'],
      ["Tesla's의", 'tesla', 'EXACT'],
      ["Microsoft's Azure", 'azure', 'EXACT'],
      ["Micr's", 'microsoft', 'WORDS'],
      ["Microsft's", 'microsoft', 'FUZZY'],
      ["Nadella's talk on OpenAI LP's computers", 'openai-lp', 'WORDS'],
    ],
    'words in any order, and compounds': [
      ['Musk Elon', 'elon-musk', 'WORDS'],
      ['머스크 일론', 'elon-musk', 'WORDS'],
      ['Musk, Elon Reeve', 'elon-musk', 'WORDS'],
      ['Altman Samuel', 'sam-altman', 'WORDS'],
      ['intelligence general', 'agi', 'WORDS'],
      ['supercomputing azure', 'azure-ai-supercomputing', 'WORDS'],
      ['애저 슈퍼컴퓨팅', 'azure-ai-supercomputing', 'WORDS'],
      ['일반지능', 'agi', 'WORDS'],
      ['콤비네이터', 'y-combinator', 'WORDS'],
      ['안전 인공지능', 'ai-safety', 'WORDS'],
    ],
    'a name in a sentence': [
      ['마이크로소프트가 10억 달러를 투자했다', 'microsoft', 'WORDS'],
      ['who founded OpenAI LP in 2019?', 'openai-lp', 'WORDS'],
      ['the CEO of Tesla', 'tesla', 'WORDS'],
      ['샘 알트만은 AGI가 가장 중요하다고 말했다', 'sam-altman', 'WORDS'],
      ['테슬라코리아', 'tesla', 'WORDS'],
      [longSentence.ko, 'y-combinator', 'WORDS'],
      [longSentence.en, 'y-combinator', 'WORDS'],
    ],
    'slips and other spellings': [
      ['Microsft', 'microsoft', 'FUZZY'],
      ['Mircosoft', 'microsoft', 'FUZZY'],
      ['microsodt', 'microsoft', 'FUZZY'],
      ['마이크로소프드', 'microsoft', 'FUZZY'],
      ['마이크로프트', 'microsoft', 'FUZZY'],
      ['Telsa', 'tesla', 'FUZZY'],
      ['테술라', 'tesla', 'FUZZY'],
      ['OpenIA', 'openai', 'FUZZY'],
      ['opemai', 'openai', 'FUZZY'],
      ['Elon Mask', 'elon-musk', 'FUZZY'],
      ['마스크', 'elon-musk', 'FUZZY'],
      ['일런 머스크', 'elon-musk', 'WORDS'],
      ['Mask Elon', 'elon-musk', 'FUZZY'],
      ['Sam Altmann', 'sam-altman', 'FUZZY'],
      ['올트만', 'sam-altman', 'FUZZY'],
      ['샘 올트만', 'sam-altman', 'FUZZY'],
      ['Satia Nadela', 'satya-nadella', 'FUZZY'],
      ['사트야 나델라', 'satya-nadella', 'WORDS'],
      ['와이컴비네이터', 'y-combinator', 'FUZZY'],
      ['Y Conbinator', 'y-combinator', 'FUZZY'],
      ['artifical inteligence', 'artificial-intelligence', 'FUZZY'],
      ['에저', 'azure', 'FUZZY'],
      ['수퍼컴퓨팅', 'supercomputing', 'FUZZY'],
      ['올트먼이', 'sam-altman', 'WORDS'],
    ],
  };

describe.each(Object.entries(cases))('%s', (_, listed) => {
  it.each(listed)('%s finds %s', (query, first, how) => {
    const [hit] = finder.find(query);
    expect({ id: hit?.id, how: hit?.how }).toEqual({ id: first, how });
  });
});

it.each(['', '   ', '!?…', '*', '\ud800', '\u0000', 'qwxz', 'AND OR'])('%j finds nothing', (query) => {
  expect(finder.find(query)).toEqual([]);
});

it('finds what has a possessive in its name, with it and without, before what has not', () => {
  const names = ["McDonald's", 'McDonald', 'Macy’s', "Lloyd's of London", 'Sam Smith', 'Sam', 'Levi Strauss'];
  const shops = new Finder(names.map((text) => ({ id: text, names: [{ text, isPrimary: true }] })));
  const found = (query: string) => shops.find(query).map(({ id }) => id);
  expect(found("McDonald's")[0]).toBe("McDonald's");
  expect(found('McDonalds')[0]).toBe("McDonald's");
  expect(found('McDonald')[0]).toBe('McDonald');
  expect(found("Macy's")).toEqual(['Macy’s']);
  expect(found('Macy')).toEqual(['Macy’s']);
  expect(found("London's Lloyd's")).toEqual(["Lloyd's of London"]);
  // A leftover s would be the start of Smith and of Strauss.
  expect(found("Sam's")).toEqual(['Sam', 'Sam Smith']);
  expect(found("Levi's shop")).toEqual([]);
  expect(found('Sam s')[0]).toBe('Sam Smith');
});

it('finds all that a few letters may mean, and all that a text names', () => {
  const ids = (query: string) => finder.find(query).map(({ id }) => id);
  for (const query of ['ai', '오픈', 'open', 'ㅇㅍ', '오픈AI에']) expect(ids(query)).toContain('openai');
  expect(ids('마이크로소프트가 오픈AI에 10억 달러를 투자했다').slice(0, 2)).toEqual(['microsoft', 'openai']);
  expect(ids('샘 알트만과 일론 머스크').slice(0, 2).sort()).toEqual(['elon-musk', 'sam-altman']);
});
