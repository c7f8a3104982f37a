import * as article from '../../src/graph/statements/article.ts';
import * as asKnown from '../../src/graph/statements/as-known.ts';
import { changeList } from '../../src/graph/statements/change.ts';
import * as description from '../../src/graph/statements/description.ts';
import * as dump from '../../src/graph/statements/dump.ts';
import * as entity from '../../src/graph/statements/entity.ts';
import * as event from '../../src/graph/statements/event.ts';
import { factList, supportList } from '../../src/graph/statements/fact.ts';
import type { List, Window } from '../../src/graph/statements/list.ts';
import * as load from '../../src/graph/statements/load.ts';
import { readStatement, type Take } from '../../src/graph/statements/read.ts';
import * as relationship from '../../src/graph/statements/relationship.ts';
import * as sources from '../../src/graph/statements/sources.ts';
import * as write from '../../src/graph/statements/write.ts';
import type { Params, Statement } from '../../src/graph/store.ts';
import type { EntityFilter, EventFilter } from '../../src/model/filters.ts';
import { callsAmong, walkCalls } from './walk-calls.ts';

/**
 * Every statement there is, with parameters that make it answer over the article's dossier (which the conformance
 * suite loads). A statement that is missing here fails the suite.
 */
export type Call = { readonly statement: Statement; readonly params: Params };

const ids = ['openai', 'sam-altman', 'no-such-thing'];
const window: Window = { limit: 5, backwards: false };
// The suite puts places of the first page in their stead.
const between = { after: ['2015'], before: ['2019-08'] };
const windows: readonly Window[] = [
  window,
  { ...window, ...between },
  { ...window, ...between, backwards: true },
  { ...window, backwards: true },
];

function takeCall<T>(list: List<T>, take: Take, keys: readonly string[], isIndexed = false): Call {
  const engine = isIndexed ? ({ indexesRelationships: true } as const) : {};
  const { statement, params } = readStatement({ key: '', list, take }, engine);
  return { statement, params: { ...params, keys } };
}

function listCalls<T>(list: List<T>, keys: readonly string[]): Call[] {
  const pages = windows.map((some): Take => ({ kind: 'PAGE', window: placed(some, list.order.length) }));
  const takes: Take[] = [
    ...pages,
    { kind: 'COUNT' },
    ...Object.keys(list.facets).map((facet): Take => ({ kind: 'FACET', facet })),
  ];
  // The way of an engine with an index finds the same on one without, if slowly.
  const indexed = list.indexed ? pages.map((take) => takeCall(list, take, keys, true)) : [];
  return [...takes.map((take) => takeCall(list, take, keys)), ...indexed];
}

/** A window whose places have as many parts as the list's order has keys. */
function placed(some: Window, keys: number): Window {
  const whole = (place: Window['after']) => place && Array.from({ length: keys }, () => place[0] ?? '');
  return { ...some, after: whole(some.after), before: whole(some.before) };
}

const founding = ['elon-musk', 'elon-musk.FOUNDED.openai', 'openai'];

const all: Take = { kind: 'ALL' };

const wholeCalls: Call[] = [
  takeCall(entity.entityWithId, all, ids),
  takeCall(event.eventWithId, all, ['openai-founding', 'openai']),
  takeCall(event.publicationsOfArticle, all, ['ciokorea-126908', 'x']),
  takeCall(event.wholeOfEvent({}), all, ['microsoft-invests-in-openai', 'openai-founding']),
  takeCall(event.participantsOfEvent({}), all, ['openai-founding', 'microsoft-openai-partnership', 'x']),
  takeCall(event.wholeOfEvent({ reportedBy: '2019-07-24' }), all, ['microsoft-invests-in-openai', 'x']),
  takeCall(event.participantsOfEvent({ reportedBy: '2019-07-24' }), all, ['openai-founding', 'x']),
  takeCall(article.articleWithId, all, ['ciokorea-126908', 'openai']),
];

const keyedCalls: Call[] = [
  { statement: sources.sourcesOfEvent, params: { keys: ['openai-founding', 'openai'] } },
  { statement: sources.sourcesOfRelationship, params: { keys: [founding, ['a', 'a.FOUNDED.b', 'b']] } },
  { statement: entity.entitiesById, params: { keys: ids } },
  { statement: event.eventsById, params: { keys: ['openai-founding', 'openai'] } },
  { statement: article.articlesById, params: { keys: ['ciokorea-126908', 'openai'] } },
  { statement: article.passagesById, params: { keys: ['ciokorea-126908.byline', 'x'] } },
  { statement: description.descriptionsById, params: { keys: ['openai.ciokorea-126908.1', 'x'] } },
  {
    statement: relationship.relationshipsById,
    params: {
      keys: [
        ['elon-musk', 'elon-musk.FOUNDED.openai', 'openai'],
        ['a', 'a.FOUNDED.b', 'b'],
      ],
    },
  },
];

