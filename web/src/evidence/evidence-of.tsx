import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { More } from '../components/more.tsx';
import { Nothing } from '../components/states.tsx';
import type { VariablesOf } from '../graphql/tada.ts';
import { useMore } from '../graphql/use-more.ts';
import { useText } from '../i18n/language.tsx';
import { isPermanent } from '../vocabulary.ts';
import { ArticlePassages } from './article-passages.tsx';
import { Disagreements } from './disagreements.tsx';
import { type Evidenced, evidenceQuery, type PassageShown } from './evidence-query.ts';

type EvidenceOfProps = {
  readonly node: Evidenced;
  readonly variables: VariablesOf<typeof evidenceQuery>;
};

/** What a fact rests on, article by article, and where these disagree. */
export function EvidenceOf({ node, variables }: EvidenceOfProps) {
  const { evidence } = useText();
  const { citations } = node;
  const rows = useMore(citations, {
    query: evidenceQuery,
    variables: (after) => ({ ...variables, after }),
    pick: ({ node: again }) => (again && 'citations' in again ? again.citations : undefined),
  });
  const articles = byArticle(rows.edges.map((edge) => edge.node));
  const disagreements = 'disagreements' in node ? node.disagreements : [];
  return (
    <>
      <p className="evidence-fact">{factOf(node)}</p>
      <When node={node} />
      {articles.length === 0 ? (
        <Nothing>{evidence.none}</Nothing>
      ) : (
        <p className="evidence-count">
          {(rows.more ? evidence.toldAtLeast : evidence.told)(articles.length)}{' '}
          {'disagreements' in node && disagreements.length === 0 && articles.length > 1 && evidence.agree}
        </p>
      )}
      <Disagreements disagreements={disagreements} />
      {articles.map((passages) => (
        <ArticlePassages key={passages[0].article.slug} passages={passages} />
      ))}
      <More rows={rows} total={citations.totalCount} />
    </>
  );
}

/** When the fact was so, of what has a time. */
function When({ node }: { readonly node: Evidenced }) {
  const { entity } = useText();
  if ('date' in node)
    return (
      <p className="evidence-count">
        <FuzzyDate date={node.date} />
      </p>
    );
  if (!('since' in node) || (!node.since && !node.until)) return null;
  const { since, until, type } = node;
  const begun = since && (isPermanent(type) ? since.label : entity.since(since.label));
  return (
    <p className="evidence-count">{[begun, until && entity.until(until.label)].filter(Boolean).join(' ')}</p>
  );
}

/** The fact in words. */
function factOf(node: Evidenced): string {
  if ('title' in node) return node.title;
  if ('name' in node) return node.name;
  if ('text' in node) return node.text;
  const { from, label, to, position } = node;
  return `${from.name} — ${label} — ${to.name}${position ? ` (${position})` : ''}`;
}

type Some<T> = readonly [T, ...T[]];

/** Passages by the article they stand in, in the order in which the articles come. */
function byArticle(passages: readonly PassageShown[]): readonly Some<PassageShown>[] {
  const articles = new Map<string, [PassageShown, ...PassageShown[]]>();
  for (const passage of passages) {
    const before = articles.get(passage.article.slug);
    if (before) before.push(passage);
    else articles.set(passage.article.slug, [passage]);
  }
  return [...articles.values()];
}
