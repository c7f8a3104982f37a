import * as asKnown from '../../src/graph/statements/as-known.ts';
import {
  hopCounts,
  hopsAcross,
  hopsBetween,
  hopsFrom,
  type Prepared,
} from '../../src/graph/statements/hop.ts';
import {
  entitiesReported,
  relationshipsAmong,
  stepCandidates,
  weights,
} from '../../src/graph/statements/neighborhood.ts';
import { isBySortAlone, shortestPaths } from '../../src/graph/statements/path.ts';
import * as search from '../../src/graph/statements/search.ts';
import type { GraphStore, Params, Statement, Value } from '../../src/graph/store.ts';
import type { HopFilter } from '../../src/model/hops.ts';

const things = ['openai', 'sam-altman', 'openai-founding', 'no-such-thing'];
const pairs = [
  ['elon-musk', 'openai'],
  ['openai', 'elon-musk'],
  ['openai-founding', 'openai'],
  ['sam-altman', 'openai'],
  ['openai', 'no-such-thing'],
];
const founded = ['elon-musk', 'elon-musk.FOUNDED.openai', 'openai'];
const [asOf, reportedBy] = ['2019-07-24', '2019-07-24'];

/** Filters that use every condition there is on hops, alone and combined. */
const filters: readonly HopFilter[] = [
  {},
  { types: [] },
  { types: [], events: true },
  { events: true },
  { events: true, asOf, certainty: ['CERTAIN', 'NO'] },
  { events: true, asOf: '2016-01-01', certainty: ['POSSIBLE'], reportedBy },
  { types: ['FOUNDED', 'PARTNER_OF'], asOf, reportedBy, avoid: ['elon-musk'], kinds: ['Organization'] },
  { kinds: ['Person'], unlessOneOf: ['openai', 'agi'] },
];

function callOf<T>({ statement, params }: Prepared<T>, keys: readonly Value[]) {
  return { statement, params: { ...params, keys } };
}

type WalkCall = { readonly statement: Statement; readonly params: Params };

/** Statements that find the relationships among some things, as an engine does it best. */
export function callsAmong(engine: Pick<GraphStore, 'indexesRelationships'>): readonly WalkCall[] {
  return filters.flatMap((filter) => [
    callOf(relationshipsAmong(filter, things, 4, engine), [things]),
    callOf(relationshipsAmong(filter, [], 4, engine), [[]]),
  ]);
}

/** The statements by which walks go through the graph, with parameters that make them answer. */
export const walkCalls: readonly WalkCall[] = [
  ...callsAmong({}),
  ...filters.flatMap((filter) => [
    callOf(hopsFrom(filter, 5, []), things),
    callOf(hopsFrom(filter, 3, ['elon-musk', 'openai', 'openai-founding']), things),
    // More than there are: which of them come first is left to the engine.
    callOf(hopsFrom(filter, 1_000, null), things),
    callOf(hopsAcross(filter, ['openai', 'elon-musk', 'openai-founding', 'no-such-thing']), things),
    callOf(hopsBetween(filter), pairs),
    callOf(hopCounts(filter), things),
    callOf(weights(filter), things),
    callOf(stepCandidates(filter, { things, limit: 3, isWhole: false }, ['openai'], 4), [things]),
    callOf(stepCandidates(filter, { things, limit: 1_000, isWhole: true }, [], 1_000), [things]),
  ]),
  ...filters
    .filter(isBySortAlone)
    .flatMap((filter) => [
      callOf(shortestPaths(filter, { maxLength: 4, wanted: 10, most: 1_000 }), [
        ...pairs,
        ['sam-altman', 'microsoft'],
        ['agi', 'tesla'],
      ]),
    ]),
  ...[asOf, '2015-12-11'].flatMap((day) => [
    callOf(asKnown.happenedBy(day, {}), things),
    callOf(asKnown.happenedBy(day, { reportedBy }), things),
  ]),
  { statement: entitiesReported, params: { keys: things, reportedBy } },
  { statement: search.searchedThings, params: { keys: things } },
  { statement: search.searchedThingsAsKnown, params: { keys: [...things, 'ciokorea-126908'], reportedBy } },
  { statement: search.searchedTexts, params: { keys: things } },
  { statement: search.searchedTextsAsKnown, params: { keys: things, reportedBy } },
  { statement: asKnown.eventsAsKnown, params: { keys: things, reportedBy } },
  { statement: asKnown.eventsAsKnown, params: { keys: things, reportedBy: '2000-01-01' } },
  {
    statement: asKnown.relationshipsAsKnown,
    params: { keys: [founded, ['a', 'a.FOUNDED.b', 'b']], reportedBy },
  },
];
