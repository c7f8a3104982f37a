/** The schema of the hand-written and of the naive server: what the graph stores, and a root field an operation. */
export const typeDefs = /* GraphQL */ `
  type Query {
    entity(id: ID!): Entity
    organization(id: ID!): Entity
    timeline(from: String!, to: String!, first: Int!): [Event!]!
    organizations(ids: [ID!]!): [Entity!]!
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
`;
