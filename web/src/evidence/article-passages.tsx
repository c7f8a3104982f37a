import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { Original } from '../components/original.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { useText } from '../i18n/language.tsx';
import type { PassageShown } from './evidence-query.ts';

type ArticlePassagesProps = { readonly passages: readonly [PassageShown, ...PassageShown[]] };

/** An article with those of its passages that a fact rests on. */
export function ArticlePassages({ passages }: ArticlePassagesProps) {
  const text = useText();
  const [{ article }] = passages;
  return (
    <section className="evidence-article">
      <h3>
        <ThingLink slug={article.slug} kind="ARTICLE" name={article.title} />
      </h3>
      <p className="evidence-about">
        {article.publishers.length > 0
          ? article.publishers.map(({ name }) => name).join(', ')
          : text.entity.unknown}
        {' · '}
        <FuzzyDate date={article.published} />
        {' · '}
        {text.article.languages[article.language]}
      </p>
      <ul className="evidence-passages">
        {passages.map((passage) => (
          <Passage key={passage.id} passage={passage} />
        ))}
      </ul>
      <Original address={article.address} />
    </section>
  );
}

function Passage({ passage }: { readonly passage: PassageShown }) {
  const { evidence } = useText();
  const { paragraph, start, end, summary, quoteSha256 } = passage;
  return (
    <li>
      <p>{summary}</p>
      <p className="evidence-place numbers">{evidence.place(paragraph, start, end)}</p>
      <details className="evidence-hash">
        <summary>{evidence.verify}</summary>
        <p>{evidence.verifyHint}</p>
        <code>{quoteSha256}</code>
      </details>
    </li>
  );
}
