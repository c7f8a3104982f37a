import { z } from 'zod';
import { contestable, type Sources, type Telling } from '../../model/facts.ts';
import { type Column, list, property, type RecordOf } from '../columns.ts';
import { lookup } from './keyed.ts';

const text = z.string();

/** The columns that say how well the fact bound to `fact` is told. */
export function sourcedColumns(fact: string) {
  return {
    sourceCount: property(fact, 'sourceCount', z.int()),
    contested: list(fact, 'contested', z.enum(contestable)),
  };
}

const edtf = text.nullable().default(null);

const telling: z.ZodType<Telling> = z.object({
  article: text,
  date: edtf,
  since: edtf,
  until: edtf,
  attested: z.array(text).default([]),
  amounts: z.array(z.object({ amount: text, currency: text, approximate: z.boolean() })).default([]),
});

function tellings(fact: string): Column<Telling[]> {
  const { cypher, schema } = list(fact, 'tellings', text);
  return { cypher, schema: schema.transform((all) => all.map((one) => telling.parse(JSON.parse(one)))) };
}

function sourcesRecord(fact: string): RecordOf<Sources> {
  return { variable: fact, columns: { articles: list(fact, 'declaredBy', text), tellings: tellings(fact) } };
}

/** Who tells of events, by the event's id. */
export const sourcesOfEvent = lookup(
  'Event.sources',
  'MATCH (e:Thing {id: k}) WHERE e:Event',
  sourcesRecord('e'),
);

/** Who tells of relationships, by `[from id, relationship id, to id]`. */
export const sourcesOfRelationship = lookup(
  'Relationship.sources',
  'MATCH (n:Thing {id: k[0]})-[r]->(m:Thing {id: k[2]}) WHERE r.id = k[1]',
  sourcesRecord('r'),
);
