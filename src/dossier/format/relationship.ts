import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import { relationshipTypes } from '../../model/vocabulary.ts';
import { oneOf, strict } from '../strict.ts';
import { date, day, position, slug } from '../values.ts';
import { cites } from './citation.ts';

/** A relationship that the article states and no event of the dossier begins. */
export const relationship = strict({
  type: oneOf(keysOf(relationshipTypes), 'a type of relationship'),
  from: slug.describe('The id of the entity it goes from.'),
  to: slug.describe('The id of the entity it goes to.'),
  position: position.optional().describe('HOLDS_POSITION only: the office held.'),
  since: date.optional().describe('When it began.'),
  until: date.optional().describe('The last day on which it held.'),
  attested: z.array(day).default([]).describe('Days on which, by the source, it held.'),
  cites,
});
