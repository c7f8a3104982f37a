import { ThroughlineError } from '../errors.ts';
import { dumpGraph } from '../graph/dump.ts';
import type { Command } from './command.ts';
import { withStore } from './store.ts';

/** `throughline dump`: the whole graph as JSON lines, the same from either engine. */
export const dump: Command<{ readonly wait?: boolean }> = async ({ wait }, output) => {
  return withStore({ wait }, output, async (store) => {
    const graph = (await dumpGraph(store)).trimEnd();
    if (graph === '')
      throw new ThroughlineError(
        'UNAVAILABLE',
        'the store holds nothing: load dossiers first, or see STORE_PATH and NEO4J_URI',
      );
    output.print(graph);
    return 0;
  });
};
