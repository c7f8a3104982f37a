import * as article from '../../src/graph/statements/article.ts';
import * as description from '../../src/graph/statements/description.ts';
import * as dump from '../../src/graph/statements/dump.ts';
import * as entity from '../../src/graph/statements/entity.ts';
import * as event from '../../src/graph/statements/event.ts';
import { countStatement, type List, pageStatement, type Window } from '../../src/graph/statements/list.ts';
import * as load from '../../src/graph/statements/load.ts';
import * as relationship from '../../src/graph/statements/relationship.ts';
import type { Params, Statement } from '../../src/graph/store.ts';

/**
 * Every statement there is, with parameters that make it answer over the article's dossier (which the conformance
 * suite loads). A statement that is missing here fails the suite.
 */
export type Call = { readonly statement: Statement; readonly params: Params };

const ids = ['openai', 'sam-altman', 'no-such-thing'];
const window: Window = { limit: 5, backwards: false };
const between = { after: ['2015'], before: ['2019-08'] };
const windows: readonly Window[] = [
  window,
  { ...window, backwards: true },
  { ...window, ...between },
  { ...window, ...between, backwards: true },
];

function listCalls<T>(list: List<T>, keys: readonly string[]): Call[] {
  const pages = windows.map((some) => pageStatement(list, some));
  return [...pages, countStatement(list)].map(({ statement, params }) => ({
    statement,
    params: { ...params, keys },
  }));
}

const keyedCalls: Call[] = [
  { statement: entity.entitiesById, params: { keys: ids } },
  { statement: event.eventsById, params: { keys: ['openai-founding', 'openai'] } },
  { statement: event.wholeOfEvent, params: { keys: ['microsoft-invests-in-openai', 'openai-founding'] } },
  {
    statement: event.participantsOfEvent,
    params: { keys: ['openai-founding', 'microsoft-openai-partnership', 'x'] },
  },
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

const pagedCalls: Call[] = [
  ...listCalls(entity.entityList(undefined, false), ['']),
  ...listCalls(entity.entityList(['Person', 'Concept'], true), ['']),
  ...listCalls(event.eventList('ALL', {}, false), ['']),
  ...listCalls(
    event.eventList('ALL', { kinds: ['Statement'], from: '2019-01-01', to: '2019-12-31' }, false),
    [''],
  ),
  ...listCalls(event.eventList('ENTITY', { roles: ['FOUNDED', 'PARTNER'] }, false), ids),
  ...listCalls(event.eventList('EVENT', {}, false), ['microsoft-openai-partnership', 'openai-founding']),
  ...listCalls(relationship.relationshipList(['FOUNDED', 'HOLDS_POSITION'], 'IN', true), ids),
  ...listCalls(relationship.relationshipList(['FOUNDED', 'HOLDS_POSITION'], 'OUT', true), ids),
  ...listCalls(relationship.relationshipList(['FOUNDED', 'PARTNER_OF'], 'BOTH', true), ids),
  ...listCalls(article.articleList(true), ['']),
  ...listCalls(article.passageList(), ['ciokorea-126908', 'x']),
  ...listCalls(article.citedPassageList(), ['openai', 'openai-founding']),
  ...listCalls(description.descriptionList(), ['openai', 'openai-lp']),
  ...listCalls(description.descriptionList(['PURPOSE', 'FUNDING']), ['openai', 'agi']),
];

/** Statements that read for a load, and that compare graphs. */
const plainCalls: Call[] = [
  { statement: load.currentRevision, params: {} },
  { statement: load.storedDossiers, params: { ids: ['ciokorea-126908', 'x'] } },
  { statement: load.storedArticles, params: {} },
  { statement: load.articlesDeclaring, params: { ids } },
  { statement: dump.allNodes, params: {} },
  { statement: dump.allRelationships, params: {} },
];

/** Reads, with parameters. */
export const readCalls: readonly Call[] = [...keyedCalls, ...pagedCalls, ...plainCalls];

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && 'row' in value;
}

const writes = Object.values(load).flatMap((value): unknown[] =>
  value instanceof Map ? [...value.values()] : [value],
);

/** The statements that change the graph; the suite exercises them by loading dossiers. */
export const writeStatements: readonly Statement[] = writes
  .filter(isStatement)
  .filter(({ text }) => /MERGE|CREATE|DELETE/.test(text));

/** Every statement, read or write. */
export const statementCalls: readonly Call[] = [
  ...readCalls,
  ...writeStatements.map((statement) => ({ statement, params: {} })),
];

/** The statements that the modules of graph/statements export, for the check that none is missing above. */
export const exportedStatements: readonly Statement[] = [
  article,
  description,
  dump,
  entity,
  event,
  load,
  relationship,
]
  .flatMap((module): unknown[] => Object.values(module))
  .filter(isStatement);
