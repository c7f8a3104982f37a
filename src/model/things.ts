import type { EventKind, Role } from './events.ts';
import type { Contestable } from './facts.ts';
import type { Aspect, EntityKind, LegalForm, RelationshipType } from './vocabulary.ts';

/**
 * The domain as the graph gives it: flat records, one field a property. Text comes in two languages (either may be
 * missing, never both); a date is the EDTF text of the source.
 */

/** A person, organization, product or concept. */
export type Entity = {
  id: string;
  kind: EntityKind;
  nameEn: string | null;
  nameKo: string | null;
  aliases: string[];
  legalForm: LegalForm | null;
};

/** How many articles tell of a fact, and the fields in which they disagree. */
type Sourced = { sourceCount: number; contested: Contestable[] };

/** Something that happened. `opens` and `closes` are ids of the relationships it began and ended. */
export type Event = Sourced & {
  id: string;
  kind: EventKind;
  titleEn: string | null;
  titleKo: string | null;
  dateEdtf: string | null;
  amountValues: string[];
  amountCurrencies: string[];
  amountApproximate: boolean[];
  positionEn: string | null;
  positionKo: string | null;
  opens: string[];
  closes: string[];
  articleId: string | null;
};

/** A relationship from one entity to another, with when it held and what says so (`cites`: passage ids). */
export type Relationship = Sourced & {
  id: string;
  type: RelationshipType;
  fromId: string;
  toId: string;
  sinceEdtf: string | null;
  untilEdtf: string | null;
  attested: string[];
  positionEn: string | null;
  positionKo: string | null;
  openedBy: string | null;
  closedBy: string | null;
  cites: string[];
  /** The days on which it surely held, and on which it may have: ISO, inclusive (see time/interval.ts). */
  certainFrom: string | null;
  certainTo: string | null;
  possibleFrom: string | null;
  possibleTo: string | null;
};

/** A relationship met from one of its ends, with the entity at the other end. */
export type RelatedEntity = { relationship: Relationship; entity: Entity };

/** An entity's part in an event. `officeId` is the relationship that is the office they took part in. */
export type Participation = { role: Role; officeId: string | null; entity: Entity };

/** What a source says of a thing under one aspect, in our own words. */
export type Description = {
  id: string;
  aspect: Aspect;
  textEn: string | null;
  textKo: string | null;
};

/** The bibliographic record of an article. `publicationId` is the event of its publication. */
export type Article = {
  id: string;
  titleEn: string | null;
  titleKo: string | null;
  language: 'en' | 'ko';
  address: string;
  publishedEdtf: string;
  publicationId: string;
};

/** A place in an article: code points `start` to `end` of a paragraph, the hash of the words there, our summary. */
export type Passage = {
  id: string;
  article: Article;
  paragraph: number;
  start: number;
  end: number;
  quoteSha256: string;
  summaryEn: string | null;
  summaryKo: string | null;
};
