import { enumName, type Named, nameOf, type Titled, titleOf } from './names.ts';

/** An event with its participants as Throughline's schema gives it. */
export type OurEvent = {
  slug: string;
  title: string;
  date: { edtf: string } | null;
  participants: { role: string; entity: { slug: string; name: string } }[];
};

/** The same by the peer's schema. */
export type PeerEvent = Titled & {
  id: string;
  dateEdtf: string | null;
  participantsConnection: { edges: { properties: { role: string }; node: Named }[] };
};

/** The same by the plain schema. */
export type PlainEvent = Titled & {
  id: string;
  dateEdtf: string | null;
  participants: { role: string; entity: Named }[];
};

/** What is asked of an event, in the words of each schema. */
export const eventFields = {
  ours: 'slug title date { edtf } participants { role entity { slug name } }',
  peer: `id titleEn titleKo dateEdtf participantsConnection(sort: [{edge: {place: ASC}}]) {
    edges { properties { role } node { id nameEn nameKo } } }`,
  plain: 'id titleEn titleKo dateEdtf participants { role entity { id nameEn nameKo } }',
} as const;

/** The canonical form of an event with its participants, by schema. */
export const canonicalEvent = {
  ours: ({ slug, title, date, participants }: OurEvent) => [
    slug,
    title,
    date?.edtf ?? null,
    participants.map(({ role, entity }) => [role, entity.slug, entity.name]),
  ],
  peer: ({ id, dateEdtf, participantsConnection, ...titles }: PeerEvent) => [
    id,
    titleOf(titles),
    dateEdtf,
    participantsConnection.edges.map(({ properties: { role }, node }) => participant(role, node)),
  ],
  plain: ({ id, dateEdtf, participants, ...titles }: PlainEvent) => [
    id,
    titleOf(titles),
    dateEdtf,
    participants.map(({ role, entity }) => participant(role, entity)),
  ],
} as const;

function participant(role: string, entity: Named) {
  return [enumName(role), entity.id, nameOf(entity)];
}

/** A hand-written statement's part that binds to `events` the columns of the events bound to `e`, in their order. */
export const collectEvents = `CALL (e) {
    MATCH (e)<-[p:PARTICIPATED_IN]-(n:Entity) WITH p, n ORDER BY p.place
    RETURN collect([p.role, n.id, n.nameEn, n.nameKo]) AS participants
  }
  RETURN collect([e.id, e.titleEn, e.titleKo, e.dateEdtf, participants]) AS`;

/** An event of those columns, shaped for the plain schema. */
export function eventOf([id, titleEn, titleKo, dateEdtf, participants]: unknown[]) {
  return { id, titleEn, titleKo, dateEdtf, participants: (participants as unknown[][]).map(participationOf) };
}

function participationOf([role, id, nameEn, nameKo]: unknown[]) {
  return { role, entity: { id, nameEn, nameKo } };
}
