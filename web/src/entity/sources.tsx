import { More } from '../components/more.tsx';
import { SourceList } from '../components/source-list.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type EntityShown, moreCitations } from './entity-query.ts';

/** The articles that speak of an entity, each once, and in how many passages they do. */
export function Sources({ entity }: { readonly entity: EntityShown }) {
  const { language, text } = useLanguage();
  const { slug, citations } = entity;
  const rows = useMore(citations, {
    query: moreCitations,
    variables: (after) => ({ slug, after, language }),
    pick: (data) => data.entity?.citations,
  });
  return (
    <section className="card columns-side" aria-labelledby="sources">
      <h2 id="sources">{text.entity.sources}</h2>
      <SourceList articles={rows.edges.map(({ node }) => node.article)} />
      <p className="page-small">{text.entity.passages(citations.totalCount)}</p>
      {/* What is counted is passages, and what is listed is articles. */}
      <More rows={rows} />
    </section>
  );
}
