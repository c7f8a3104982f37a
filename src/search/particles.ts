import { isHangul } from './hangul.ts';

// The particles (조사) that follow names in news writing, some of them in pairs, with the endings of a quotation and the words of
// courtesy and of sides (씨, 님, 측) that are set behind names too. Whether one fits the last sound of its word is not
// asked: a stem is only ever one more reading.
const particles = new Set(
  `은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 께 께서 한테 부터 까지 보다 처럼 같이 마다 밖에 조차 마저
  나 이나 랑 이랑 하고 이란 라고 이라고 라는 이라는 라며 이라며 로서 으로서 로써 으로써 에게서 한테서 에서의 에의 와의
  과의 로의 으로의 만의 씨 님 측`.split(/\s+/),
);
const longest = 4;

// As in 에게서+만+은; more than that is no particles.
const mostInARow = 3;

/** Whether a prepared word is nothing but particles, as after a Latin name: the 에서는 of "AI에서는". */
export function isParticle(word: string): boolean {
  return word.length <= longest * mostInARow && (particles.has(word) || endings(word).some(isParticle));
}

/**
 * What a Hangul word may be once particles at its end are taken off, longest first: 머스크에게는 gives 머스크에게 and
 * 머스크. Each is a further reading beside the word itself, never in its stead, so that a name that happens to end like a particle is
 * still found. A stem keeps two syllables at least: one is more often the surname before a given name (김은…) than a word.
 */
export function stemsOf(word: string): string[] {
  if (!isHangul(word)) return [];
  const stems = new Set<string>();
  let shorter = [word];
  for (let taken = 0; taken < mostInARow; taken++) {
    shorter = shorter.flatMap(endings).filter((stem) => stem.length > 1);
    for (const stem of shorter) stems.add(stem);
  }
  return [...stems].sort((a, b) => b.length - a.length);
}

function endings(word: string): string[] {
  const lengths = Array.from({ length: Math.min(longest, word.length - 1) }, (_, index) => index + 1);
  return lengths
    .filter((length) => particles.has(word.slice(-length)))
    .map((length) => word.slice(0, -length));
}
