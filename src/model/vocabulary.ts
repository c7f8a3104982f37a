/**
 * The vocabulary: what kinds of things, events and relationships there are. The dossier format, the labels and types
 * in the graph, the GraphQL enums and the explorer's legend all read these tables; nothing else lists kinds.
 */

/** A label in both languages. */
export type Label = { readonly en: string; readonly ko: string };

/** Kinds of entity; the key is the node's label in the graph and the type's name in GraphQL (after schema.org). */
export const entityKinds = {
  Person: { en: 'person', ko: '인물' },
  Organization: { en: 'organization', ko: '조직' },
  Product: { en: 'product', ko: '제품' },
  Concept: { en: 'concept', ko: '개념' },
} as const satisfies Record<string, Label>;

/** The name of an entity kind, such as `Person`. */
export type EntityKind = keyof typeof entityKinds;

/** Legal forms of an organization. `COMPANY` is a business whose exact form the source does not say. */
export const legalForms = {
  COMPANY: { en: 'company', ko: '회사' },
  CORPORATION: { en: 'corporation', ko: '주식회사' },
  LIMITED_PARTNERSHIP: { en: 'limited partnership', ko: '유한책임조합' },
  NONPROFIT: { en: 'nonprofit', ko: '비영리 단체' },
  PUBLIC_BODY: { en: 'public body', ko: '공공기관' },
} as const satisfies Record<string, Label>;

/** The name of a legal form, such as `NONPROFIT`. */
export type LegalForm = keyof typeof legalForms;

/** Whether a kind of thing is one of entity. */
export function isEntityKind(kind: string): kind is EntityKind {
  return Object.hasOwn(entityKinds, kind);
}

/** What a relationship type joins, how it reads from either end, and how long it lasts. */
type RelationshipRule = {
  /**
   * How the relationship reads from its source, before the name of its target. English says it with a verb ("Ann founded
   * Acme", "Acme, founded by Ann"). Korean, whose verbs come last, names what the other end is to this one, as the heading
   * of a list would ("앤 – 설립한 조직: 애크미", "애크미 – 설립자: 앤"): a bare 자회사 would be read the wrong way round.
   */
  readonly label: Label;
  /** How the relationship reads from its target, in the same forms. */
  readonly inverse: Label;
  readonly from: readonly EntityKind[];
  readonly to: readonly EntityKind[];
  /** The fact of a completed act: once begun it holds for ever. */
  readonly permanent?: true;
  /** Neither end is first: stored once, from the lesser id to the greater. */
  readonly symmetric?: true;
  /** It ranks one end below the other, so nothing stands below itself by way of others. */
  readonly ranks?: true;
  /** What tells two relationships of this type between the same two things apart. */
  readonly distinguishedBy?: 'position' | 'event';
};

/** Types of relationship; the key is the relationship's type in the graph. */
export const relationshipTypes = {
  FOUNDED: {
    label: { en: 'founded', ko: '설립한 조직' },
    inverse: { en: 'founded by', ko: '설립자' },
    from: ['Person', 'Organization'],
    to: ['Organization'],
    permanent: true,
  },
  HOLDS_POSITION: {
    label: { en: 'holds a position at', ko: '재직처' },
    inverse: { en: 'position held by', ko: '재직자' },
    from: ['Person'],
    to: ['Organization'],
    distinguishedBy: 'position',
  },
  SUBSIDIARY_OF: {
    label: { en: 'subsidiary of', ko: '모회사' },
    inverse: { en: 'parent of', ko: '자회사' },
    from: ['Organization'],
    to: ['Organization'],
    ranks: true,
  },
  INVESTED_IN: {
    label: { en: 'invested in', ko: '투자한 곳' },
    inverse: { en: 'received investment from', ko: '투자자' },
    from: ['Person', 'Organization'],
    to: ['Organization', 'Product'],
    permanent: true,
    distinguishedBy: 'event',
  },
  PARTNER_OF: {
    label: { en: 'partner of', ko: '협력 상대' },
    inverse: { en: 'partner of', ko: '협력 상대' },
    from: ['Person', 'Organization'],
    to: ['Person', 'Organization'],
    symmetric: true,
  },
  ACQUIRED: {
    label: { en: 'acquired', ko: '인수한 대상' },
    inverse: { en: 'acquired by', ko: '인수자' },
    from: ['Organization'],
    to: ['Organization', 'Product'],
    permanent: true,
    distinguishedBy: 'event',
  },
  OFFERS: {
    label: { en: 'offers', ko: '제공하는 것' },
    inverse: { en: 'offered by', ko: '제공자' },
    from: ['Person', 'Organization'],
    to: ['Product'],
  },
  PURSUES: {
    label: { en: 'pursues', ko: '추구하는 것' },
    inverse: { en: 'pursued by', ko: '추구하는 주체' },
    from: ['Person', 'Organization'],
    to: ['Concept', 'Product'],
  },
  SUBCLASS_OF: {
    label: { en: 'a kind of', ko: '상위 개념' },
    inverse: { en: 'includes', ko: '하위 개념' },
    from: ['Concept'],
    to: ['Concept'],
    permanent: true,
    ranks: true,
  },
} as const satisfies Record<string, RelationshipRule>;

/** The name of a relationship type, such as `FOUNDED`. */
export type RelationshipType = keyof typeof relationshipTypes;

/** The rules of one relationship type. */
export function relationshipRule(type: RelationshipType): RelationshipRule {
  return relationshipTypes[type];
}

/** Aspects under which a source describes a thing in prose (summarised in our own words). */
export const aspects = {
  CLASSIFICATION: { en: 'what it is', ko: '분류' },
  DEFINITION: { en: 'definition', ko: '정의' },
  PURPOSE: { en: 'purpose', ko: '목적' },
  GOVERNANCE: { en: 'how it is run', ko: '운영 방식' },
  PROFIT_RULE: { en: 'what happens to profit', ko: '이익 처리' },
  FUNDING: { en: 'how it is funded', ko: '자금' },
  PLAN: { en: 'plan', ko: '계획' },
  TERM: { en: 'term', ko: '조건' },
  SIGNIFICANCE: { en: 'significance', ko: '의의' },
  SUMMARY: { en: 'what was said', ko: '발언 요지' },
} as const satisfies Record<string, Label>;

/** The name of an aspect, such as `PURPOSE`. */
export type Aspect = keyof typeof aspects;
