import { useLanguage } from '../i18n/language.tsx';

type MoneyProps = {
  /** A sum of the schema. Its amount is text, so that no digit is lost; it never becomes a number here. */
  readonly money: { readonly amount: string; readonly currency: string; readonly approximate: boolean };
};

/** A sum of money with all its digits, and that it is about so much where the source says so. */
export function Money({ money }: MoneyProps) {
  const { tag, text } = useLanguage();
  const { amount, currency, approximate } = money;
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 0,
    maximumFractionDigits: 20,
  });
  const sum = format.format(amount as `${number}`);
  return <span className="numbers">{approximate ? text.event.about(sum) : sum}</span>;
}
