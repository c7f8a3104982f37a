/** What a passage can support. Their alphabetical order is the one they are listed in. */
export const factKinds = ['DESCRIPTION', 'ENTITY', 'EVENT', 'RELATIONSHIP'] as const;

/** The sort of a fact. */
export type FactKind = (typeof factKinds)[number];

/** A fact: its sort and its id. */
export type FactRow = { kind: FactKind; id: string };

/** How many articles tell of a fact, and whether they agree. */
export const sourcings = ['SINGLE', 'SEVERAL', 'DISAGREEING'] as const;

/** One article tells of a fact, several do, or sources disagree on it. */
export type Sourcing = (typeof sourcings)[number];

/** The fields in which sources can disagree, as they are stored: the keys of what an article tells. */
export const contestable = ['date', 'since', 'until', 'amounts'] as const;

/** A field in which sources can disagree. */
export type Contestable = (typeof contestable)[number];

/** An amount of money, its digits as the source gives them. */
export type Money = { readonly amount: string; readonly currency: string; readonly approximate: boolean };

/** What one article tells of a fact: dates as EDTF, null where it gives none; the days on which it saw it hold. */
export type Telling = {
  article: string;
  date: string | null;
  since: string | null;
  until: string | null;
  attested: string[];
  amounts: Money[];
};

/** Who tells of a fact: articles by id, oldest first, and, where there are several or they disagree, what each tells. */
export type Sources = { articles: string[]; tellings: Telling[] };
