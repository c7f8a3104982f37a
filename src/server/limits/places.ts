/** Places that clients hold for a while: so many in all, and of them so many one client. */
export type Places = {
  /** Takes one for a client and gives what leaves it; else says whether all are taken, or all that one may have. */
  take(client: string): (() => void) | 'ALL_TAKEN' | 'SHARE_TAKEN';
};

/** How many of so many places one client may have: the hundredth part times `percent`, and one at least; all for 0. */
export function shareOf(most: number, percent: number): number {
  return percent > 0 ? Math.max(1, Math.ceil((most * percent) / 100)) : most;
}

/** Creates so many places, of which one client may have `share`. */
export function createPlaces(most: number, share: number): Places {
  const held = new Map<string, number>();
  let taken = 0;

  function leave(client: string): void {
    const left = (held.get(client) ?? 0) - 1;
    taken -= 1;
    // Of those who hold none, nothing is kept.
    if (left > 0) held.set(client, left);
    else held.delete(client);
  }

  return {
    take(client) {
      const own = held.get(client) ?? 0;
      if (taken >= most) return 'ALL_TAKEN';
      if (own >= share) return 'SHARE_TAKEN';
      held.set(client, own + 1);
      taken += 1;
      let isHeld = true;
      return () => {
        if (isHeld) leave(client);
        isHeld = false;
      };
    },
  };
}
