import { More } from '../components/more.tsx';
import { Section } from '../components/section.tsx';
import { Nothing } from '../components/states.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type ArticleShown, morePassages, moreSupports, type PassageShown } from './article-query.ts';
import './passages.css';

/** The passages of an article that facts rest on, in the order of its text. */
export function Passages({ article }: { readonly article: ArticleShown }) {
  const { language, text } = useLanguage();
  const { slug, passages } = article;
  const rows = useMore(passages, {
    query: morePassages,
    variables: (after) => ({ slug, after, language }),
    pick: (data) => data.article?.passages,
  });
  return (
    <Section id="passages" title={text.article.passages} count={passages.totalCount}>
      {rows.edges.length === 0 && <Nothing />}
      <ol className="passage-list">
        {rows.edges.map(({ node }) => (
          <PassageRow key={node.id} passage={node} />
        ))}
      </ol>
      <More rows={rows} total={passages.totalCount} />
    </Section>
  );
}

type Thing = { readonly slug: string; readonly kind: string; readonly name: string };

function PassageRow({ passage }: { readonly passage: PassageShown }) {
  const { language, text } = useLanguage();
  const { article } = text;
  const { id } = passage;
  const rows = useMore(passage.supports, {
    query: moreSupports,
    variables: (after) => ({ id, after, language }),
    pick: ({ node }) => (node && 'supports' in node ? node.supports : undefined),
  });
  const things = rows.edges.flatMap(({ node }): readonly Thing[] => {
    if ('name' in node) return [node];
    return 'title' in node ? [{ slug: node.slug, kind: node.eventKind, name: node.title }] : [];
  });
  return (
    <li className="passage-row">
      <p className="passage-place">{article.paragraph(passage.paragraph)}</p>
      <div className="passage-what">
        <p>{passage.summary}</p>
        {things.length > 0 && (
          <ul className="passage-things" aria-label={article.supports}>
            {things.map((thing) => (
              <li key={`${thing.kind} ${thing.slug}`}>
                <ThingLink {...thing} />
              </li>
            ))}
          </ul>
        )}
        <More rows={rows} />
      </div>
    </li>
  );
}
