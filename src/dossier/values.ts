import { z } from 'zod';
import { parseEdtf } from '../time/edtf.ts';
import { strict } from './strict.ts';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** An id: lower-case words joined by hyphens. It is the address of a thing, in the graph and in GraphQL (`slug`). */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'is not an id: use lower-case Latin letters and digits, joined by hyphens',
  )
  .max(100, 'is longer than 100 characters')
  .describe('An id: lower-case words joined by hyphens, such as elon-musk.');

/** A line of text as someone wrote it: not empty, no spaces around it, not the placeholder that `cite` prints. */
export const line = z
  .string()
  .refine(
    (text) => text.trim() === text && text !== '',
    'is empty or has spaces around it: write the text alone',
  )
  .refine((text) => text !== '…', 'is still a placeholder: write the text');

/** Text in English, Korean or both. */
export const text = strict({
  en: line.optional().describe('In English.'),
  ko: line.optional().describe('In Korean.'),
})
  .refine((value) => value.en !== undefined || value.ko !== undefined, 'has no text: give `en`, `ko` or both')
  .meta({ id: 'Text', description: 'Text in English (en), Korean (ko) or both.' });

const notADate = 'is not a date: write 2015, 2015-12 or 2015-12-03 (EDTF)';

/** A date exactly as precise as the source, in EDTF. YAML reads a bare year as a number, so numbers are taken too. */
export const date = z
  .union([z.string(), z.int(notADate)], notADate)
  .transform(String)
  .superRefine((value, context) => {
    try {
      parseEdtf(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    }
  })
  .describe(
    'A date as precise as the source and no more, in EDTF: 2015, 2015-12, 2019-07-22, 2015~, ../2019-07-24.',
  );

/** A calendar day. */
export const day = z.iso.date('is not a day: write it as 2019-07-24').describe('A day, as 2019-07-24.');

const notAnAmount = 'is not an amount: write digits only, in quotes if more than 15 of them or with decimals';

/** An amount of money; digits are kept as written and never pass through floating point. */
export const money = strict({
  amount: z
    .union([z.string(), z.int(notAnAmount)], notAnAmount)
    .transform(String)
    .refine((value) => /^\d+(\.\d+)?$/.test(value), notAnAmount)
    .describe('Digits only; in quotes if more than 15 of them or with decimals.'),
  currency: z
    .string()
    .refine((code) => currencies.has(code), {
      error: (issue) => `${JSON.stringify(issue.input)} is not an ISO 4217 currency code, such as USD or KRW`,
    })
    .describe('The ISO 4217 code of the currency, such as USD.'),
  approximate: z.boolean().default(false).describe('True where the source says "about".'),
}).meta({ id: 'Money', description: 'An amount of money, such as {amount: 1000000000, currency: USD}.' });

/** An amount of money. */
export type Money = z.infer<typeof money>;

/** An office someone holds; `id` tells it from other offices at the same organization. */
export const position = strict({ id: slug, title: text }).meta({
  id: 'Position',
  description: 'An office, such as {id: ceo, title: {en: CEO}}.',
});

/** An office someone holds. */
export type Position = z.infer<typeof position>;
