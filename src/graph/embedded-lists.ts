import { type ListParts, OrderedList } from './embedded-list.ts';
import type { GraphStore, OrderedListName, SearchChanges } from './store.ts';

/** The names of the lists. */
export const listNames: readonly OrderedListName[] = ['Entity', 'Event', 'Article'];

/** What all lists hold, by name. */
export type ListsParts = { readonly [name in OrderedListName]: ListParts };

type Answer<Call extends 'orderedIds' | 'orderedCounts'> = NonNullable<Awaited<ReturnType<GraphStore[Call]>>>;

/** The lists of the embedded engine, in order and in memory, since it has no index that is in order. */
export type EmbeddedLists = {
  apply(changes: SearchChanges): void;
  ids(...request: Parameters<GraphStore['orderedIds']>): Answer<'orderedIds'>;
  counts(...request: Parameters<GraphStore['orderedCounts']>): Answer<'orderedCounts'>;
  /** What they hold, to make others of. */
  parts(): ListsParts;
};

/** Creates empty lists, or those that `parts` tells of. */
export function createEmbeddedLists(parts?: ListsParts): EmbeddedLists {
  const lists = {
    Entity: new OrderedList(parts?.Entity),
    Event: new OrderedList(parts?.Event),
    Article: new OrderedList(parts?.Article),
  };
  return {
    apply({ set, remove }) {
      for (const id of remove) for (const name of listNames) lists[name].delete(id);
      // A thing of another kind than before may have been in another list.
      for (const { id, kind, place } of set)
        for (const name of listNames)
          if (name === place.list) lists[name].set({ ...place, id, kind });
          else lists[name].delete(id);
    },
    ids: ({ list, ...request }) => lists[list].ids(request),
    counts: ({ list, ...filter }, by) => lists[list].counts(filter, by),
    parts: () => ({
      Entity: lists.Entity.parts(),
      Event: lists.Event.parts(),
      Article: lists.Article.parts(),
    }),
  };
}
