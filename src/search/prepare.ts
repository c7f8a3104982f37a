/**
 * The normal form that names, texts and queries are compared in. In: any string, with lone surrogates and control
 * characters too. Out: words of letters and digits, parted by single spaces; empty where there is neither letter nor digit.
 *
 * NFKC makes one of the widths and forms of a character; case and accents are folded away; what is neither letter nor
 * digit parts words; and so does a change of script, because Korean sets particles right behind a Latin name (오픈AI에).
 */
export function prepare(text: string): string {
  return wordsOf(text).join(' ');
}

/** The words of `prepare`. */
export function wordsOf(text: string): string[] {
  // Most names are of these letters alone, and for them all that follows comes to no more than this.
  if (plain.test(text)) return text.toLowerCase().match(/[a-z0-9]+|[가-힣]+/g) ?? [];
  const folded = foldMarks(foldCase(text.replace(invisible, '').normalize('NFKC')));
  const words = loneJamo(folded).replace(between, ' ').match(run) ?? [];
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const plain = /^[\p{ASCII}가-힣]*$/u;

// What is not seen must not part words, and the Hangul fillers count as letters though they show nothing.
const invisible = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu;

// Marks stay with their letters: vowel signs of many scripts count as marks.
const between = /[^\p{L}\p{N}\p{M}]+/gu;

const scripts = [
  String.raw`\p{Script=Hangul}`,
  String.raw`\p{Script=Han}`,
  String.raw`\p{Script=Hiragana}\p{Script=Katakana}\u30fc`,
];
const anyOther = String.raw`[^\s${scripts.join('')}]+`;
const run = new RegExp([...scripts.map((script) => `[${script}]+`), anyOther].join('|'), 'gu');

// By way of upper case, which brings together what lower case leaves apart: ß and ss, ſ and s. And first to lower case,
// for ẞ has no other upper case.
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

// Accents of Latin, Greek and Cyrillic, the voicing marks of kana, and apostrophes that count as letters. Vowel signs
// of other scripts are letters in all but name and stay.
const marks = /[\u02b9-\u02ff]|[\u0300-\u036f]|\u3099|\u309a/g;

function foldMarks(text: string): string {
  return text.normalize('NFD').replace(marks, '').normalize('NFKC');
}

// NFKC turns the jamo of a keyboard (ㅍ, U+314D) into parts of a syllable (U+1111); those that met no syllable go back.
function loneJamo(text: string): string {
  return text.replace(/[\u1100-\u11ff]/g, (part) => keyboardJamo.get(part) ?? part);
}

const keyboardJamo = new Map<string, string>(
  Array.from({ length: 0x3163 - 0x3131 + 1 }, (_, index) => String.fromCharCode(0x3131 + index))
    .map((jamo) => [jamo.normalize('NFKC'), jamo] as const)
    // A consonant has two parts, one before and one after the vowel; NFKC names only one of them.
    .concat(
      [...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'].map(
        (jamo, index) => [String.fromCharCode(0x11a8 + index), jamo] as const,
      ),
    ),
);
