import type { Value } from '../graph/store.ts';
import { parseEdtf } from '../time/edtf.ts';
import { timelineKey } from '../time/order.ts';
import { asTold } from './aliases.ts';
import { reportedDay } from './dates.ts';
import type { DescriptionEntry, Dossier } from './format.ts';
import { united } from './merge.ts';
import type { EdgeRow, NodeRow } from './plan.ts';
import { eventsOf, publicationEvents, publicationId } from './publications.ts';
import { claimsOf, passageId } from './relationships.ts';

/** What belongs to one dossier alone: its article, passages and descriptions, and who cites what. */
export type ArticlePlan = Described & {
  article: NodeRow;
  passages: NodeRow[];
  passageIn: EdgeRow[];
  publishes: EdgeRow[];
};

/** What a dossier says in prose of the things in it, and who cites what for it. */
export type Described = { descriptions: NodeRow[]; describedBy: EdgeRow[]; cites: EdgeRow[] };

/** Plans what one dossier alone puts into the graph. */
export function planArticle(dossier: Dossier): ArticlePlan {
  const article = dossier.article.id;
  const claims = claimsOf(dossier);
  const passages = Object.entries(dossier.passages).map(([key, { summary, ...where }]) =>
    node(passageId(article, key), 'Passage', {
      ...where,
      articleId: article,
      reported: reportedDay(dossier.article.published),
      summaryEn: summary.en ?? null,
      summaryKo: summary.ko ?? null,
      // Relationships cite by a list of ids, which cannot be walked backwards; so the passage keeps its side of it.
      supports: united(
        claims.filter(({ cites }) => cites.includes(passageId(article, key))),
        ({ id }) => [id],
      ).sort(),
      positionKey: positionKey(dossier, `${padded(where.paragraph)}.${padded(where.start)}.${key}`),
    }),
  );
  const things = [...dossier.entities, ...eventsOf(dossier)];
  const { cites, ...described } = planDescriptions(dossier);
  return {
    article: articleRow(dossier),
    passages,
    passageIn: passages.map(({ id }) => ({ from: id, to: article })),
    cites: [...things.flatMap((thing) => citing(dossier, thing.id, thing.cites)), ...cites],
    publishes: publicationEvents(dossier).map(({ id }) => ({ from: id, to: article })),
    ...described,
  };
}

/** Plans what a dossier says in prose. */
export function planDescriptions(dossier: Dossier): Described {
  const things = [...dossier.entities, ...eventsOf(dossier)];
  const described = things.flatMap(({ id, descriptions }) =>
    descriptions.map((entry, place) => ({ subject: id, entry, row: describe(dossier, id, entry, place) })),
  );
  return {
    descriptions: described.map(({ row }) => row),
    describedBy: described.map(({ subject, row }) => ({ from: subject, to: row.id })),
    cites: described.flatMap(({ row, entry }) => citing(dossier, row.id, entry.cites)),
  };
}

function citing({ article }: Dossier, from: string, keys: readonly string[]): EdgeRow[] {
  return [...new Set(keys)].map((key) => ({ from, to: passageId(article.id, key) }));
}

function articleRow(dossier: Dossier): NodeRow {
  const { id, title, language, address, published } = dossier.article;
  const date = parseEdtf(published);
  return {
    ...node(id, 'Article', {
      titleEn: title.en ?? null,
      titleKo: title.ko ?? null,
      language,
      address,
      publishedEdtf: published,
      publicationId: publicationId(id),
      publisherId: dossier.article.publisher,
      timelineKey: timelineKey(date, id),
      dossier: JSON.stringify(asTold(dossier)),
    }),
    dates: { publishedEarliest: date.earliest, publishedLatest: date.latest },
  };
}

function describe(dossier: Dossier, subject: string, entry: DescriptionEntry, place: number): NodeRow {
  return node(`${subject}.${dossier.article.id}.${place + 1}`, 'Description', {
    aspect: entry.aspect,
    articleId: dossier.article.id,
    reported: reportedDay(dossier.article.published),
    textEn: entry.text.en ?? null,
    textKo: entry.text.ko ?? null,
    positionKey: positionKey(dossier, padded(place)),
  });
}

/** Orders what belongs to articles: older articles first, then the place within one. */
function positionKey(dossier: Dossier, place: string): string {
  return timelineKey(parseEdtf(dossier.article.published), `${dossier.article.id}\t${place}`);
}

function padded(place: number): string {
  return String(place).padStart(6, '0');
}

function node(id: string, kind: string, properties: { readonly [name: string]: Value }): NodeRow {
  return { id, kind, properties: { id, kind, ...properties } };
}
