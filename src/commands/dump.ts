import { dumpGraph } from '../graph/dump.ts';
import type { Command } from './command.ts';
import { withStore } from './store.ts';

/** `throughline dump`: the whole graph as JSON lines, the same from either engine. */
export const dump: Command<{ readonly wait?: boolean }> = async ({ wait }, output) => {
  return withStore({ wait }, output, async (store) => {
    output.print((await dumpGraph(store)).trimEnd());
    return 0;
  });
};
