import { type Named, nameOf } from './names.ts';
import { ask, type Operation } from './operation.ts';

type OurEdge<Node> = {
  relationship: { position: string | null; since: { edtf: string } | null };
  node: Node;
};
type OurOrganization = { slug: string; name: string };
type OurPerson = OurOrganization & { positions: { edges: OurEdge<OurOrganization>[] } };
type Ours = { organization: OurOrganization & { people: { edges: OurEdge<OurPerson>[] } } };

type Office = { positionEn: string | null; positionKo: string | null; sinceEdtf: string | null };
type PeerEdge<Node> = { properties: Office; node: Node };
type PeerPerson = Named & { positionsConnection: { edges: PeerEdge<Named>[] } };
type Peer = { organizations: [Named & { peopleConnection: { edges: PeerEdge<PeerPerson>[] } }] };

type PlainPerson = Named & { positions: (Office & { organization: Named })[] };
type Plain = { organization: Named & { people: (Office & { person: PlainPerson })[] } };

const officeOf = ({ positionEn, positionKo, sinceEdtf }: Office) => [positionEn ?? positionKo, sinceEdtf];
const ourOfficeOf = ({ relationship: { position, since } }: OurEdge<unknown>) => [
  position,
  since?.edtf ?? null,
];

/** An organization, its first ten people by when they began, and the first ten organizations of each. */
export const q2: Operation = {
  id: 'Q2',
  title: 'organization → first 10 people → their first 10 organizations',
  // One in two is drawn by its people, so that hubs come up as often as people ask for them.
  draw: ({ organizations, organizationsByDegree }, random) => ({
    id: random.pick(random.number() < 0.5 ? organizations : organizationsByDegree),
  }),
  ours: ask<Ours>(
    `query ($id: String!) { organization(slug: $id) { slug name people(first: 10) { edges {
      relationship { position since { edtf } }
      node { slug name positions(first: 10) { edges { relationship { position since { edtf } } node { slug name } } } }
    } } } }`,
    ({ organization: { slug, name, people } }) => [
      slug,
      name,
      people.edges.map((edge) => [
        ...ourOfficeOf(edge),
        edge.node.slug,
        edge.node.name,
        edge.node.positions.edges.map((held) => [...ourOfficeOf(held), held.node.slug, held.node.name]),
      ]),
    ],
  ),
  peer: ask<Peer>(
    `query ($id: ID!) { organizations(where: {id: {eq: $id}}) { id nameEn nameKo
      peopleConnection(first: 10, sort: [{edge: {timelineKey: ASC}}]) { edges {
        properties { positionEn positionKo sinceEdtf }
        node { id nameEn nameKo positionsConnection(first: 10, sort: [{edge: {timelineKey: ASC}}]) { edges {
          properties { positionEn positionKo sinceEdtf } node { id nameEn nameKo }
        } } }
      } } } }`,
    ({ organizations: [{ id, peopleConnection, ...names }] }) => [
      id,
      nameOf(names),
      peopleConnection.edges.map(({ properties, node }) => [
        ...officeOf(properties),
        node.id,
        nameOf(node),
        node.positionsConnection.edges.map((held) => [
          ...officeOf(held.properties),
          held.node.id,
          nameOf(held.node),
        ]),
      ]),
    ],
  ),
  plain: ask<Plain>(
    `query ($id: ID!) { organization(id: $id) { id nameEn nameKo people(first: 10) {
      positionEn positionKo sinceEdtf
      person { id nameEn nameKo positions(first: 10) {
        positionEn positionKo sinceEdtf organization { id nameEn nameKo }
      } }
    } } }`,
    ({ organization: { id, people, ...names } }) => [
      id,
      nameOf(names),
      people.map(({ person, ...office }) => [
        ...officeOf(office),
        person.id,
        nameOf(person),
        person.positions.map(({ organization, ...held }) => [
          ...officeOf(held),
          organization.id,
          nameOf(organization),
        ]),
      ]),
    ],
  ),
  handWritten: {
    field: 'organization',
    cypher: `MATCH (o:Thing {id: $id}) WHERE o:Organization
      CALL (o) {
        MATCH (o)<-[r:HOLDS_POSITION]-(p:Person) WITH r, p ORDER BY r.timelineKey LIMIT 10
        CALL (p) {
          MATCH (p)-[s:HOLDS_POSITION]->(m:Organization) WITH s, m ORDER BY s.timelineKey LIMIT 10
          RETURN collect([s.positionEn, s.positionKo, s.sinceEdtf, m.id, m.nameEn, m.nameKo]) AS positions
        }
        RETURN collect([r.positionEn, r.positionKo, r.sinceEdtf, p.id, p.nameEn, p.nameKo, positions]) AS people
      }
      RETURN [o.id, o.nameEn, o.nameKo, people] AS d`,
    shape: (d) => {
      const [id, nameEn, nameKo, people] = d as [string, string, string, unknown[][]];
      return { id, nameEn, nameKo, people: people.map(personOf) };
    },
  },
  naive: true,
};

function personOf([positionEn, positionKo, sinceEdtf, id, nameEn, nameKo, positions]: unknown[]) {
  const person = { id, nameEn, nameKo, positions: (positions as unknown[][]).map(positionOf) };
  return { positionEn, positionKo, sinceEdtf, person };
}

function positionOf([positionEn, positionKo, sinceEdtf, id, nameEn, nameKo]: unknown[]) {
  return { positionEn, positionKo, sinceEdtf, organization: { id, nameEn, nameKo } };
}
