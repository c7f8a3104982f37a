import {
  searchedTexts,
  searchedTextsAsKnown,
  searchedThings,
  searchedThingsAsKnown,
} from '../graph/statements/search.ts';
import type { SearchCandidates, Searched, SearchRequest } from '../graph/store.ts';
import type { Entity } from '../model/things.ts';
import { isEntityKind } from '../model/vocabulary.ts';
import { type CompiledQuery, compileQuery } from '../search/query.ts';
import { slipTokens, typedTokens } from '../search/query-tokens.ts';
import type { MatchKind } from '../search/rank.ts';
import { type NameScore, scoreNames } from '../search/score.ts';
import { scoreTexts, type TextScore } from '../search/text-score.ts';
import { readKeyed, type Source } from './batch.ts';

/** Something a search found: how well it matches (above 0, at most 1), which of its names or texts, and how. */
export type Hit = {
  readonly id: string;
  readonly kind: string;
  readonly score: number;
  readonly matched: string;
  readonly how: MatchKind | 'TEXT';
  /** The entity that it is, read with its names; null for what is none. */
  readonly entity: Entity | null;
  /** The day by whose knowledge it was found; nothing for what is known now. */
  readonly reportedBy: string | undefined;
};

/** What a search takes: the kinds wanted (all where left out), and the day by which articles must have been out. */
export type SearchOptions = { readonly kinds?: readonly string[]; readonly reportedBy?: string };

/**
 * What a search found: the things whose names match, best first; those and, after them, the things of which a source says
 * the words, read when they are asked for; `complete` unless there were more candidates than are ranked.
 */
export type Found = {
  readonly named: readonly Hit[];
  readonly all: () => Promise<readonly Hit[]>;
  readonly complete: boolean;
};

/** How many candidates a search ranks, and how many while someone is typing. */
const mostCandidates = { SEARCH: 200, SUGGEST: 100 } as const;

/**
 * Searches names (and, for `SEARCH`, what sources say). The engine gives candidates; they are ranked here, by names
 * first, so that every engine gives the same order. Slips are looked for only where no name is met as it is typed:
 * that takes many tokens, each of which many things have.
 */
export async function findThings(
  source: Source,
  text: string,
  effort: keyof typeof mostCandidates,
  options: SearchOptions,
): Promise<Found> {
  const query = compileQuery(text);
  const limit = mostCandidates[effort];
  const typed = await candidates(
    source,
    query,
    { ...typedTokens(text, { texts: effort === 'SEARCH' }), limit },
    options,
  );
  const slips = typed.asTyped
    ? none
    : await candidates(source, query, { tokens: slipTokens(text), limit }, options);
  const named = [...new Map([...typed.named, ...slips.named].map((hit) => [hit.id, hit])).values()].sort(
    better,
  );
  const isNamed = new Set(named.map(({ id }) => id));
  const unnamed = typed.unnamed.filter(({ id }) => !isNamed.has(id));
  let all: Promise<readonly Hit[]> | undefined;
  const readAll = async () => {
    const byText = effort === 'SEARCH' ? await textHits(source, query, unnamed, options.reportedBy) : [];
    return [...named, ...byText.sort(better)];
  };
  return {
    named,
    all: () => {
      all ??= readAll();
      return all;
    },
    complete: !typed.cut && !slips.cut,
  };
}

/**
 * Candidates: those whose names match, and whether one meets all that is typed; the others; `cut` where there are, or may
 * be, more.
 */
type Ranked = {
  readonly named: readonly Hit[];
  readonly asTyped: boolean;
  readonly unnamed: readonly Searched[];
  readonly cut: boolean;
};

const none: Ranked = { named: [], asTyped: false, unnamed: [], cut: false };

/** Asks the engine for candidates, reads their names, and ranks those that match. */
async function candidates(
  source: Source,
  query: CompiledQuery,
  request: SearchRequest,
  { kinds, reportedBy }: SearchOptions,
): Promise<Ranked> {
  if (request.tokens.length === 0) return none;
  const asked = { ...request, ...(kinds && { kinds }) };
  const [{ ids, things, cut } = nothing] = await source.store.search([asked], source.options);
  const read = () =>
    reportedBy
      ? readKeyed(source, searchedThingsAsKnown, { reportedBy }, ids)
      : readKeyed(source, searchedThings, {}, ids);
  const found = (!reportedBy && things) || (await read()).flat();
  const scored = found.map((thing) => ({ thing, score: scoreNames(query, namesOf(thing)) }));
  return {
    named: scored.flatMap(({ thing, score }) => (score ? [nameHit(thing, score, reportedBy)] : [])),
    asTyped: scored.some(({ score }) => score?.asTyped),
    unnamed: scored.filter(({ score }) => !score).map(({ thing }) => thing),
    cut,
  };
}

const nothing: SearchCandidates = { ids: [], cut: false };

function namesOf({ nameEn, nameKo, aliases }: Searched) {
  const primary = [nameEn, nameKo].filter((name) => name !== null);
  return [...primary.map((text) => ({ text, isPrimary: true })), ...aliases.map((text) => ({ text }))];
}

/** The part of the scale that text matches have to themselves, under every match of a name. */
const textShare = 0.1;

function nameHit(thing: Searched, { score, matched, how }: NameScore, reportedBy: string | undefined): Hit {
  return { ...hitOf(thing, reportedBy), score: textShare + (1 - textShare) * score, matched, how };
}

function textHit(thing: Searched, { score, matched }: TextScore, reportedBy: string | undefined): Hit {
  return { ...hitOf(thing, reportedBy), score: textShare * score, matched, how: 'TEXT' };
}

function hitOf(thing: Searched, reportedBy: string | undefined) {
  return { id: thing.id, kind: thing.kind, entity: entityOf(thing), reportedBy };
}

/** The entity that a candidate is: a record of its own, for other requests may have been given the same candidate. */
function entityOf({ kind, isDescribed: _, ...thing }: Searched): Entity | null {
  return isEntityKind(kind) ? { ...thing, kind } : null;
}

/** Things whose names do not match, but of which a source says the words of the query, and said so by `reportedBy`. */
async function textHits(
  source: Source,
  query: CompiledQuery,
  unnamed: readonly Searched[],
  reportedBy: string | undefined,
): Promise<Hit[]> {
  const things = unnamed.filter(({ isDescribed }) => isDescribed);
  const ids = things.map(({ id }) => id);
  const all = reportedBy
    ? await readKeyed(source, searchedTextsAsKnown, { reportedBy }, ids)
    : await readKeyed(source, searchedTexts, {}, ids);
  return things.flatMap((thing, index) => {
    const said = (all[index] ?? []).flatMap(({ textEn, textKo }) => [textEn, textKo]);
    const score = scoreTexts(
      query,
      said.filter((text) => text !== null),
    );
    return score ? [textHit(thing, score, reportedBy)] : [];
  });
}

function better(a: Hit, b: Hit): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}
