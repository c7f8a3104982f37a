import { expect, test } from 'vitest';
import { eventKinds } from '../../src/model/events.ts';
import { keysOf } from '../../src/model/keys.ts';
import { relationshipTypes } from '../../src/model/vocabulary.ts';
import { minimalDossier } from './minimal.ts';
import { type Edit, minimalWith, problemsOf } from './problems.ts';

const founder = 'FOUNDER: [ada-kim, bo-lee]';
const departureTitle = 'title: {en: Departure of Bo Lee}';

/** Each: what is wrong, the edit that makes it so, and every problem that comes of it. */
const table: readonly (readonly [string, Edit, readonly string[]])[] = [
  [
    'a misspelt key',
    ['publisher: acme-news', 'publsher: acme-news'],
    ['6:3 article.publsher: is not a key here. Did you mean "publisher"?'],
  ],
  [
    'a key in the wrong case',
    ['cites: [leaving]', 'Cites: [leaving]'],
    ['38:5 events[1].Cites: is not a key here. Did you mean "cites"?'],
  ],
  [
    'two misspelt keys of one map, two problems',
    [
      '  title: {en: Acme Lab changes hands, ko: 애크미 연구소의 변화}\n  language: en',
      '  langage: en\n  titel: {en: Acme}',
    ],
    [
      '3:3 article.langage: is not a key here. Did you mean "language"?',
      '4:3 article.titel: is not a key here. Did you mean "title"?',
    ],
  ],
  [
    'a misspelt key beside the one it is like',
    ['language: en', 'language: en\n  autors: [ada-kim]'],
    [
      '5:3 article.autors: is not a key here. Known: id, title, language, authors, publisher, published, address, republished, cites.',
    ],
  ],
  [
    'a misspelt role beside one that it is like, and near another',
    ['FOUNDED: [acme-lab]', 'FOUNDE: [acme-lab]'],
    ['26:7 events[0].participants.FOUNDE: is not a role of Founding. Did you mean "FOUNDED"?'],
  ],
  [
    'a misspelt key in a map that needs it',
    ['name: {en: Bo Lee}', 'name: {En: Bo Lee}'],
    ['16:39 entities[1].name.En: is not a key here. Did you mean "en"?'],
  ],
  [
    'a key like none',
    ['{en: Bo Lee}, aliases', '{en: Bo Lee, fr: Bo}, aliases'],
    ['16:51 entities[1].name.fr: is not a key here. Known: en, ko.'],
  ],
  [
    'a key that every object of JavaScript has',
    ['language: en', 'language: en\n  constructor: 1'],
    [
      '5:3 article.constructor: is not a key here. Known: id, title, language, authors, publisher, published, address, republished, cites.',
    ],
  ],
  [
    'the key that zod passes over',
    ['passages:', 'passages:\n  __proto__: {}'],
    ['11:3 passages.__proto__: is not a key here'],
  ],
  [
    'a misspelt list of the dossier',
    ['events:', 'event:'],
    ['19:1 event: is not a key here. Did you mean "events"?'],
  ],
  [
    'a missing key',
    ['  publisher: acme-news\n', ''],
    ['2:3 article.publisher: is missing: The id of the organization that published it.'],
  ],
  [
    'an empty value',
    ['publisher: acme-news', 'publisher:'],
    ['6:3 article.publisher: is empty: The id of the organization that published it.'],
  ],
  [
    'a fact without citation',
    ['    cites: [leaving]\n', ''],
    ['30:5 events[1].cites: is missing: Keys of the passages that say so; at least one.'],
  ],
  [
    'a fact with no passage among its citations',
    ['cites: [leaving]', 'cites: []'],
    ['38:12 events[1].cites: cites nothing: name at least one passage that says so'],
  ],
  [
    'text where a list belongs',
    ['FOUNDED: [acme-lab]', 'FOUNDED: acme-lab'],
    [
      '26:16 events[0].participants.FOUNDED: is text where a list is expected: A list of the one id of who took part as: organization founded.',
    ],
  ],
  [
    'text where a map belongs',
    [departureTitle, 'title: Departure'],
    [
      '32:12 events[1].title: is text where a map of keys to values is expected: A short title, in English (en), Korean (ko) or both.',
    ],
  ],
  [
    'a number where text belongs',
    [departureTitle, 'title: {en: 2018}'],
    ['32:17 events[1].title.en: is a number where text is expected: put it in quotes'],
  ],
  [
    'no text in any language',
    [departureTitle, 'title: {}'],
    ['32:12 events[1].title: has no text: give `en`, `ko` or both'],
  ],
  [
    'text that is still a placeholder',
    [departureTitle, 'title: {en: "…"}'],
    ['32:17 events[1].title.en: is still a placeholder: write the text'],
  ],
  [
    'spaces around text',
    [departureTitle, 'title: {en: " Departure"}'],
    ['32:17 events[1].title.en: is empty or has spaces around it: write the text alone'],
  ],
  [
    'an id that is none',
    ['id: bo-lee-departure', 'id: Bo_Lee'],
    ['30:9 events[1].id: is not an id: use lower-case Latin letters and digits, joined by hyphens'],
  ],
  [
    'a passage whose key is no id',
    ['  leaving:', '  Leaving!:'],
    [
      '12:3 passages["Leaving!"]: is not an id: use lower-case Latin letters and digits, joined by hyphens',
      '38:13 events[1].cites[0]: unknown passage "leaving". Did you mean "Leaving!"?',
    ],
  ],
  [
    'a passage that ends before it starts',
    ['start: 0, end: 45', 'start: 50, end: 45'],
    ['13:41 passages.chief.end: is not after the start'],
  ],
  [
    'a paragraph before the first',
    ['paragraph: 1,', 'paragraph: 0,'],
    ['11:25 passages.founding.paragraph: is less than 1: write 1 or more'],
  ],
  [
    'a position that is no whole number',
    ['start: 0, end: 45', 'start: 0.5, end: 45'],
    ['13:32 passages.chief.start: is a number where a whole number is expected'],
  ],
  [
    'a hash that is none',
    ['paragraph: 3, start: 0, end: 45, quoteSha256: f', 'paragraph: 3, start: 0, end: 45, quoteSha256: g'],
    ['13:57 passages.chief.quoteSha256: is not a SHA-256 in hexadecimal: let `throughline cite` print it'],
  ],
  [
    'a kind of entity that there is not',
    ['{id: acme-news, kind: Organization', '{id: acme-news, kind: Organisation'],
    ['18:27 entities[3].kind: "Organisation" is not a kind of entity. Did you mean "Organization"?'],
  ],
  [
    'a kind of event that there is not',
    ['kind: Founding', 'kind: founding'],
    ['21:11 events[0].kind: "founding" is not a kind of event. Did you mean "Founding"?'],
  ],
  [
    'no kind of event',
    ['    kind: Founding\n', ''],
    [`20:5 events[0].kind: is missing: The kind of event: ${keysOf(eventKinds).join(', ')}.`],
  ],
  [
    'a type of relationship that there is not',
    ['type: HOLDS_POSITION', 'type: WORKS_AT'],
    [
      `40:11 relationships[0].type: "WORKS_AT" is not a type of relationship. Known: ${keysOf(relationshipTypes).join(', ')}.`,
    ],
  ],
  [
    'a legal form that there is not',
    ['legalForm: NONPROFIT', 'legalForm: NON_PROFIT'],
    ['17:73 entities[2].legalForm: "NON_PROFIT" is not a legal form. Did you mean "NONPROFIT"?'],
  ],
  [
    'a language that there is not',
    ['language: en', 'language: fr'],
    ['4:13 article.language: "fr" is not a language of an article. Known: en, ko.'],
  ],
  [
    'a misspelt role',
    [founder, 'FOUNDERS: [ada-kim, bo-lee]'],
    ['25:7 events[0].participants.FOUNDERS: is not a role of Founding. Did you mean "FOUNDER"?'],
  ],
  [
    'a role that its kind of event does not have',
    ['ORGANIZATION: [acme-lab]', 'ORGANIZATION: [acme-lab]\n      SPEAKER: [bo-lee]'],
    ['37:7 events[1].participants.SPEAKER: is not a role of Departure. Known: LEAVER, ORGANIZATION.'],
  ],
  [
    'a role that its kind of event needs',
    ['      FOUNDED: [acme-lab]\n', ''],
    [
      '25:7 events[0].participants.FOUNDED: is missing: A list of the one id of who took part as: organization founded.',
    ],
  ],
  [
    'a role with nobody in it',
    [founder, 'FOUNDER: []'],
    ['25:16 events[0].participants.FOUNDER: is empty: name at least 1'],
  ],
  [
    'two organizations of one founding',
    ['FOUNDED: [acme-lab]', 'FOUNDED: [acme-lab, acme-news]'],
    ['26:16 events[0].participants.FOUNDED: has more than one: write an event for each'],
  ],
  [
    'two people of one departure',
    ['LEAVER: [bo-lee]', 'LEAVER: [bo-lee, ada-kim]'],
    ['35:15 events[1].participants.LEAVER: has more than one: write an event for each'],
  ],
  [
    'a role with nobody in it that its kind of event can do without',
    ['FOUNDED: [acme-lab]', 'FOUNDED: [acme-lab]\n      PARENT: []'],
    ['27:15 events[0].participants.PARENT: is empty: name at least 1, or leave the role out'],
  ],
  [
    'a partnership of one',
    [
      'events:',
      `events:\n  - {id: p, kind: Partnership, title: {en: P}, participants: {PARTNER: [acme-lab]}, cites: [chief]}`,
    ],
    ['20:72 events[0].participants.PARTNER: has too few: name at least 2'],
  ],
  [
    'a field that its kind of event does not have',
    ['cites: [leaving]', 'amounts: [{amount: 1, currency: USD}]\n    cites: [leaving]'],
    [
      '38:5 events[1].amounts: is not a key here. Known: kind, id, title, date, partOf, attested, descriptions, cites, participants, position.',
    ],
  ],
  [
    'a participant that is neither an id nor a map',
    [founder, 'FOUNDER: [ada-kim, 5]'],
    [
      '25:26 events[0].participants.FOUNDER[1]: is not a participant: write an id, or {id: …, office: {organization: …, position: …}}',
    ],
  ],
  [
    'a participant whose id is none',
    [founder, 'FOUNDER: [ada-kim, Bo Lee]'],
    [
      '25:26 events[0].participants.FOUNDER[1]: is not an id: use lower-case Latin letters and digits, joined by hyphens',
    ],
  ],
  [
    'a misspelt key deep in a participant',
    [founder, 'FOUNDER: [ada-kim, {id: bo-lee, office: {organisation: acme-lab, position: board-member}}]'],
    [
      '25:48 events[0].participants.FOUNDER[1].office.organisation: is not a key here. Did you mean "organization"?',
    ],
  ],
  [
    'a participant in a map without an office',
    [founder, 'FOUNDER: [ada-kim, {id: bo-lee}]'],
    [
      '25:26 events[0].participants.FOUNDER[1].office: is missing: The office they took part in; if the source gives none, write the id alone.',
    ],
  ],
  [
    'a day that there is not',
    ['date: 2018-02', 'date: 2018-02-30'],
    ['33:11 events[1].date: "2018-02-30" holds a day that does not exist: 2018-02 ends on 2018-02-28'],
  ],
  [
    'a date that is none',
    ['date: 2018-02', 'date: February 2018'],
    ['33:11 events[1].date: "February 2018" is not a date: write 2015, 2015-12 or 2015-12-03 (EDTF)'],
  ],
  [
    'a list for a date',
    ['date: 2018-02', 'date: [2018-02]'],
    ['33:11 events[1].date: is not a date: write 2015, 2015-12 or 2015-12-03 (EDTF)'],
  ],
  [
    'a month for a day',
    ['attested: [2019-07-24]', 'attested: [2019-07]'],
    ['44:16 relationships[0].attested[0]: is not a day: write it as 2019-07-24'],
  ],
  [
    'an address without http',
    ['https://news.example/acme', 'javascript:alert(1)'],
    ['8:12 article.address: is not an address: write it whole, with http'],
  ],
];

