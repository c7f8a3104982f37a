import { Link } from '../app/link.tsx';
import { useText } from '../i18n/language.tsx';
import { examples } from './examples.ts';

type ExamplesProps = {
  /** Whether what a question is about is known not to be in the graph. */
  readonly isMissing: (about: (typeof examples)[number]['about']) => boolean;
};

/** Questions to begin with, each leading to its answer. */
export function Examples({ isMissing }: ExamplesProps) {
  const { find } = useText();
  const shown = examples.filter(({ about }) => !isMissing(about));
  if (shown.length === 0) return null;
  return (
    <section className="find-part" aria-labelledby="examples">
      <h2 id="examples">{find.examplesTitle}</h2>
      <ul className="find-examples">
        {shown.map(({ question, to }) => (
          <li key={question}>
            <Link className="find-example" to={to}>
              <span>{find.examples[question]}</span>
              <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M5 10h10m-4-4 4 4-4 4" />
              </svg>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
