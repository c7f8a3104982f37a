import {
  canonicalEvent,
  collectEvents,
  eventFields,
  eventOf,
  type OurEvent,
  type PeerEvent,
  type PlainEvent,
} from './events.ts';
import { type Named, nameOf } from './names.ts';
import { ask, type Operation } from './operation.ts';

type OurOrganization = { slug: string; name: string; timeline: { nodes: OurEvent[] } };
type PeerOrganization = Named & { events: PeerEvent[] };
type PlainOrganization = Named & { events: PlainEvent[] };

// The organizations are asked for by their ids, and no order is asked of them.
const sorted = <T extends { readonly id: string }>(all: readonly T[]) =>
  all.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Fifty organizations, the five latest events of each, and who took part. */
export const q4: Operation = {
  id: 'Q4',
  title: '50 organizations → 5 latest events → participants',
  draw: ({ organizations, organizationsByDegree }, random) => {
    const ids = new Set<string>();
    const all = Math.min(50, organizations.length);
    while (ids.size < all)
      ids.add(random.pick(random.number() < 0.9 ? organizations : organizationsByDegree));
    return { ids: [...ids] };
  },
  ours: ask<{ nodes: OurOrganization[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { slug name
      timeline(first: 5, orderBy: [{field: DATE, direction: DESC}]) { nodes { ${eventFields.ours} } } } } }`,
    ({ nodes }) =>
      sorted(nodes.map((node) => ({ ...node, id: node.slug }))).map(({ slug, name, timeline }) => [
        slug,
        name,
        timeline.nodes.map(canonicalEvent.ours),
      ]),
    ({ ids }) => ({ ids: (ids as string[]).map(globalId) }),
  ),
  peer: ask<{ organizations: PeerOrganization[] }>(
    `query ($ids: [ID!]!) { organizations(where: {id: {in: $ids}}) { id nameEn nameKo
      events(limit: 5, sort: [{timelineKey: DESC}]) { ${eventFields.peer} } } }`,
    ({ organizations }) =>
      sorted(organizations).map((one) => [one.id, nameOf(one), one.events.map(canonicalEvent.peer)]),
  ),
  plain: ask<{ organizations: PlainOrganization[] }>(
    `query ($ids: [ID!]!) { organizations(ids: $ids) { id nameEn nameKo events(first: 5) { ${eventFields.plain} } } }`,
    ({ organizations }) =>
      sorted(organizations).map((one) => [one.id, nameOf(one), one.events.map(canonicalEvent.plain)]),
  ),
  handWritten: {
    field: 'organizations',
    cypher: `UNWIND $ids AS id MATCH (o:Thing {id: id}) WHERE o:Organization
      CALL (o) {
        MATCH (o)-[:PARTICIPATED_IN]->(e:Event) WITH DISTINCT e ORDER BY e.timelineKey DESC LIMIT 5
        ${collectEvents} events
      }
      RETURN collect([o.id, o.nameEn, o.nameKo, events]) AS d`,
    shape: (d) =>
      (d as [string, string, string, unknown[][]][]).map(([id, nameEn, nameKo, events]) => {
        return { id, nameEn, nameKo, events: events.map(eventOf) };
      }),
  },
  naive: true,
};

/** The global id that Throughline gives an organization. */
function globalId(slug: string): string {
  return Buffer.from(`Organization:${slug}`).toString('base64url');
}
