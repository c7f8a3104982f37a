import { type Named, nameOf } from './names.ts';
import { ask, type Operation } from './operation.ts';

type OurPassage = { paragraph: number; start: number; end: number; article: { slug: string } };
type OurRelationship = {
  position: string | null;
  since: { edtf: string } | null;
  citations: { nodes: OurPassage[] };
};
type OurEdge<Node> = { certainty: string; relationship: OurRelationship; node: Node };
type OurOrganization = { slug: string; name: string };
type OurPerson = OurOrganization & { positions: { edges: OurEdge<OurOrganization>[] } };
type Ours = { organization: OurOrganization & { people: { edges: OurEdge<OurPerson>[] } } };

type Passage = { paragraph: number; start: number; end: number; articleId: string };
type Held = {
  positionEn: string | null;
  positionKo: string | null;
  sinceEdtf: string | null;
  certainty: string;
  citations: Passage[];
  entity: Named;
};
type Organization = Named & { peopleAsOf: (Held & { positions: Held[] })[] };

const heldFields = 'positionEn positionKo sinceEdtf certainty citations { paragraph start end articleId }';
const entityFields = 'entity { id nameEn nameKo }';
const fields = `id nameEn nameKo peopleAsOf(day: $day) {
  ${heldFields} ${entityFields} positions { ${heldFields} ${entityFields} } }`;

const canonicalHeld = ({ positionEn, positionKo, sinceEdtf, certainty, citations, entity }: Held) => [
  positionEn ?? positionKo,
  sinceEdtf,
  certainty,
  citations.map(({ articleId, paragraph, start, end }) => [articleId, paragraph, start, end]),
  entity.id,
  nameOf(entity),
];

const canonical = ({ id, peopleAsOf, ...names }: Organization) => [
  id,
  nameOf(names),
  peopleAsOf.map(({ positions, ...held }) => [...canonicalHeld(held), positions.map(canonicalHeld)]),
];

const canonicalOurs = ({ certainty, relationship, node }: OurEdge<OurOrganization>) => [
  relationship.position,
  relationship.since?.edtf ?? null,
  certainty,
  relationship.citations.nodes.map(({ article, paragraph, start, end }) => [
    article.slug,
    paragraph,
    start,
    end,
  ]),
  node.slug,
  node.name,
];

const ourFields = `certainty relationship { position since { edtf }
  citations(first: 10) { nodes { paragraph start end article { slug } } } }`;

/** The condition that the relationship `r` may have held on `$day`. */
const mayHold = (r: string) =>
  `(${r}.possibleFrom IS NULL OR ${r}.possibleFrom <= date($day)) AND (${r}.possibleTo IS NULL OR ${r}.possibleTo >= date($day))`;

const certainty = (r: string) =>
  `CASE WHEN ${r}.certainFrom <= date($day) AND (${r}.certainTo IS NULL OR ${r}.certainTo >= date($day))
    THEN 'CERTAIN' ELSE 'POSSIBLE' END`;

/** Binds to `citations` the first ten passages that the relationship `r` cites. */
const citations = (r: string) => `CALL (${r}) {
    UNWIND ${r}.cites AS cited MATCH (q:Thing {id: cited}) WITH q ORDER BY q.positionKey LIMIT 10
    RETURN collect(q {.paragraph, .start, .end, .articleId}) AS citations
  }`;

/** The relationship `r`, its citations and the entity at its other end, as one map. */
const held = (r: string, entity: string, more = '') =>
  `${r} {.positionEn, .positionKo, .sinceEdtf, certainty: ${certainty(r)}, citations: citations,
    entity: ${entity} {.id, .nameEn, .nameKo}${more}}`;

/** Yields as `held` those who hold a position at `organization` on `$day`, each with all theirs on that day. */
const peopleAsOf = (
  organization: string,
) => `MATCH (${organization})<-[r:HOLDS_POSITION]-(p:Person) WHERE ${mayHold('r')}
    WITH r, p ORDER BY r.timelineKey LIMIT 10
    CALL (p) {
      MATCH (p)-[s:HOLDS_POSITION]->(m:Organization) WHERE ${mayHold('s')}
      WITH s, m ORDER BY s.timelineKey LIMIT 10
      ${citations('s')}
      RETURN collect(${held('s', 'm')}) AS positions
    }
    ${citations('r')}
    RETURN ${held('r', 'p', ', positions: positions')} AS held`;

/** What the peer's field runs for the organization `this`. */
export const peopleOnDay = peopleAsOf('this');

/** Q2 as of a day: who held a position then, as far as is known, and the passages that say so. */
export const q9: Operation = {
  id: 'Q9',
  title: 'Q2 as of a day, with citations',
  draw: ({ organizations, organizationsByDegree, days }, random) => ({
    id: random.pick(random.number() < 0.5 ? organizations : organizationsByDegree),
    day: random.pick(days),
  }),
  ours: ask<Ours>(
    `query ($id: String!, $day: Date!) { organization(slug: $id) { slug name people(first: 10, asOf: $day) { edges {
      ${ourFields} node { slug name positions(first: 10, asOf: $day) { edges { ${ourFields} node { slug name } } } }
    } } } }`,
    ({ organization: { slug, name, people } }) => [
      slug,
      name,
      people.edges.map((edge) => [...canonicalOurs(edge), edge.node.positions.edges.map(canonicalOurs)]),
    ],
  ),
  peer: ask<{ organizations: [Organization] }>(
    `query ($id: ID!, $day: Date!) { organizations(where: {id: {eq: $id}}) { ${fields} } }`,
    ({ organizations: [organization] }) => canonical(organization),
  ),
  plain: ask<{ organizationAsOf: Organization }>(
    `query ($id: ID!, $day: String!) { organizationAsOf(id: $id, day: $day) {
      id nameEn nameKo peopleAsOf { ${heldFields} ${entityFields} positions { ${heldFields} ${entityFields} } } } }`,
    ({ organizationAsOf }) => canonical(organizationAsOf),
  ),
  handWritten: {
    field: 'organizationAsOf',
    cypher: `MATCH (o:Thing {id: $id}) WHERE o:Organization
      CALL (o) { CALL (o) { ${peopleAsOf('o')} } RETURN collect(held) AS people }
      RETURN o {.id, .nameEn, .nameKo, peopleAsOf: people} AS d`,
    shape: (d) => d,
  },
};
