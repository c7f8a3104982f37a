/**
 * The graph as a user of @neo4j/graphql describes it: one type for each label that is asked for by itself, with its
 * relationships. `Thing` is among the labels of what is looked up by id, since that is where the unique index stands.
 */
export const typeDefs = /* GraphQL */ `
  type Entity @node(labels: ["Thing", "Entity"]) {
    id: ID!
    kind: String!
    nameEn: String
    nameKo: String
    aliases: [String!]
  }

  type Organization @node(labels: ["Thing", "Organization"]) {
    id: ID!
    nameEn: String
    nameKo: String
    people: [Person!]! @relationship(type: "HOLDS_POSITION", direction: IN, properties: "Position")
    events: [Event!]! @relationship(type: "PARTICIPATED_IN", direction: OUT, properties: "Participation")
  }

  type Person @node {
    id: ID!
    nameEn: String
    nameKo: String
    positions: [Organization!]! @relationship(type: "HOLDS_POSITION", direction: OUT, properties: "Position")
  }

  type Event @node {
    id: ID!
    titleEn: String
    titleKo: String
    dateEdtf: String
    dateEarliest: Date
    dateLatest: Date
    timelineKey: String!
    participants: [Entity!]! @relationship(type: "PARTICIPATED_IN", direction: IN, properties: "Participation")
  }

  type Position @relationshipProperties {
    positionEn: String
    positionKo: String
    sinceEdtf: String
    timelineKey: String!
  }

  type Participation @relationshipProperties {
    role: String!
    place: Int!
  }
`;
