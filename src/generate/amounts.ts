/** How much to make up. Publications are events too: every article has one. Relationships are those of a type. */
export type Amounts = {
  readonly articles: number;
  readonly people: number;
  readonly organizations: number;
  readonly products: number;
  readonly concepts: number;
  readonly events: number;
  readonly relationships: number;
};

/** What may be asked for: things in all (entities, events, articles, passages, descriptions), or some sorts of them. */
export type Wanted = {
  readonly things?: number;
  readonly people?: number;
  readonly organizations?: number;
  readonly events?: number;
  readonly relationships?: number;
};

/** Passages of an article. */
export const passagesAnArticle = 3;

const eventsAnArticle = 6;
const mostOwnEntities = 12;
const mostRelationships = 60;

// So many of each for a thousand things, articles (5 of the 30 events tell of one), passages and descriptions included.
const mix = { people: 125, organizations: 125, events: 375, relationships: 1500 };

/** What to make up of what is asked for; what is left out follows from `things`. */
export function amountsOf({ things = 10_000, ...given }: Wanted): Amounts {
  const asked = (name: keyof typeof mix) =>
    given[name] ?? Math.max(1, Math.round((things * mix[name]) / 1000));
  const [people, events, relationships] = [asked('people'), asked('events'), asked('relationships')];
  // Whatever happens, happens between some.
  const organizations = Math.max(3, asked('organizations'));
  const products = Math.ceil(organizations / 4);
  const concepts = Math.ceil(organizations / 20) + 1;
  const entities = people + organizations + products + concepts;
  const articles = Math.max(
    Math.ceil(events / eventsAnArticle),
    Math.ceil(relationships / mostRelationships),
    Math.ceil(entities / mostOwnEntities),
  );
  return { articles, people, organizations, products, concepts, events, relationships };
}

/** How many of `total` fall to the place `place` of `places`, so that all of them fall somewhere; and the first of them. */
export function shareOf(total: number, place: number, places: number): { from: number; count: number } {
  const from = Math.floor((total * place) / places);
  return { from, count: Math.floor((total * (place + 1)) / places) - from };
}
