import { expect, test } from 'vitest';
import { type Edit, minimalWith, problemsOf } from './problems.ts';

const founder = 'FOUNDER: [ada-kim, bo-lee]';
const held = 'position: {id: chief, title: {en: chief}}\n    attested: [2019-07-24]';
const event = (fields: string): Edit => [
  'events:',
  `events:\n  - {id: e, title: {en: E}, ${fields}, cites: [chief]}`,
];
const concept = (id: string): Edit => [
  '  - {id: ada-kim,',
  `  - {id: ${id}, kind: Concept, name: {en: ${id}}, cites: [chief]}\n  - {id: ada-kim,`,
];
const relationship = (fields: string): Edit => [
  'relationships:',
  `relationships:\n  - {${fields}, cites: [chief]}`,
];

/** Each: what is wrong, the edits that make it so, and every problem that comes of it. */
const table: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  [
    'an unknown id in a role',
    [[founder, 'FOUNDER: [ada-kim, bo-leee]']],
    ['25:26 events[0].participants.FOUNDER[1]: unknown id "bo-leee". Did you mean "bo-lee"?'],
  ],
  [
    'an unknown id like none',
    [[founder, 'FOUNDER: [ada-kim, satya-nadella]']],
    [
      '25:26 events[0].participants.FOUNDER[1]: unknown id "satya-nadella". Declare it under entities or mend it.',
    ],
  ],
  [
    'an unknown id at an end of a relationship',
    [['from: ada-kim', 'from: ada']],
    ['41:11 relationships[0].from: unknown id "ada". Declare it under entities or mend it.'],
  ],
  [
    'an unknown author',
    [['authors: [ada-kim]', 'authors: [ada-kin]']],
    ['5:13 article.authors[0]: unknown id "ada-kin". Did you mean "ada-kim"?'],
  ],
  [
    'an unknown publisher',
    [['publisher: acme-news', 'publisher: acme-new']],
    ['6:14 article.publisher: unknown id "acme-new". Did you mean "acme-news"?'],
  ],
  [
    'an unknown republisher',
    [
      [
        '  cites: [chief]\npassages',
        '  republished: [{by: acme-newz, cites: [chief]}]\n  cites: [chief]\npassages',
      ],
    ],
    ['9:22 article.republished[0].by: unknown id "acme-newz". Did you mean "acme-news"?'],
  ],
  [
    'an unknown organization of an office',
    [[founder, 'FOUNDER: [{id: ada-kim, office: {organization: acme-lap, position: chief}}]']],
    [
      '25:54 events[0].participants.FOUNDER[0].office.organization: unknown id "acme-lap". Did you mean "acme-lab"?',
      '25:74 events[0].participants.FOUNDER[0].office.position: nothing here gives "ada-kim" the office "chief" at "acme-lap". Add a HOLDS_POSITION that does, or name them without an office.',
    ],
  ],
  [
    'an unknown passage',
    [['cites: [leaving]', 'cites: [leaving, foundin]']],
    ['38:22 events[1].cites[1]: unknown passage "foundin". Did you mean "founding"?'],
  ],
  [
    'an unknown passage whose name every object of JavaScript has',
    [['cites: [leaving]', 'cites: [leaving, constructor]']],
    ['38:22 events[1].cites[1]: unknown passage "constructor". Known: founding, leaving, chief.'],
  ],
  [
    'an unknown event to be part of',
    [['date: 2018-02', 'partOf: acme-founding']],
    ['33:13 events[1].partOf: unknown id "acme-founding". Did you mean "acme-lab-founding"?'],
  ],
  [
    'an entity to be part of',
    [['date: 2018-02', 'partOf: acme-lab']],
    ['33:13 events[1].partOf: "acme-lab" is of kind Organization, and partOf takes an event'],
  ],
  [
    'an event that is part of itself',
    [['date: 2018-02', 'partOf: bo-lee-departure']],
    ['33:13 events[1].partOf: makes the event a part of itself: bo-lee-departure → bo-lee-departure'],
  ],
  [
    'two events that are part of each other',
    [
      ['date: 2018-02', 'partOf: acme-lab-founding'],
      ['date: 2015-12', 'partOf: bo-lee-departure'],
    ],
    [
      '23:13 events[0].partOf: makes the event a part of itself: acme-lab-founding → bo-lee-departure → acme-lab-founding',
    ],
  ],
  [
    'an id of two entities',
    [
      [
        'aliases: [이보], cites: [founding]}',
        'cites: [founding]}\n  - {id: bo-lee, kind: Person, name: {en: B}, cites: [chief]}',
      ],
    ],
    ['17:10 entities[2].id: "bo-lee" is already the id of entities[1], line 16: choose another'],
  ],
  [
    'an id of an entity and an event',
    [['id: bo-lee-departure', 'id: bo-lee']],
    ['30:9 events[1].id: "bo-lee" is already the id of entities[1], line 16: choose another'],
  ],
  [
    'an id of the article and an event',
    [['id: bo-lee-departure', 'id: acme-article']],
    ['30:9 events[1].id: "acme-article" is already the id of article, line 2: choose another'],
  ],
  [
    'an id of the publication and an event',
    [['id: bo-lee-departure', 'id: acme-article-publication']],
    [
      '30:9 events[1].id: "acme-article-publication" is already the id of the publication in article.published, line 7: choose another',
    ],
  ],
  [
    'a kind that does not fit a role',
    [['LEAVER: [bo-lee]', 'LEAVER: [acme-news]']],
    [
      '35:16 events[1].participants.LEAVER[0]: "acme-news" is of kind Organization, and LEAVER of Departure takes Person',
    ],
  ],
  [
    'an event in a role',
    [['LEAVER: [bo-lee]', 'LEAVER: [acme-lab-founding]']],
    [
      '35:16 events[1].participants.LEAVER[0]: "acme-lab-founding" is of kind Founding, and LEAVER of Departure takes Person',
    ],
  ],
  [
    'a kind that does not fit the source of a relationship',
    [['from: ada-kim', 'from: acme-news']],
    [
      '41:11 relationships[0].from: "acme-news" is of kind Organization, and from of HOLDS_POSITION takes Person',
    ],
  ],
  [
    'a kind that does not fit the target of a relationship',
    [['to: acme-lab', 'to: bo-lee']],
    ['42:9 relationships[0].to: "bo-lee" is of kind Person, and to of HOLDS_POSITION takes Organization'],
  ],
  [
    'a kind that does not fit a publisher',
    [['publisher: acme-news', 'publisher: bo-lee']],
    ['6:14 article.publisher: "bo-lee" is of kind Person, and publisher takes Organization'],
  ],
  [
    'a relationship of something with itself',
    [relationship('type: PARTNER_OF, from: bo-lee, to: bo-lee')],
    ['40:42 relationships[0].to: joins "bo-lee" with itself: name another end'],
  ],
  [
    'an investment in the investor',
    [event('kind: Investment, participants: {INVESTOR: [bo-lee, acme-lab], INVESTEE: [acme-lab]}')],
    [
      '20:103 events[0].participants.INVESTEE[0]: "acme-lab" is INVESTOR too: INVESTED_IN joins two, name another in one of the roles',
    ],
  ],
  [
    'a founding by the founded',
    [[founder, 'FOUNDER: [ada-kim, acme-lab]']],
    [
      '26:17 events[0].participants.FOUNDED[0]: "acme-lab" is FOUNDER too: FOUNDED joins two, name another in one of the roles',
    ],
  ],
  [
    'a founding under the founder',
    [
      ['FOUNDED: [acme-lab]', 'FOUNDED: [acme-lab]\n      PARENT: [acme-news]'],
      [founder, 'FOUNDER: [ada-kim, acme-news]'],
    ],
    [],
  ],
  [
    'a partner with an office and without',
    [
      event(
        'kind: Partnership, participants: {PARTNER: [ada-kim, {id: ada-kim, office: {organization: acme-lab, position: chief}}]}',
      ),
    ],
    ['20:87 events[0].participants.PARTNER[1].id: "ada-kim" is PARTNER already: keep one'],
  ],
  [
    'a partnership of a name written twice',
    [event('kind: Partnership, participants: {PARTNER: [ada-kim, ada-kim]}')],
    ['20:82 events[0].participants.PARTNER[1]: "ada-kim" stands twice in this list: keep one'],
  ],
  [
    'two concepts that are kinds of each other',
    [
      concept('a'),
      concept('b'),
      relationship('type: SUBCLASS_OF, from: a, to: b'),
      ['relationships:', 'relationships:\n  - {type: SUBCLASS_OF, from: b, to: a, cites: [chief]}'],
    ],
    ['43:5 relationships[1]: closes a circle of SUBCLASS_OF: b → a → b'],
  ],
  [
    'a parent founded under its subsidiary',
    [
      ['FOUNDED: [acme-lab]', 'FOUNDED: [acme-lab]\n      PARENT: [acme-news]'],
      relationship('type: SUBSIDIARY_OF, from: acme-news, to: acme-lab'),
    ],
    ['20:5 events[0]: closes a circle of SUBSIDIARY_OF: acme-news → acme-lab → acme-news'],
  ],
  [
    'a parent that was a subsidiary once',
    [
      ['FOUNDED: [acme-lab]', 'FOUNDED: [acme-lab]\n      PARENT: [acme-news]'],
      relationship('type: SUBSIDIARY_OF, from: acme-news, to: acme-lab, since: 2016'),
      [
        'relationships:',
        'relationships:\n  - {type: SUBSIDIARY_OF, from: acme-lab, to: acme-news, until: 2016, cites: [chief]}',
      ],
    ],
    [],
  ],
  [
    'a relationship that an event begins',
    [relationship('type: FOUNDED, from: ada-kim, to: acme-lab')],
    [
      '40:5 relationships[0]: says again what events[0] begins, line 20: leave it out, or add when it ended or still held',
    ],
  ],
  [
    'a relationship that an event begins, and a day on which the event attests it',
    [
      ['date: 2015-12', 'date: 2015-12\n    attested: 2019-07-24'],
      relationship('type: FOUNDED, from: ada-kim, to: acme-lab, attested: [2019-07-24]'),
    ],
    [
      '41:5 relationships[0]: says again what events[0] begins, line 20: leave it out, or add when it ended or still held',
    ],
  ],
  [
    'more of a relationship that an event begins',
    [relationship('type: FOUNDED, from: ada-kim, to: acme-lab, attested: [2019-07-24]')],
    [],
  ],
  [
    'more of a position that an event ends',
    [
      relationship(
        'type: HOLDS_POSITION, from: bo-lee, to: acme-lab, position: {id: board-member, title: {en: m}}, since: 2017',
      ),
    ],
    [],
  ],
  [
    'a legal form of a person',
    [['aliases: [이보]', 'legalForm: COMPANY']],
    ['16:63 entities[1].legalForm: is for organizations, and this is of kind Person: leave it out'],
  ],
  [
    'no position where one is needed',
    [['    position: {id: chief, title: {en: chief}}\n', '']],
    ['40:5 relationships[0].position: is missing: HOLDS_POSITION needs the office held'],
  ],
  [
    'a position where none belongs',
    [relationship('type: FOUNDED, from: ada-kim, to: acme-lab, position: {id: a, title: {en: a}}')],
    ['40:50 relationships[0].position: is not for FOUNDED: leave it out'],
  ],
  [
    'an office that nothing gives',
    [[founder, 'FOUNDER: [ada-kim, {id: bo-lee, office: {organization: acme-lab, position: ceo}}]']],
    [
      '25:82 events[0].participants.FOUNDER[1].office.position: nothing here gives "bo-lee" the office "ceo" at "acme-lab". Known: board-member.',
    ],
  ],
  [
    'offices that a relationship and a departure give',
    [
      [
        founder,
        'FOUNDER: [{id: ada-kim, office: {organization: acme-lab, position: chief}}, {id: bo-lee, office: {organization: acme-lab, position: board-member}}]',
      ],
    ],
    [],
  ],
  [
    'an end before the beginning',
    [[held, 'position: {id: chief, title: {en: chief}}\n    since: 2018-06\n    until: 2018-05']],
    [
      '45:12 relationships[0].until: The state ends ("2018-05") before it begins ("2018-06"): mend one of the two',
    ],
  ],
  [
    'an end within the year of the beginning',
    [[held, 'position: {id: chief, title: {en: chief}}\n    since: 2018\n    until: 2018-05']],
    [],
  ],
  [
    'a day on which it held before it began',
    [[held, 'position: {id: chief, title: {en: chief}}\n    since: 2020\n    attested: [2019-07-24]']],
    [
      '45:16 relationships[0].attested[0]: The state is attested on 2019-07-24, before it begins ("2020"): mend one of the two, or mark the date as doubtful with ~ or ?',
    ],
  ],
  [
    'a day on which it held after it ended',
    [
      [
        held,
        'position: {id: chief, title: {en: chief}}\n    until: 2018\n    attested: [2018-03-01, 2019-07-24]',
      ],
    ],
    [
      '45:28 relationships[0].attested[1]: The state is attested on 2019-07-24, after it ends ("2018"): mend one of the two, or mark the date as doubtful with ~ or ?',
    ],
  ],
  [
    'the end of something that cannot end',
    [relationship('type: FOUNDED, from: ada-kim, to: acme-lab, until: 2019')],
    ['40:57 relationships[0].until: A permanent fact cannot end ("2019"): leave its end out'],
  ],
  [
    'a day on which a founding had not happened',
    [['date: 2015-12', 'date: 2015-12\n    attested: 2015-11-30']],
    [
      '24:15 events[0].attested: The state is attested on 2015-11-30, before it begins ("2015-12"): mend one of the two, or mark the date as doubtful with ~ or ?',
    ],
  ],
  [
    'a day on which a departure still held',
    [['date: 2018-02', 'date: 2018-02\n    attested: 2018-03-01']],
    ['34:15 events[1].attested: has no meaning here: Departure begins nothing that could still hold'],
  ],
  [
    'a relationship and an event that cannot both be true',
    [
      relationship(
        'type: HOLDS_POSITION, from: bo-lee, to: acme-lab, position: {id: board-member, title: {en: m}}, since: 2019',
      ),
    ],
    [
      '30:5 events[1]: disagrees with relationships[0], line 40: The state ends ("2018-02") before it begins ("2019"): mend one of the two',
    ],
  ],
  [
    'a relationship written twice',
    [
      relationship(
        'type: HOLDS_POSITION, from: ada-kim, to: acme-lab, position: {id: chief, title: {ko: 대표}}',
      ),
    ],
    ['41:5 relationships[1]: says again what relationships[0] says, line 40: make one of the two'],
  ],
  [
    'two positions of one person in one place',
    [
      relationship(
        'type: HOLDS_POSITION, from: ada-kim, to: acme-lab, position: {id: chair, title: {en: c}}',
      ),
    ],
    [],
  ],
  [
    'a relationship without direction written once each way',
    [
      relationship('type: PARTNER_OF, from: bo-lee, to: ada-kim'),
      ['relationships:', 'relationships:\n  - {type: PARTNER_OF, from: ada-kim, to: bo-lee, cites: [chief]}'],
    ],
    ['41:5 relationships[1]: says again what relationships[0] says, line 40: make one of the two'],
  ],
  [
    'a passage that nothing cites',
    [['cites: [leaving]', 'cites: [founding]']],
    ['12:3 passages.leaving: is cited by nothing: cite it or leave it out'],
  ],
  [
    'a passage cited twice for one fact',
    [['cites: [leaving]', 'cites: [leaving, leaving]']],
    ['38:22 events[1].cites[1]: "leaving" stands twice in this list: keep one'],
  ],
  [
    'an entity that nothing names',
    [['events:', '  - {id: lone, kind: Concept, name: {en: Lone}, cites: [chief]}\nevents:']],
    [],
  ],
  [
    'the publication as the whole of which an event is part',
    [['date: 2018-02', 'partOf: acme-article-publication']],
    [],
  ],
];

