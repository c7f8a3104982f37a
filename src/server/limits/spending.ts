const windowMs = 60_000;

/** Counts what clients spend in a minute: the same minute for all of them, so that nothing is kept of the one before. */
export type Spending = {
  /** Spends some of what a client has; where that is more than is left, gives the seconds until it may go on. */
  spend(client: string, cost: number): number | undefined;
};

/** Creates the count of a service in which each client may spend `most` a minute. */
export function createSpending(most: number, now: () => number = Date.now): Spending {
  const spent = new Map<string, number>();
  let ends = 0;
  return {
    spend(client, cost) {
      const time = now();
      // A clock that was set back must not make anyone wait for longer than a minute.
      if (time >= ends || ends - time > windowMs) {
        spent.clear();
        ends = time + windowMs;
      }
      const sum = (spent.get(client) ?? 0) + cost;
      if (sum > most) return Math.ceil((ends - time) / 1000);
      spent.set(client, sum);
      return undefined;
    },
  };
}
