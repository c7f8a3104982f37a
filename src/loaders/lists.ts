/** The lists that resolvers page through. They are the graph's; the resolvers know them from here only. */
export { articleList, citedPassageList, passageList } from '../graph/statements/article.ts';
export { descriptionList } from '../graph/statements/description.ts';
export { entityList } from '../graph/statements/entity.ts';
export { eventList, type TimelineFilter } from '../graph/statements/event.ts';
export type { List, Place, Window } from '../graph/statements/list.ts';
export { relationshipList } from '../graph/statements/relationship.ts';
