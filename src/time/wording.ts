/** How one language words dates. Years, months (from 1), days and seasons (from spring, 0) come as numbers. */
export type Wording = {
  readonly day: (year: number, month: number, day: number) => string;
  readonly month: (year: number, month: number) => string;
  readonly season: (year: number, season: number) => string;
  readonly quarter: (year: number, quarter: number) => string;
  readonly year: (year: number) => string;
  readonly decade: (firstYear: number) => string;
  readonly century: (firstYear: number) => string;
  readonly about: (date: string) => string;
  readonly uncertain: (date: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly orEarlier: (date: string) => string;
  readonly orLater: (date: string) => string;
  readonly beginningUnknown: (to: string) => string;
  readonly endUnknown: (from: string) => string;
  readonly open: string;
  readonly unknown: string;
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

const english: Wording = {
  day: (year, month, day) => `${months[month - 1]} ${day}, ${year}`,
  month: (year, month) => `${months[month - 1]} ${year}`,
  season: (year, season) => `${['spring', 'summer', 'autumn', 'winter'][season]} ${year}`,
  quarter: (year, quarter) => `${['first', 'second', 'third', 'fourth'][quarter - 1]} quarter of ${year}`,
  year: (year) => `${year}`,
  // The first decade of a century is spelled out, for "1900s" is the century.
  decade: (year) => (year % 100 === 0 ? `${year}–${year + 9}` : `${year}s`),
  century: (year) => `${year}s`,
  about: (date) => `about ${date}`,
  uncertain: (date) => `${date} (uncertain)`,
  between: (from, to) => `${from} – ${to}`,
  orEarlier: (date) => `${date} or earlier`,
  orLater: (date) => `${date} or later`,
  beginningUnknown: (to) => `until ${to}, beginning unknown`,
  endUnknown: (from) => `from ${from}, end unknown`,
  open: 'open or very wide dates',
  unknown: 'date unknown',
};

const korean: Wording = {
  day: (year, month, day) => `${year}년 ${month}월 ${day}일`,
  month: (year, month) => `${year}년 ${month}월`,
  season: (year, season) => `${year}년 ${['봄', '여름', '가을', '겨울'][season]}`,
  quarter: (year, quarter) => `${year}년 ${quarter}분기`,
  year: (year) => `${year}년`,
  decade: (year) => (year % 100 === 0 ? `${year}~${year + 9}년` : `${year}년대`),
  century: (year) => `${year}년대`,
  about: (date) => `${date}경`,
  uncertain: (date) => `${date}(불확실)`,
  between: (from, to) => `${from} ~ ${to}`,
  orEarlier: (date) => `${date} 또는 그 이전`,
  orLater: (date) => `${date} 또는 그 이후`,
  beginningUnknown: (to) => `${to}까지(시작 미상)`,
  endUnknown: (from) => `${from}부터(끝 미상)`,
  open: '한쪽이 열렸거나 폭이 매우 넓은 날짜',
  unknown: '날짜 미상',
};

/** The wordings, by the languages of the GraphQL contract. */
export const wordings = { EN: english, KO: korean } as const;
