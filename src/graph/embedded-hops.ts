import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { keysOf } from '../model/keys.ts';
import { relationshipTypes } from '../model/vocabulary.ts';
import { type HopColumns, HopLists } from './embedded-hop-lists.ts';
import { shortestWays } from './embedded-ways.ts';
import type { FoundWays, Params, Statement, WaysRequest } from './store.ts';

/** A type of hops as the engine stores it, and how a statement matches one from the thing `n` that owns it to `m`. */
type HopType = { readonly name: string; readonly from: string; readonly to: string };

// An event owns who took part in it: that is written and removed by event.
const hopTypes: readonly HopType[] = [
  ...keysOf(relationshipTypes).map((name) => ({ name, from: '-', to: '->' })),
  { name: 'PARTICIPATED_IN', from: '<-', to: '-' },
];

const texts = z.array(z.string());
const hopColumns = z.object({ owners: texts, others: texts }).parse;
const columns = 'RETURN collect(n.id) AS owners, collect(m.id) AS others';

/** Reads all hops of each type, and those that the things `$ids` own. Column by column: rows would cost twice the time. */
const statements = hopTypes.map(({ name, from, to }) => {
  const hop = `${from}[:${name}]${to}(m:Thing)`;
  return {
    all: statement(`allHops.${name}`, `MATCH (n:Thing)${hop} ${columns}`),
    owned: statement(`ownedHops.${name}`, `UNWIND $ids AS id MATCH (n:Thing {id: id})${hop} ${columns}`),
  };
});

function statement(name: string, text: string): Statement<HopColumns> {
  return { name: `embedded.${name}`, text, row: hopColumns };
}

/** Hops taken in before others get their turn. */
const perTurn = 5_000;

/** How many things may wait for their hops to be renewed: past that, reading all anew costs no more, and no memory. */
const mostStale = 10_000;

/** The hops of a store that changes. */
export type HopKeeper = {
  /** Takes the ids of things whose own hops a committed transaction wrote or removed; see `Transaction.rejoined`. */
  apply(owners: readonly string[]): void;
  /** The first ways of shortest paths; see `GraphStore.shortestWays`. None are looked for once the signal has aborted. */
  ways(request: WaysRequest, signal?: AbortSignal): Promise<FoundWays>;
};

/**
 * Keeps the hops of a store whose statements `read` runs, from when they are first asked for. What changes is read
 * anew when they are next asked for. They are read for all who ask: that goes on where one of them gives up, so that
 * the next one finds them even where reading takes longer than a request may.
 */
export function keepHops(
  read: (statement: Statement<HopColumns>, params: Params) => Promise<readonly HopColumns[]>,
): HopKeeper {
  let hops: Promise<HopLists> | undefined;
  let stale = new Set<string>();

  const build = async () => {
    const lists = new HopLists();
    for (const [type, { all }] of statements.entries())
      for (const some of await read(all, {}))
        for (const part of parts(some)) {
          lists.add(part, type);
          await turn();
        }
    return lists;
  };

  /** Reads anew what some things own. All of it is read first, so that nobody meets a thing without its hops. */
  const renew = async (lists: HopLists, owners: ReadonlySet<string>) => {
    const ids = [...owners];
    const found: HopColumns[][] = [];
    for (const { owned } of statements) found.push([...(await read(owned, { ids }))]);
    for (const id of ids) lists.removeOwned(id);
    for (const [type, rows] of found.entries()) for (const some of rows) lists.add(some, type);
    return lists;
  };

  /** The hops as they stand, one change after another: a reading never ends before one that began earlier. */
  const settled = (): Promise<HopLists> => {
    const before = hops;
    if (before && stale.size === 0) return before;
    const owners = stale;
    stale = new Set();
    const settling = before ? before.then((lists) => renew(lists, owners)) : build();
    hops = settling;
    // Where the store could not be read, the next one who asks builds them.
    settling.catch(() => {
      if (hops === settling) hops = undefined;
    });
    return settling;
  };

  return {
    apply(owners) {
      if (hops) for (const id of owners) stale.add(id);
      if (stale.size <= mostStale) return;
      hops = undefined;
      stale.clear();
    },
    async ways({ types, ...request }, signal) {
      const lists = await settled();
      // Those who waited for the hops to be read and gave up would keep the others waiting, one search after another.
      signal?.throwIfAborted();
      const bits = types.reduce((set, name) => set | (1 << typeNumber(name)), 0);
      const ways = shortestWays(lists, bits, request);
      const sizeOf = (id: string) => lists.degreeOf(lists.numberOf(id) ?? -1);
      const passed = ways.length > 0 ? [request.from, ...ways.flat()] : [];
      return { ways, sizes: new Map(passed.map((id) => [id, sizeOf(id)])) };
    },
  };
}

function* parts({ owners, others }: HopColumns): Generator<HopColumns> {
  for (let from = 0; from < owners.length; from += perTurn) {
    const to = from + perTurn;
    yield { owners: owners.slice(from, to), others: others.slice(from, to) };
  }
}

function typeNumber(name: string): number {
  const number = hopTypes.findIndex((type) => type.name === name);
  if (number < 0) throw new RangeError(`${name} is no type of hops.`);
  return number;
}
