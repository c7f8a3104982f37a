import type { Context } from '../context.ts';
import type { Contestable, Money, Sources, Telling } from '../model/facts.ts';
import type { Article, Event, Relationship } from '../model/things.ts';

type Sourced = Event | Relationship;

/** What one article tells of a field in which sources disagree: its date, as EDTF, or its amounts. */
export type ToldField = {
  readonly article: Article;
  readonly dateEdtf: string | null;
  readonly attested: readonly string[];
  readonly amounts: readonly Money[];
};

/** A field in which sources disagree, with what each of them tells, oldest first. */
export type Disagreement = { readonly field: Contestable; readonly tellings: readonly ToldField[] };

/** The articles that tell of a fact, oldest first; of one read as it was known on a day, those of that time. */
export async function factSources(fact: Sourced, context: Context): Promise<Article[]> {
  const { articles } = await sourcesOf(fact, context);
  return Promise.all(articles.map((id) => articleOf(id, context)));
}

/** Where sources disagree on a fact; asks the graph nothing where they do not. */
export async function disagreements(fact: Sourced, context: Context): Promise<Disagreement[]> {
  if (fact.contested.length === 0) return [];
  const { tellings } = await sourcesOf(fact, context);
  return Promise.all(
    fact.contested.map(async (field) => ({
      field,
      tellings: await Promise.all(
        tellings.filter((telling) => speaksOf(field, telling)).map((one) => toldOf(field, one, context)),
      ),
    })),
  );
}

/** Who told of a fact in the state it was read in: the first of its sources. */
async function sourcesOf(fact: Sourced, { loaders }: Context): Promise<Sources> {
  const all =
    'fromId' in fact
      ? await loaders.relationshipSources.load([fact.fromId, fact.id, fact.toId])
      : await loaders.eventSources.load(fact.id);
  const articles = (all?.articles ?? []).slice(0, fact.sourceCount);
  return { articles, tellings: (all?.tellings ?? []).filter(({ article }) => articles.includes(article)) };
}

/** A day on which it held can contradict when it began or ended as well as another date can. */
function speaksOf(field: Contestable, telling: Telling): boolean {
  if (field === 'amounts') return telling.amounts.length > 0;
  return telling[field] !== null || telling.attested.length > 0;
}

async function toldOf(field: Contestable, telling: Telling, context: Context): Promise<ToldField> {
  const isDate = field !== 'amounts';
  return {
    article: await articleOf(telling.article, context),
    dateEdtf: isDate ? telling[field] : null,
    attested: field === 'since' || field === 'until' ? telling.attested : [],
    amounts: isDate ? [] : telling.amounts,
  };
}

async function articleOf(id: string, { loaders }: Context): Promise<Article> {
  const article = await loaders.articles.load(id);
  if (!article) throw new Error(`A fact in the graph is told by ${id}, which is no article`);
  return article;
}
