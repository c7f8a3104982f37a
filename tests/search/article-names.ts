import type { SearchName } from '../../src/search/form.ts';

/** The names of the first dossier's entities, the primary ones (English, Korean) first, with some aliases of each. */
const names: Readonly<Record<string, { primary: readonly string[]; aliases: readonly string[] }>> = {
  microsoft: {
    primary: ['Microsoft', '마이크로소프트'],
    aliases: ['MS', 'MSFT', 'Microsoft Corporation', '마소', '엠에스'],
  },
  openai: { primary: ['OpenAI', '오픈AI'], aliases: ['OpenAI, Inc.', '오픈에이아이'] },
  'openai-lp': {
    primary: ['OpenAI LP', '오픈AI LP'],
    aliases: ['OpenAI L.P.', '오픈에이아이 LP', '오픈AI 엘피'],
  },
  tesla: { primary: ['Tesla', '테슬라'], aliases: ['Tesla, Inc.', 'Tesla Motors', 'TSLA', '테슬라모터스'] },
  'y-combinator': { primary: ['Y Combinator', '와이콤비네이터'], aliases: ['YC', 'Y콤비네이터'] },
  'cio-korea': {
    primary: ['CIO Korea', 'CIO 코리아'],
    aliases: ['CIO KR', 'ciokorea.com', '씨아이오 코리아'],
  },
  'open-up': { primary: ['Open UP', '오픈업'], aliases: [] },
  'elon-musk': {
    primary: ['Elon Musk', '일론 머스크'],
    aliases: ['Elon Reeve Musk', '엘론 머스크', 'Musk', '머스크'],
  },
  'sam-altman': {
    primary: ['Sam Altman', '샘 알트만'],
    aliases: ['Samuel H. Altman', '샘 올트먼', 'Altman', '알트만'],
  },
  'satya-nadella': { primary: ['Satya Nadella', '사티아 나델라'], aliases: ['Nadella', '나델라'] },
  'kim-dal-hoon': { primary: ['Kim Dal-hoon', '김달훈'], aliases: ['Dal-hoon Kim', 'Kim Dal-hun'] },
  azure: {
    primary: ['Microsoft Azure', '마이크로소프트 애저'],
    aliases: ['Azure', '애저', 'MS 애저', 'Azure Cloud'],
  },
  'azure-ai-supercomputing': {
    primary: ['Azure AI supercomputing technology', '애저 AI 슈퍼컴퓨팅 기술'],
    aliases: ['Azure AI supercomputing', '애저 AI 슈퍼컴퓨터'],
  },
  'artificial-intelligence': {
    primary: ['Artificial intelligence', '인공지능'],
    aliases: ['AI', '에이아이'],
  },
  'weak-ai': { primary: ['Weak AI', '약한 인공지능'], aliases: ['Narrow AI', '약한 AI', '약인공지능'] },
  agi: {
    primary: ['Artificial general intelligence', '인공일반지능'],
    aliases: ['Strong AI', 'General AI', '강한 인공지능', '강한 AI', '범용인공지능'],
  },
  supercomputing: { primary: ['Supercomputing', '슈퍼컴퓨팅'], aliases: ['Supercomputer', '슈퍼컴퓨터'] },
  'deep-neural-network': { primary: ['Deep neural network', '심층 신경망'], aliases: ['DNN'] },
  'computing-power': { primary: ['Computing power', '연산 능력'], aliases: ['컴퓨팅 파워'] },
  'open-source': { primary: ['Open source', '오픈소스'], aliases: ['OSS', '공개SW'] },
  'ai-safety': { primary: ['AI safety', 'AI 안전'], aliases: ['인공지능 안전'] },
  'climate-change': { primary: ['Climate change', '기후 변화'], aliases: [] },
  'personalized-healthcare': {
    primary: ['Personalized healthcare', '개인 맞춤형 의료'],
    aliases: ['맞춤 의료'],
  },
  'personalized-education': {
    primary: ['Personalized education', '개인 맞춤형 교육'],
    aliases: ['맞춤 교육'],
  },
};

/** Every entity with its names as search takes them. */
export const articleThings: readonly { readonly id: string; readonly names: readonly SearchName[] }[] =
  Object.entries(names).map(([id, { primary, aliases }]) => ({
    id,
    names: [
      ...primary.map((text) => ({ text, isPrimary: true })),
      ...aliases.map((text) => ({ text, isPrimary: false })),
    ],
  }));
