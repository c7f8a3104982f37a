/** The schema of the hand-written and of the naive server: what the graph stores, and a root field an operation. */
export const typeDefs = /* GraphQL */ `
  type Query {
    entity(id: ID!): Entity
    organization(id: ID!): Entity
    timeline(from: String!, to: String!, first: Int!): [Event!]!
    organizations(ids: [ID!]!): [Entity!]!
    eventsPerYear: [YearCount!]!
    search(text: String!): [Entity!]!
    path(from: ID!, to: ID!): Path
    neighborhood(of: ID!): Neighborhood
    organizationAsOf(id: ID!, day: String!): OrganizationAsOf
  }

  type Entity {
    id: ID!
    kind: String!
    nameEn: String
    nameKo: String
    aliases: [String!]!
    people(first: Int!): [Position!]!
    positions(first: Int!): [Position!]!
    events(first: Int!): [Event!]!
  }

  type Position {
    positionEn: String
    positionKo: String
    sinceEdtf: String
    person: Entity!
    organization: Entity!
  }

  type Event {
    id: ID!
    titleEn: String
    titleKo: String
    dateEdtf: String
    participants: [Participation!]!
  }

  type Participation {
    role: String!
    entity: Entity!
  }

  type YearCount {
    key: String!
    count: Int!
  }

  type Path {
    length: Int!
    things: [String!]!
    types: [String!]!
  }

  type Neighborhood {
    nodes: [Neighbor!]!
    edges: [NeighborEdge!]!
  }

  type Neighbor {
    id: ID!
    kind: String!
    nameEn: String
    nameKo: String
    distance: Int!
    degree: Int!
  }

  type NeighborEdge {
    source: String!
    target: String!
    type: String!
  }

  type OrganizationAsOf {
    id: ID!
    nameEn: String
    nameKo: String
    peopleAsOf: [Held!]!
  }

  type Held {
    positionEn: String
    positionKo: String
    sinceEdtf: String
    certainty: String!
    citations: [Citation!]!
    entity: Entity!
    positions: [Held!]
  }

  type Citation {
    paragraph: Int!
    start: Int!
    end: Int!
    articleId: String!
  }
`;
