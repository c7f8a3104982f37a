import { keysOf } from './keys.ts';
import { type EntityKind, entityKinds, type Label, type RelationshipType } from './vocabulary.ts';

/** Who may take part in an event under a role. */
export type RoleRule = Label & {
  readonly kinds: readonly EntityKind[];
  /** The event makes no sense without at least one participant in this role. */
  readonly required?: true;
  /** How many participants it takes where it has any, if not one. */
  readonly atLeast?: number;
  /** One participant and no more: GraphQL gives the role as one thing and not as a list. */
  readonly single?: true;
};

/**
 * A relationship that an event begins or ends: between every participant in role `from` and every one in role `to`
 * (one role in both places: between each two of its participants).
 */
export type Derivation = {
  readonly relationship: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly effect: 'OPENS' | 'CLOSES';
};

type EventRule = {
  readonly label: Label;
  readonly roles: { readonly [role: string]: RoleRule };
  readonly derives: readonly Derivation[];
  /** Fields an event of this kind has besides those of every event. */
  readonly fields?: readonly ('amounts' | 'position')[];
};

const agents = ['Person', 'Organization'] as const;
const anything = keysOf(entityKinds);

/** Kinds of event with their roles and what follows from them; the key is the node's label and the GraphQL type. */
export const eventKinds = {
  Founding: {
    label: { en: 'founding', ko: '설립' },
    roles: {
      FOUNDER: { en: 'founder', ko: '설립자', kinds: agents, required: true },
      FOUNDED: {
        en: 'organization founded',
        ko: '설립된 조직',
        kinds: ['Organization'],
        required: true,
        single: true,
      },
      PARENT: { en: 'parent organization', ko: '모회사', kinds: ['Organization'], single: true },
    },
    derives: [
      { relationship: 'FOUNDED', from: 'FOUNDER', to: 'FOUNDED', effect: 'OPENS' },
      { relationship: 'SUBSIDIARY_OF', from: 'FOUNDED', to: 'PARENT', effect: 'OPENS' },
    ],
  },
  Investment: {
    label: { en: 'investment', ko: '투자' },
    roles: {
      INVESTOR: { en: 'investor', ko: '투자자', kinds: agents, required: true },
      INVESTEE: { en: 'recipient', ko: '투자 대상', kinds: ['Organization', 'Product'], required: true },
    },
    derives: [{ relationship: 'INVESTED_IN', from: 'INVESTOR', to: 'INVESTEE', effect: 'OPENS' }],
    fields: ['amounts'],
  },
  Partnership: {
    label: { en: 'partnership', ko: '제휴' },
    roles: {
      PARTNER: { en: 'partner', ko: '협력사', kinds: agents, required: true, atLeast: 2 },
      SUBJECT: { en: 'subject', ko: '협력 대상', kinds: anything },
    },
    derives: [{ relationship: 'PARTNER_OF', from: 'PARTNER', to: 'PARTNER', effect: 'OPENS' }],
  },
  Acquisition: {
    label: { en: 'acquisition', ko: '인수' },
    roles: {
      ACQUIRER: { en: 'acquirer', ko: '인수자', kinds: ['Organization'], required: true },
      ACQUIRED: { en: 'acquired', ko: '인수 대상', kinds: ['Organization', 'Product'], required: true },
    },
    derives: [{ relationship: 'ACQUIRED', from: 'ACQUIRER', to: 'ACQUIRED', effect: 'OPENS' }],
    fields: ['amounts'],
  },
  Appointment: {
    label: { en: 'appointment', ko: '취임' },
    roles: {
      APPOINTEE: { en: 'appointee', ko: '취임자', kinds: ['Person'], required: true, single: true },
      ORGANIZATION: { en: 'organization', ko: '조직', kinds: ['Organization'], required: true, single: true },
    },
    derives: [{ relationship: 'HOLDS_POSITION', from: 'APPOINTEE', to: 'ORGANIZATION', effect: 'OPENS' }],
    fields: ['position'],
  },
  Departure: {
    label: { en: 'departure', ko: '퇴임' },
    roles: {
      LEAVER: { en: 'who left', ko: '퇴임자', kinds: ['Person'], required: true, single: true },
      ORGANIZATION: { en: 'organization', ko: '조직', kinds: ['Organization'], required: true, single: true },
    },
    derives: [{ relationship: 'HOLDS_POSITION', from: 'LEAVER', to: 'ORGANIZATION', effect: 'CLOSES' }],
    fields: ['position'],
  },
  Statement: {
    label: { en: 'statement', ko: '발언' },
    roles: {
      SPEAKER: { en: 'speaker', ko: '발언자', kinds: agents, required: true },
      TOPIC: { en: 'topic', ko: '주제', kinds: anything },
    },
    derives: [],
  },
  Launch: {
    label: { en: 'launch', ko: '출시' },
    roles: {
      PROVIDER: { en: 'provider', ko: '제공자', kinds: agents, required: true },
      LAUNCHED: { en: 'product launched', ko: '출시 제품', kinds: ['Product'], required: true },
    },
    derives: [{ relationship: 'OFFERS', from: 'PROVIDER', to: 'LAUNCHED', effect: 'OPENS' }],
  },
  Publication: {
    label: { en: 'publication', ko: '게재' },
    roles: {
      PUBLISHER: { en: 'publisher', ko: '발행처', kinds: ['Organization'] },
      AUTHOR: { en: 'author', ko: '저자', kinds: agents },
      REPUBLISHER: { en: 'republisher', ko: '재게재처', kinds: ['Organization'] },
    },
    derives: [],
  },
} as const satisfies Record<string, EventRule>;

/** The name of an event kind, such as `Founding`. */
export type EventKind = keyof typeof eventKinds;

/** The rules of one event kind. */
export function eventRule(kind: EventKind): EventRule {
  return eventKinds[kind];
}

/** The name of a role in any event kind, such as `FOUNDER`. */
export type Role = { [K in EventKind]: keyof (typeof eventKinds)[K]['roles'] & string }[EventKind];

/** The name of a role that one participant has and no more, such as `FOUNDED`. */
export type SingleRole = { [K in EventKind]: SingleRoleOf<(typeof eventKinds)[K]['roles']> }[EventKind];

type SingleRoleOf<R> = {
  [N in keyof R]: R[N] extends { readonly single: true } ? N & string : never;
}[keyof R];

/** Every role with its labels, each once, in the order of the table above. */
export const roles: ReadonlyMap<Role, Label> = new Map(
  Object.values(eventKinds).flatMap((rule) => Object.entries(rule.roles) as [Role, Label][]),
);
