import { ThingLink } from '../components/thing-link.tsx';
import { useText } from '../i18n/language.tsx';
import { useRecent } from './recent.ts';

/** What the reader looked for before; nothing where that is nothing. */
export function RecentList() {
  const { find } = useText();
  const [recent, forget] = useRecent();
  if (recent.length === 0) return null;
  return (
    <section className="find-part" aria-labelledby="recent">
      <div className="find-recent-head">
        <h2 id="recent">{find.recent}</h2>
        <button type="button" className="choice" onClick={forget}>
          {find.forget}
        </button>
      </div>
      <ul className="find-things">
        {recent.map((one) => (
          <li key={`${one.kind} ${one.slug}`} lang={one.lang}>
            <ThingLink {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
