import type { Money } from '../model/facts.ts';
import { builder } from './builder.ts';

/** An amount of money. */
export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'An amount of money as the source gives it.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Decimal', description: 'The amount, every digit kept.' }),
    currency: t.exposeString('currency', { description: 'The currency’s ISO 4217 code, such as `USD`.' }),
    approximate: t.exposeBoolean('approximate', { description: 'Whether the source says "about".' }),
  }),
});
