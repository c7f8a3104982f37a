import { dayLabel } from '../components/day.ts';
import { useLanguage } from '../i18n/language.tsx';
import { isPermanent } from '../vocabulary.ts';
import type { DrawnRelationship } from './graph-query.ts';

/**
 * When a relationship held, as precisely as sources tell: an act has one date, a state a beginning, an end, or days on
 * which it is told of.
 */
export function Times({ relationship }: { readonly relationship: DrawnRelationship }) {
  const { tag, text } = useLanguage();
  const { type, since, until, attested } = relationship;
  if (since && isPermanent(type)) return <span className="numbers">{since.label}</span>;
  const told = !since && !until && attested.length > 0;
  return (
    <>
      {since && <span className="numbers">{text.entity.since(since.label)}</span>}
      {until && <span className="numbers">{text.entity.until(until.label)}</span>}
      {told && (
        <span className="numbers">
          {text.entity.attested(attested.map((day) => dayLabel(day, tag)).join(', '))}
        </span>
      )}
    </>
  );
}
