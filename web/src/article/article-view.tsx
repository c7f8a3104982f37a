import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import '../components/columns.css';
import { FactRow, Facts } from '../components/facts.tsx';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { Original } from '../components/original.tsx';
import { PageHead } from '../components/page-head.tsx';
import { NoSuchPage } from '../components/states.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type ArticleShown, articleQuery } from './article-query.ts';
import { Passages } from './passages.tsx';

/** The view at /article/…: an article, and what the facts rest on that it tells. */
export function ArticleView({ slug }: { readonly slug: string }) {
  const { language, text } = useLanguage();
  const variables = { slug, language };
  const answer = useAnswer(articleQuery, variables);
  useTitle(answer.state === 'ready' ? answer.data.article?.title : undefined);
  return (
    <Answered answer={answer} lines={8}>
      {({ article }) =>
        article ? (
          <div>
            <PageHead sort="article" kind={text.find.article} title={article.title}>
              <p className="page-small">{text.article.ownWords}</p>
            </PageHead>
            <div className="columns">
              <ArticleFacts article={article} />
              <div className="columns-main">
                <Passages article={article} />
              </div>
            </div>
            <GraphqlLink query={articleQuery} variables={variables} />
          </div>
        ) : (
          <NoSuchPage />
        )
      }
    </Answered>
  );
}

function ArticleFacts({ article }: { readonly article: ArticleShown }) {
  const { text } = useLanguage();
  const { publishers, authors } = article;
  return (
    <section className="card columns-side" aria-labelledby="facts">
      <h2 id="facts">{text.entity.facts}</h2>
      <Facts>
        <FactRow name={text.article.published}>
          <FuzzyDate date={article.published} />
        </FactRow>
        <FactRow name={text.article.publisher}>
          <Things things={publishers} />
        </FactRow>
        <FactRow name={text.article.author}>
          <Things things={authors} />
        </FactRow>
        <FactRow name={text.app.language}>{text.article.languages[article.language]}</FactRow>
      </Facts>
      <Original address={article.address} />
    </section>
  );
}

function Things({ things }: { readonly things: ArticleShown['publishers'] }) {
  const { entity } = useLanguage().text;
  if (things.length === 0) return <span className="unknown">{entity.unknown}</span>;
  return things.map((one) => <ThingLink key={one.slug} {...one} />);
}