/** Filters that use every condition there is, alone and combined. */
const asOf = '2019-07-24';
const entityFilter: EntityFilter = {
  or: [
    { kinds: ['Person', 'Concept'], name: { startsWith: 's', contains: 'a' } },
    { legalForms: ['NONPROFIT'], alias: { contains: 'ai' }, name: { equals: 'openai' } },
    { text: '인공지능', slugs: ['agi', 'openai'], citedBy: 'ciokorea-126908' },
    {
      related: {
        types: ['FOUNDED'],
        direction: 'OUT',
        with: ['openai'],
        asOf,
        certainty: ['POSSIBLE', 'NO'],
      },
    },
    {
      tookPart: {
        kinds: ['Founding'],
        roles: ['FOUNDER'],
        occurred: { from: '2015-12-31', to: '2016-01-01' },
      },
    },
  ],
  not: { related: { direction: 'IN', types: ['HOLDS_POSITION'] } },
};
const eventFilter: EventFilter = {
  and: [{ occurred: { from: '2018-01-01', to: '2019-07-22' } }, { dated: true }],
  or: [
    { participants: { any: ['openai'], roles: ['FOUNDED', 'PARTNER', 'SPEAKER'] } },
    { participants: { all: ['microsoft', 'openai'] } },
    { participants: { roles: ['LEAVER'] } },
    { precisions: ['MONTH'], text: 'board', citedBy: 'ciokorea-126908' },
    { kinds: ['Statement'], slugs: ['x'] },
  ],
  not: { dated: false },
};
const reported = { reportedBy: asOf };
const openai = ['openai', 'sam-altman', 'no-such-thing'];

const pagedCalls: Call[] = [
  ...listCalls(entity.entityList({}), ['']),
  ...listCalls(entity.entityList({ where: entityFilter, ...reported }), ['']),
  ...listCalls(entity.entityList({ orderBy: [{ field: 'KIND', direction: 'DESC' }, { field: 'NAME' }] }), [
    '',
  ]),
  ...listCalls(event.eventList('ALL', {}), ['']),
  ...listCalls(
    event.eventList('ALL', { where: eventFilter, orderBy: [{ field: 'KIND' }, { field: 'TITLE' }] }),
    [''],
  ),
  ...listCalls(event.eventList('ALL', { where: eventFilter, ...reported }), ['']),
  ...listCalls(event.eventList('ENTITY', { orderBy: [{ field: 'DATE', direction: 'DESC' }] }), openai),
  ...listCalls(event.eventList('ENTITY', { ...reported, roles: ['FOUNDED', 'PARTNER'] }), openai),
  ...listCalls(event.eventList('ENTITY', { roles: ['FOUNDED'] }), openai),
  ...listCalls(event.eventList('EVENT', {}), ['microsoft-openai-partnership', 'openai-founding']),
  ...(['OUT', 'IN', 'BOTH'] as const).flatMap((direction) =>
    listCalls(
      relationship.relationshipList({ types: ['FOUNDED', 'HOLDS_POSITION'], direction, asOf }),
      openai,
    ),
  ),
  ...listCalls(
    relationship.relationshipList({
      types: ['FOUNDED', 'HOLDS_POSITION', 'PARTNER_OF'],
      direction: 'BOTH',
      asOf: '2018-01-01',
      certainty: ['CERTAIN', 'NO'],
      ...reported,
      where: {
        other: { or: [{ kinds: ['Person'] }, entityFilter] },
        citedBy: 'ciokorea-126908',
        began: { from: '2015-01-01' },
        not: { ended: { to: '2018-12-31' } },
      },
      orderBy: [{ field: 'TYPE' }, { field: 'OTHER_NAME', direction: 'DESC' }],
    }),
    openai,
  ),
  ...listCalls(
    relationship.relationshipList({
      types: ['FOUNDED'],
      direction: 'IN',
      where: { types: ['FOUNDED'], citedBy: 'ciokorea-126908' },
      orderBy: [{ field: 'UNTIL', direction: 'DESC' }],
    }),
    openai,
  ),
  ...listCalls(article.articleList({ orderBy: [{ field: 'TITLE' }] }), ['']),
  ...listCalls(
    article.articleList({
      where: {
        text: 'openai',
        published: { from: asOf, to: asOf },
        publishers: ['cio-korea'],
        languages: ['KO'],
      },
    }),
    [''],
  ),
  ...listCalls(article.passageList('ARTICLE', { where: { text: 'azure' } }), ['ciokorea-126908', 'x']),
  ...listCalls(
    article.passageList('THING', { where: { articles: ['ciokorea-126908'] }, ...reported }),
    openai,
  ),
  ...listCalls(description.descriptionList({}), ['openai', 'openai-lp']),
  ...listCalls(
    description.descriptionList({ where: { aspects: ['PURPOSE', 'FUNDING'], text: 'a' }, ...reported }),
    ['openai', 'openai-founding'],
  ),
];

