/** The lists that resolvers page through. They are the graph's; the resolvers know them from here only. */
export {
  type ArticleListOptions,
  articleList,
  articleWithId,
  type PassageListOptions,
  passageList,
} from '../graph/statements/article.ts';
export { type ChangeListOptions, changeList } from '../graph/statements/change.ts';
export { type DescriptionListOptions, descriptionList } from '../graph/statements/description.ts';
export { type EntityListOptions, entityList, entityWithId } from '../graph/statements/entity.ts';
export {
  type EventListOptions,
  eventList,
  eventWithId,
  participantsOfEvent,
  publicationsOfArticle,
  wholeOfEvent,
} from '../graph/statements/event.ts';
export {
  type FactListOptions,
  factList,
  type SupportListOptions,
  supportList,
} from '../graph/statements/fact.ts';
export type { FacetCounts, List, OrderKey, Place, Window } from '../graph/statements/list.ts';
export { type RelationshipListOptions, relationshipList } from '../graph/statements/relationship.ts';
export { writeList } from '../graph/statements/write.ts';
