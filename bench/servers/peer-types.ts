import { eventsPerYear } from '../ops/q5.ts';
import { nameIndex } from '../ops/q6.ts';
import { shortestPath } from '../ops/q7.ts';
import { around } from '../ops/q8.ts';
import { peopleOnDay } from '../ops/q9.ts';

/**
 * The graph as a user of @neo4j/graphql describes it: one type for each label that is asked for by itself, with its
 * relationships. `Thing` is among the labels of what is looked up by id, since that is where the unique index stands.
 * What the library cannot express is a field of its own with a statement.
 */
export const typeDefs = /* GraphQL */ `
  type Entity
    @node(labels: ["Thing", "Entity"])
    @fulltext(indexes: [{ indexName: "${nameIndex}", queryName: "searchEntities", fields: ["nameEn", "nameKo"] }]) {
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
    peopleAsOf(day: Date!): [Held!]! @cypher(statement: """${peopleOnDay}""", columnName: "held")
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

  type Held {
    positionEn: String
    positionKo: String
    sinceEdtf: String
    certainty: String!
    citations: [Citation!]!
    entity: NamedThing!
    positions: [Held!]
  }

  type Citation {
    paragraph: Int!
    start: Int!
    end: Int!
    articleId: String!
  }

  type NamedThing {
    id: ID!
    nameEn: String
    nameKo: String
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

  type Query {
    eventsPerYear: [YearCount!]!
      @cypher(statement: """${eventsPerYear} RETURN {key: key, count: size} AS bucket""", columnName: "bucket")
    path(from: ID!, to: ID!): Path
      @cypher(
        statement: """
        ${shortestPath}
        RETURN {length: length(p), things: [n IN nodes(p) | n.id], types: [r IN relationships(p) | type(r)]} AS path
        """
        columnName: "path"
      )
    neighborhood(of: ID!): Neighborhood
      @cypher(
        statement: """
        ${around}
        RETURN {
          nodes: [one IN chosen | {
            id: one[0].id, kind: one[0].kind, nameEn: one[0].nameEn, nameKo: one[0].nameKo,
            distance: one[1], degree: one[2]
          }],
          edges: [one IN edges | {source: one[0], target: one[1], type: one[2]}]
        } AS around
        """
        columnName: "around"
      )
  }
`;