const range = { between: { from: '2018-01-01', to: '2019-06-30' } };
const about = ['openai', 'elon-musk', 'no-such-thing'];

const factCalls: Call[] = [
  ...listCalls(changeList('ALL', range), ['']),
  ...listCalls(changeList('ALL', { ...range, about, ...reported, orderBy: [{ field: 'KIND' }] }), ['']),
  ...listCalls(changeList('ALL', { ...range, kinds: [] }), ['']),
  ...listCalls(
    changeList('ALL', {
      ...range,
      kinds: ['ENDED', 'HAPPENED'],
      types: ['HOLDS_POSITION'],
      eventKinds: ['Departure'],
      certainty: ['CERTAIN'],
    }),
    [''],
  ),
  ...listCalls(changeList('ENTITY', range), openai),
  ...listCalls(changeList('ENTITY', { ...range, ...reported, types: [], eventKinds: [] }), openai),
  ...listCalls(write.writeList, ['']),
  ...listCalls(factList({}), ['']),
  ...listCalls(factList({ sources: 'SINGLE', about }), ['']),
  ...listCalls(factList({ sources: 'SEVERAL', kinds: ['EVENT'], eventKinds: ['Founding'] }), ['']),
  ...listCalls(factList({ sources: 'DISAGREEING', types: ['FOUNDED'], about: [], ...reported }), ['']),
  ...listCalls(supportList('PASSAGE', {}), ['ciokorea-126908.openai-founded', 'x']),
  ...listCalls(supportList('PASSAGE', { kinds: ['RELATIONSHIP'], ...reported }), ['ciokorea-126908.byline']),
  ...listCalls(supportList('ARTICLE', {}), ['ciokorea-126908', 'x']),
  ...listCalls(supportList('ARTICLE', { kinds: [], ...reported }), ['ciokorea-126908']),
];

/** Statements that read for a load, and that compare graphs. */
const plainCalls: Call[] = [
  { statement: load.currentRevision, params: {} },
  { statement: load.storedDossiers, params: { ids: ['ciokorea-126908', 'x'] } },
  { statement: load.storedFingerprints, params: { ids: ['ciokorea-126908', 'x'] } },
  { statement: load.storedThings, params: { ids } },
  ...[...load.storedRelationships.values()].map((statement) => {
    const [from, id, to] = founding as [string, string, string];
    return { statement, params: { rows: [{ from, to, id }] } };
  }),
  { statement: load.storedArticles, params: {} },
  { statement: load.articlesDeclaring, params: { ids } },
  { statement: load.relationshipCounts, params: { ids } },
  { statement: write.writesAt, params: { revisions: [1, 2] } },
  { statement: write.articlesOfClients, params: { kinds: ['LOAD', 'RETRACT'], ids: ['ciokorea-126908'] } },
  { statement: write.storedAliases, params: {} },
  { statement: write.storedKey, params: { id: 'x' } },
  { statement: dump.allNodes, params: {} },
  { statement: dump.allRelationships, params: {} },
];

/** Reads, with parameters. */
export const readCalls: readonly Call[] = [
  ...keyedCalls,
  ...wholeCalls,
  ...pagedCalls,
  ...factCalls,
  ...walkCalls,
  ...plainCalls,
];

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && 'row' in value;
}

const writes = [...Object.values(load), ...Object.values(write)].flatMap((value): unknown[] =>
  value instanceof Map ? [...value.values()] : [value],
);

/** The statements that change the graph; the suite exercises them by loading dossiers. */
export const writeStatements: readonly Statement[] = writes
  .filter(isStatement)
  .filter(({ text }) => /MERGE|CREATE|DELETE/.test(text));

/** Every statement, read or write. */
export const statementCalls: readonly Call[] = [
  ...readCalls,
  ...callsAmong({ indexesRelationships: true }),
  ...writeStatements.map((statement) => ({ statement, params: {} })),
];

/** The statements that the modules of graph/statements export, for the check that none is missing above. */
export const exportedStatements: readonly Statement[] = [
  article,
  asKnown,
  description,
  dump,
  entity,
  event,
  load,
  relationship,
  sources,
  write,
]
  .flatMap((module): unknown[] => Object.values(module))
  .filter(isStatement);
