import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { kindLabel } from '../design/kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Found } from './found.ts';
import { useRememberRecent } from './recent.ts';

/** Things found, one below the other. */
export function FoundList({ found }: { readonly found: readonly Found[] }) {
  const { tag, text } = useLanguage();
  const rememberRecent = useRememberRecent();
  return (
    <ol className="found-list">
      {found.map((one) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: following the link by key is a click too
        <li key={`${one.kind} ${one.slug}`} className="found" onClick={() => rememberRecent(one)}>
          <ThingLink {...one} />
          <p className="found-about">
            {one.kind === 'ARTICLE' ? text.find.article : kindLabel(one.kind, tag)}
            {one.date !== undefined && (
              <>
                {' · '}
                <FuzzyDate date={one.date} />
              </>
            )}
            {one.by?.isName && ` · ${text.find.alsoCalled(one.by.text)}`}
          </p>
          {one.by && !one.by.isName && <p className="found-text">{one.by.text}</p>}
        </li>
      ))}
    </ol>
  );
}
