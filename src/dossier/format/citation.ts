import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import { aspects } from '../../model/vocabulary.ts';
import { oneOf, strict } from '../strict.ts';
import { text } from '../values.ts';

/** Keys of the passages that say what stands beside them. */
export const cites = z
  .array(z.string())
  .min(1, 'cites nothing: name at least one passage that says so')
  .describe('Keys of the passages that say so; at least one.');

/** Some words of the article, by their position and hash: the words themselves are its publisher's. */
export const passage = strict({
  paragraph: z
    .int()
    .min(1)
    .describe('Number of the paragraph (a line that is not blank) in the article, from 1.'),
  start: z.int().min(0).describe('First code point of the quoted words inside the paragraph, from 0.'),
  end: z.int().min(1).describe('Code point after the last of the quoted words.'),
  quoteSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal: let `throughline cite` print it')
    .describe('SHA-256 of the quoted words (NFC, UTF-8), in hexadecimal; `throughline cite` prints it.'),
  summary: text.describe('What the passage says, in one line of our own words.'),
})
  .refine((value) => value.end > value.start, { path: ['end'], error: 'is not after the start' })
  .describe('A passage of the article; `throughline cite` prints one.');

/** What the source says of a thing in prose, under an aspect. */
export const description = strict({
  aspect: oneOf(keysOf(aspects), 'an aspect'),
  text: text.describe('What the source says under this aspect, in our own words.'),
  cites,
}).meta({ id: 'Description' });

/** Descriptions of an entity or an event. */
export const descriptions = z
  .array(description)
  .default([])
  .describe('What the source says of it in prose, by aspect.');
