import type { Money } from '../model/facts.ts';
import { groupedBy } from './merge.ts';

/**
 * Whether articles, each with the amounts it gives, disagree: two of them give different exact sums in one currency.
 * What one says "about" contradicts nothing, and several sums of one article belong together.
 */
export function sumsDiffer(tellings: readonly (readonly Money[])[]): boolean {
  const sums = tellings.flatMap((amounts) => {
    const exact = amounts.filter(({ approximate }) => !approximate);
    return [...groupedBy(exact, ({ currency }) => currency)].map(([currency, some]) => ({
      currency,
      all: some
        .map(({ amount }) => plain(amount))
        .sort()
        .join(' '),
    }));
  });
  return [...groupedBy(sums, ({ currency }) => currency).values()].some(
    (some) => new Set(some.map(({ all }) => all)).size > 1,
  );
}

/** Digits without those that say nothing: 1.50 is 1.5, and 007 is 7. */
function plain(amount: string): string {
  const [whole = '', part = ''] = amount.split('.');
  return [whole.replace(/^0+(?=\d)/, ''), part.replace(/0+$/, '')].filter((text) => text !== '').join('.');
}
