import type { EventEntry } from '../dossier/format.ts';
import { type EventKind, eventRule, type RoleRule } from '../model/events.ts';
import type { Cast } from './cast.ts';
import type { Made } from './entities.ts';
import type { Random } from './random.ts';
import { asTold, before, type Day, isoDay } from './times.ts';
import { positions } from './words.ts';

type Titles = (of: (role: string) => string, language: 'en' | 'ko') => string;

const kinds: readonly (readonly [EventKind, weight: number])[] = [
  ['Statement', 22],
  ['Investment', 20],
  ['Partnership', 15],
  ['Appointment', 14],
  ['Launch', 10],
  ['Departure', 8],
  ['Acquisition', 6],
  ['Founding', 4],
  ['Publication', 1],
];
const lots = kinds.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind));

const title: { readonly [K in EventKind]: Titles } = {
  Founding: (of, language) => (language === 'en' ? `Founding of ${of('FOUNDED')}` : `${of('FOUNDED')} 설립`),
  Investment: (of, language) =>
    language === 'en'
      ? `${of('INVESTOR')} invests in ${of('INVESTEE')}`
      : `${of('INVESTOR')}, ${of('INVESTEE')} 투자`,
  Partnership: (of, language) =>
    language === 'en' ? `${of('PARTNER')} enters a partnership` : `${of('PARTNER')} 제휴 체결`,
  Acquisition: (of, language) =>
    language === 'en'
      ? `${of('ACQUIRER')} acquires ${of('ACQUIRED')}`
      : `${of('ACQUIRER')}, ${of('ACQUIRED')} 인수`,
  Appointment: (of, language) =>
    language === 'en'
      ? `${of('APPOINTEE')} takes office at ${of('ORGANIZATION')}`
      : `${of('APPOINTEE')}, ${of('ORGANIZATION')} 취임`,
  Departure: (of, language) =>
    language === 'en'
      ? `${of('LEAVER')} leaves ${of('ORGANIZATION')}`
      : `${of('LEAVER')}, ${of('ORGANIZATION')} 퇴임`,
  Statement: (of, language) =>
    language === 'en' ? `Statement of ${of('SPEAKER')}` : `${of('SPEAKER')} 발언`,
  Launch: (of, language) => (language === 'en' ? `Launch of ${of('LAUNCHED')}` : `${of('LAUNCHED')} 출시`),
  Publication: (of, language) =>
    language === 'en' ? `Report published by ${of('PUBLISHER')}` : `${of('PUBLISHER')} 보고서 발간`,
};

/** An event made up, without what it cites. */
export type MadeEvent = Omit<EventEntry, 'cites'>;

/** Makes up an event that an article of a day tells of, between some of a cast; undefined where the cast has too few. */
export function madeEvent(id: string, cast: Cast, reported: Day, random: Random): MadeEvent | undefined {
  const kind = random.pick(lots);
  const who = participants(kind, cast, random);
  if (who === undefined) return undefined;
  const { derives, fields = [] } = eventRule(kind);
  const named = (language: 'en' | 'ko') =>
    title[kind](
      (role) =>
        who
          .get(role)
          ?.map((made) => made[language])
          .at(0) ?? '',
      language,
    );
  const isUndated = derives.some(({ effect }) => effect === 'OPENS') && random.chance(0.05);
  const date = isUndated ? undefined : asTold(before(reported, 1500, random), random);
  return {
    id,
    kind,
    title: { en: named('en'), ...(random.chance(0.8) && { ko: named('ko') }) },
    ...(date && { date }),
    ...(isUndated && { attested: isoDay(reported) }),
    participants: Object.fromEntries([...who].map(([role, some]) => [role, some.map((made) => made.id)])),
    ...(fields.includes('amounts') && random.chance(0.7) && { amounts: [amount(random)] }),
    ...(fields.includes('position') && { position: random.pick(positions) }),
    descriptions: [],
  };
}

function participants(kind: EventKind, cast: Cast, random: Random): Map<string, Made[]> | undefined {
  const taken = new Set<string>();
  const found = new Map<string, Made[]>();
  for (const [role, rule] of Object.entries(eventRule(kind).roles)) {
    if (!rule.required && kind !== 'Publication' && random.chance(0.4)) continue;
    const some = inRole(rule, cast, taken, random);
    if (some.length >= (rule.atLeast ?? 1)) found.set(role, some);
    else if (rule.required) return undefined;
  }
  return isRanked(found) ? found : undefined;
}

function inRole(rule: RoleRule, cast: Cast, taken: Set<string>, random: Random): Made[] {
  const most = rule.single ? 1 : (rule.atLeast ?? 1) + random.rank(3, 0.3);
  const some: Made[] = [];
  while (some.length < most) {
    const made = cast.one(rule.kinds, taken);
    if (made === undefined) break;
    taken.add(made.id);
    some.push(made);
  }
  return some;
}

// Whatever is below another has the higher number, so that no chain of parents comes back to where it began.
function isRanked(found: ReadonlyMap<string, readonly Made[]>): boolean {
  const [[founded] = [], [parent] = []] = [found.get('FOUNDED'), found.get('PARENT')];
  return founded === undefined || parent === undefined || parent.number < founded.number;
}

function amount(random: Random) {
  const currency = random.pick(['USD', 'USD', 'KRW', 'EUR']);
  const digits = `${1 + random.below(999)}${'0'.repeat(random.pick([5, 6, 6, 7, 8]))}`;
  return { amount: digits, currency, approximate: random.chance(0.3) };
}
