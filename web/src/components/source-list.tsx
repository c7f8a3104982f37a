import { FuzzyDate } from './fuzzy-date.tsx';
import type { SourceShown } from './source-fields.ts';
import { ThingLink } from './thing-link.tsx';
import './source-list.css';

/** Articles, each once, in the order in which they come. */
export function SourceList({ articles }: { readonly articles: readonly SourceShown[] }) {
  const each = [...new Map(articles.map((article) => [article.slug, article])).values()];
  return (
    <ul className="source-list">
      {each.map((article) => (
        <li key={article.slug}>
          <ThingLink slug={article.slug} kind="ARTICLE" name={article.title} />
          <p className="source-about">
            {article.publishers.map(({ name }) => name).join(', ')}
            {article.publishers.length > 0 && ' · '}
            <FuzzyDate date={article.published} />
          </p>
        </li>
      ))}
    </ul>
  );
}
