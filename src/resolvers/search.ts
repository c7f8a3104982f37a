import type { Context } from '../context.ts';
import { BadUserInput } from '../errors.ts';
import type { Hit } from '../loaders/search.ts';
import type { ReportedBy } from '../model/filters.ts';
import type { Connection, ConnectionPage } from './connection.ts';
import { findNode, type Node } from './node.ts';
import { encodeCursor, type PageArgs, windowOf } from './page.ts';

export type { Hit } from '../loaders/search.ts';

/** The longest text that can be searched for, in UTF-16 units. */
export const longestSearch = 200;

/** The most suggestions that can be asked for. */
export const mostSuggestions = 20;

/** What a search takes besides its text. */
export type SearchArgs = ReportedBy & { readonly text: string; readonly kinds?: readonly string[] | null };

const listName = 'Query.search';

/** What a search found, as a connection; `complete` says whether everything that matches is in it. */
export type SearchConnection = ConnectionPage<Hit> &
  Omit<Connection<Hit>, 'page'> & { readonly complete: boolean };

/** Searches entities, events and articles, best match first. Throws BadUserInput for a text that is too long. */
export async function search(args: PageArgs & SearchArgs, context: Context): Promise<SearchConnection> {
  checkText(args.text);
  const window = windowOf(() => listName, ['number', 'string'], args);
  const { named, all, complete } = await context.loaders.search(args.text, 'SEARCH', optionsOf(args));
  const within = (hits: readonly Hit[]) =>
    hits.filter(
      (hit) =>
        (!window.after || isBefore(window.after, placeOf(hit))) &&
        (!window.before || isBefore(placeOf(hit), window.before)),
    );
  // Names come first: where they fill the page and tell that the list goes on, no text needs to be read.
  const first = within(named);
  const inside = !window.backwards && first.length > window.limit ? first : within(await all());
  const page = window.backwards
    ? inside.slice(Math.max(0, inside.length - window.limit))
    : inside.slice(0, window.limit);
  const edges = page.map((node) => ({ node, cursor: () => encodeCursor(listName, placeOf(node)) }));
  const more = inside.length > page.length;
  const beyond = {
    hasPreviousPage: window.backwards ? more : window.after !== undefined,
    hasNextPage: window.backwards ? window.before !== undefined : more,
  };
  const counts = {
    totalCount: async () => (await all()).length,
    facet: async () => [...countsByKind(await all())],
  };
  return { edges, ...beyond, ...counts, complete };
}

/** Things whose names match what someone has typed so far, best first. */
export async function suggest(
  args: SearchArgs & { readonly first?: number | null },
  context: Context,
): Promise<readonly Hit[]> {
  checkText(args.text);
  const first = args.first ?? 8;
  if (first < 1 || first > mostSuggestions)
    throw new BadUserInput('first', `must be from 1 to ${mostSuggestions}, not ${first}`);
  const { named } = await context.loaders.search(args.text, 'SUGGEST', optionsOf(args));
  return named.slice(0, first);
}

/** The thing that a hit is, as it was known on the day of the search: read already, if it is an entity. */
export async function found({ kind, id, entity, reportedBy }: Hit, context: Context): Promise<Node> {
  if (entity) context.loaders.entities.prime(id, entity);
  const node = await findNode(kind, id, context, reportedBy);
  if (!node) throw new Error(`The search index knows ${id}, which is not in the graph`);
  return node;
}

function checkText(text: string): void {
  if (text.length > longestSearch)
    throw new BadUserInput(
      'text',
      `at most ${longestSearch} characters, not ${text.length}; search for less at once`,
    );
}

function optionsOf({ kinds, reportedBy }: SearchArgs) {
  return { ...(kinds && { kinds }), ...(reportedBy && { reportedBy }) };
}

/** Where a hit stands: by score from the best, then by id. */
function placeOf({ score, id }: Hit): readonly [number, string] {
  return [score, id];
}

function isBefore(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  const [scoreA = 0, idA = ''] = a;
  const [scoreB = 0, idB = ''] = b;
  return scoreA === scoreB ? idA < idB : scoreA > scoreB;
}

function countsByKind(hits: readonly Hit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of hits) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
