import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import { entityKinds, legalForms } from '../../model/vocabulary.ts';
import { oneOf, strict } from '../strict.ts';
import { line, slug, text } from '../values.ts';
import { cites, descriptions } from './citation.ts';

/** A person, an organization, a product or a concept that the article names. */
export const entity = strict({
  id: slug,
  kind: oneOf(keysOf(entityKinds), 'a kind of entity'),
  name: text.describe('The name, in English (en), Korean (ko) or both.'),
  aliases: z
    .array(line)
    .default([])
    .describe('Other names and spellings a reader would type, in any language.'),
  legalForm: oneOf(keysOf(legalForms), 'a legal form')
    .optional()
    .describe('Organizations only: the legal form, if the source says.'),
  descriptions,
  cites,
});