test('the minimal dossier has no problem', () => {
  expect(problemsOf(minimalDossier())).toEqual([]);
});

test.each(table)('%s', (_name, edit, problems) => {
  expect(problemsOf(minimalWith(edit))).toEqual(problems);
});

const investment = `relationships:
events:
  - id: acme-investment
    kind: Investment
    title: {en: Investment}
    participants: {INVESTOR: [bo-lee], INVESTEE: [acme-lab]}
    amounts: [AMOUNT]
    cites: [founding]
`;

const amounts: readonly (readonly [string, string, readonly string[]])[] = [
  ['digits', '{amount: 1000000000, currency: USD}', []],
  ['quoted digits beyond 2^53', '{amount: "12345678901234567890.05", currency: KRW, approximate: true}', []],
  [
    'an unknown currency',
    '{amount: 1, currency: WON}',
    ['currency: "WON" is not an ISO 4217 currency code, such as USD or KRW'],
  ],
  [
    'digits that a number cannot keep',
    '{amount: 12345678901234567890, currency: KRW}',
    ['amount: is not an amount: write digits only, in quotes if more than 15 of them or with decimals'],
  ],
  [
    'digits with separators',
    '{amount: "1,000", currency: KRW}',
    ['amount: is not an amount: write digits only, in quotes if more than 15 of them or with decimals'],
  ],
];

test.each(amounts)('money: %s', (_name, amount, problems) => {
  const yaml = minimalDossier().replace(
    'events:\n',
    investment.replace('AMOUNT', amount).replace('relationships:\n', ''),
  );
  expect(problemsOf(yaml)).toEqual(
    problems.map((text) => expect.stringContaining(`events[0].amounts[0].${text}`)),
  );
});
