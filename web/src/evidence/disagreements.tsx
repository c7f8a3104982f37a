import { dayLabel } from '../components/day.ts';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { Money } from '../components/money.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { useLanguage } from '../i18n/language.tsx';
import type { DisagreementShown } from './evidence-query.ts';

type Telling = DisagreementShown['tellings'][number];

/** What each source tells where they do not agree; nothing where they do. */
export function Disagreements({ disagreements }: { readonly disagreements: readonly DisagreementShown[] }) {
  const { evidence } = useLanguage().text;
  return disagreements.map(({ field, tellings }) => (
    <section key={field} className="evidence-disagreement">
      <h3>{evidence.disagreeOn[field]}</h3>
      <ul>
        {tellings.map((telling) => (
          <li key={telling.article.slug}>
            <Told telling={telling} />
            <ThingLink slug={telling.article.slug} kind="ARTICLE" name={telling.article.title} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** What an article tells: sums, a date, or days on which it held. */
function Told({ telling }: { readonly telling: Telling }) {
  const { tag, text } = useLanguage();
  const { amounts, date, attested } = telling;
  if (amounts.length > 0)
    return amounts.map((money) => <Money key={`${money.currency} ${money.amount}`} money={money} />);
  if (!date && attested.length > 0)
    return <span>{text.entity.attested(attested.map((day) => dayLabel(day, tag)).join(', '))}</span>;
  return <FuzzyDate date={date} />;
}
