import { languageOf } from '../resolvers/text.ts';
import type { FuzzyDate } from '../time/edtf.ts';
import { labelDate } from '../time/label.ts';
import { builder } from './builder.ts';
import { PrecisionEnum } from './enums.ts';
import { languageArgs } from './text.ts';

/** A date exactly as precise as its source. */
export const FuzzyDateType = builder.objectRef<FuzzyDate>('FuzzyDate').implement({
  description:
    'A date exactly as precise as its source: "December 2015" stays a month and is never a made-up day.',
  fields: (t) => ({
    edtf: t.exposeString('edtf', {
      description: 'As recorded, in EDTF (ISO 8601-2): `2015-12`, `2019-07-22`, `../2019-07-24`.',
    }),
    precision: t.expose('precision', { type: PrecisionEnum, description: 'How precise it is.' }),
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'The earliest day it can mean; null where the past is open.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'The latest day it can mean; null where the future is open.',
    }),
    uncertain: t.exposeBoolean('uncertain', { description: 'Whether the source doubts it (`?` in EDTF).' }),
    approximate: t.exposeBoolean('approximate', {
      description: 'Whether the source says "about" (`~` in EDTF).',
    }),
    label: t.string({
      description: 'As a person reads it: "December 2015", "2015년 12월".',
      args: languageArgs,
      resolve: (date, args, context) => labelDate(date, languageOf(args, context)),
    }),
  }),
});