test.each(table)('%s', (_name, edits, problems) => {
  expect(problemsOf(minimalWith(...edits))).toEqual(problems);
});

test('faults of form and of sense are found in one reading', () => {
  const yaml = minimalWith(
    ['publisher: acme-news', 'publsher: acme-news'],
    ['  leaving:', '  leaving: {}\n  leaving:'],
    ['legalForm: NONPROFIT', 'legalForm: NON_PROFIT'],
    ['date: 2015-12', 'date: 2015-13'],
    [founder, 'FOUNDER: [ada-kim, bo-leee, acme-news-launch, 5]'],
    ['kind: Departure', 'kind: Departur'],
    ['to: acme-lab', 'to: bo-lee'],
    ['relationships:', 'relationships:\n  - {type: FOUNDED, from: ada-kim, to: acme-lab}'],
    [held, 'since: 2020\n    attested: [2019-07-24]'],
  );
  expect(problemsOf(yaml).map((problem) => problem.split(': ', 2).join(': '))).toEqual([
    '6:3 article.publsher: is not a key here. Did you mean "publisher"?',
    '13:3 passages.leaving: stands twice in this map',
    '18:73 entities[2].legalForm: "NON_PROFIT" is not a legal form. Did you mean "NONPROFIT"?',
    '24:11 events[0].date: "2015-13" is not a date',
    '26:26 events[0].participants.FOUNDER[1]: unknown id "bo-leee". Did you mean "bo-lee"?',
    '26:35 events[0].participants.FOUNDER[2]: unknown id "acme-news-launch". Declare it under entities or mend it.',
    '26:53 events[0].participants.FOUNDER[3]: is not a participant',
    '32:11 events[1].kind: "Departur" is not a kind of event. Did you mean "Departure"?',
    '41:5 relationships[0].cites: is missing',
    '42:5 relationships[1].position: is missing',
    '44:9 relationships[1].to: "bo-lee" is of kind Person, and to of HOLDS_POSITION takes Organization',
    '46:16 relationships[1].attested[0]: The state is attested on 2019-07-24, before it begins ("2020")',
  ]);
});
