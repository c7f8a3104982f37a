import { useText } from '../i18n/language.tsx';

type FuzzyDateProps = {
  /** A date of the schema; null where no source gives one. */
  readonly date: { readonly edtf: string; readonly label: string } | null;
};

/** What HTML takes for a date: a day, a month or a year that is certain. */
const plain = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

/** A date as precisely as it is known, in words; that it is not known, where it is not. */
export function FuzzyDate({ date }: FuzzyDateProps) {
  const { dates } = useText();
  if (!date) return <span className="unknown">{dates.unknown}</span>;
  return <time dateTime={plain.test(date.edtf) ? date.edtf : undefined}>{date.label}</time>;
}
