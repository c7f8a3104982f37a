import { z } from 'zod';
import { contestable, type Sources, type Telling } from '../../model/facts.ts';
import { type Column, list, property, type RecordOf } from '../columns.ts';
import { oneOf, text, whole } from '../decode.ts';
import { lookup } from './keyed.ts';

/** The columns that say how well the fact bound to `fact` is told. */
export function sourcedColumns(fact: string) {
  return {
    sourceCount: property(fact, 'sourceCount', whole),
    contested: list(fact, 'contested', oneOf(contestable)),
  };
}

const edtf = z.string().nullable().default(null);

const telling: z.ZodType<Telling> = z.object({
  article: z.string(),
  date: edtf,
  since: edtf,
  until: edtf,
  attested: z.array(z.string()).default([]),
  amounts: z
    .array(z.object({ amount: z.string(), currency: z.string(), approximate: z.boolean() }))
    .default([]),
});

function tellings(fact: string): Column<Telling[]> {
  return list(fact, 'tellings', (value) => telling.parse(JSON.parse(text(value))));
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
