import type { SearchName } from '../../src/search/form.ts';
import type { Named } from './finder.ts';

// Syllables that stand for each other in both scripts, so that made-up names are bilingual as real ones are.
const syllables =
  `a:아 ba:바 be:베 bo:보 chan:찬 da:다 del:델 do:도 el:엘 en:엔 fer:퍼 ga:가 gen:젠 go:고 ha:하 hyun:현
  in:인 ja:자 jin:진 jo:조 ka:카 kim:킴 ko:코 ku:쿠 la:라 len:렌 lo:로 ma:마 mer:머 mi:미 mo:모 na:나 nel:넬 ni:니 no:노 o:오
  pa:파 pel:펠 po:포 ra:라 ren:렌 ri:리 ro:로 sa:사 sel:셀 so:소 ta:타 ter:터 ti:티 to:토 u:우 va:바 vel:벨 vi:비 wa:와 xen:젠
  ya:야 yon:연 za:자 zo:조 tron:트론 soft:소프트 tec:텍 mar:마르 ster:스터 kor:코르 gran:그란 plex:플렉스 bra:브라 dyn:다인`
    .split(/\s+/)
    .map((pair) => pair.split(':'));

const surnames =
  '김:Kim 이:Lee 박:Park 최:Choi 정:Jung 강:Kang 조:Cho 윤:Yoon 장:Jang 임:Lim 한:Han 오:Oh 서:Seo 신:Shin';
const given = `민:Min 서:Seo 지:Ji 현:Hyun 수:Soo 영:Young 준:Jun 호:Ho 은:Eun 우:Woo 재:Jae 진:Jin 하:Ha 경:Kyung 성:Sung
  훈:Hoon 달:Dal 희:Hee 미:Mi 연:Yeon 태:Tae 원:Won 석:Seok 규:Gyu 나:Na 윤:Yoon 선:Sun 아:A 정:Jung 혁:Hyuk`;
const tails =
  '전자:Electronics 은행:Bank 연구소:Institute 대학교:University 그룹:Group 증권:Securities 제약:Pharma 재단:Foundation';

const pairs = (text: string) => text.split(/\s+/).map((pair) => pair.split(':'));

/** Made-up people and companies with names in both languages and some aliases: always the same for a count. */
export function syntheticThings(count: number): Named[] {
  const random = seeded(20190724);
  const pick = (from: readonly (readonly string[])[]): readonly [string, string] => {
    // Squared, so that some parts are far commoner than others, as surnames are.
    const [a = '', b = ''] = from[Math.floor(random() ** 2 * from.length)] ?? [];
    return [a, b];
  };
  return Array.from({ length: count }, (_, index) => {
    const [ko, en] = index % 5 < 2 ? person(pick) : company(pick, 2 + Math.floor(random() * 3), random());
    const aliases = random() < 0.4 ? [en.replace(/[^A-Z0-9]/g, ''), ko.replaceAll(' ', '')] : [];
    return {
      id: `thing-${index}`,
      names: [named(en, true), named(ko, true), ...aliases.map((alias) => named(alias, false))],
    };
  });
}

type Pick = (from: readonly (readonly string[])[]) => readonly [string, string];

function person(pick: Pick): [string, string] {
  const [family, first] = [pick(pairs(surnames)), pick(pairs(given))];
  const second = pick(pairs(given).filter(([ko]) => ko !== first[0]));
  return [`${family[0]}${first[0]}${second[0]}`, `${family[1]} ${first[1]}-${second[1].toLowerCase()}`];
}

function company(pick: Pick, length: number, chance: number): [string, string] {
  const parts = Array.from({ length }, () => pick(syllables));
  const [en, ko] = [parts.map(([latin]) => latin).join(''), parts.map(([, hangul]) => hangul).join('')];
  const brand = en.slice(0, 1).toUpperCase() + en.slice(1);
  if (chance < 0.5) return [ko, brand];
  const [tailKo, tailEn] = pick(pairs(tails));
  return [`${ko} ${tailKo}`, `${brand} ${tailEn}`];
}

function named(text: string, isPrimary: boolean): SearchName {
  return { text, isPrimary };
}

// Mulberry32: small, and the same on every machine.
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
