import type { Language } from '../context.ts';
import { remembering } from './remembering.ts';

/** A quality as RFC 9110 (12.4.2) spells it: 0 to 1 with at most three decimals. */
const quality = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/;

/** Which of our languages an Accept-Language header would rather read; English when it says nothing of either. */
export const languageOf = remembering((header): Language => {
  const ranges = (header ?? '').split(',').flatMap(parseRange);
  return preference(ranges, 'ko') > preference(ranges, 'en') ? 'KO' : 'EN';
});

type Range = { readonly tag: string; readonly quality: number; readonly position: number };

function parseRange(text: string, position: number): Range[] {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return tag && quality.test(weight) ? [{ tag, quality: Number(weight), position }] : [];
}

/** How much a language is wanted: by its own ranges (`ko`, `ko-KR`), else by `*`, else not at all. */
function preference(ranges: readonly Range[], language: string): number {
  const own = ranges.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`));
  const matching = own.length > 0 ? own : ranges.filter(({ tag }) => tag === '*');
  // Of two equally wanted, the one named first: the header's order breaks the tie by less than any quality can.
  return Math.max(0, ...matching.map((range) => (range.quality ? range.quality - range.position * 1e-6 : 0)));
}
