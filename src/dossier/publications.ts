import type { Dossier, EventEntry } from './format.ts';

/**
 * The events of an article's own life: its publication, and each time it was shared elsewhere. They follow from its
 * bibliographic record, so that the record is the one place where they are written.
 */
export function publicationEvents({ article }: Dossier): EventEntry[] {
  const name = article.title.ko ?? article.title.en;
  const english = article.title.en ?? name;
  const publication: EventEntry = {
    id: publicationId(article.id),
    kind: 'Publication',
    title: { en: `Publication of “${english}”`, ko: `「${name}」 게재` },
    date: article.published,
    participants: {
      PUBLISHER: [article.publisher],
      ...(article.authors.length > 0 && { AUTHOR: article.authors }),
    },
    descriptions: [],
    cites: article.cites,
  };
  const republications = article.republished.map(
    ({ by, date, cites }, place): EventEntry => ({
      id: republicationId(article.id, place),
      kind: 'Publication',
      title: { en: `Republication of “${english}”`, ko: `「${name}」 재게재` },
      date,
      participants: { REPUBLISHER: [by] },
      descriptions: [],
      cites,
    }),
  );
  return [publication, ...republications];
}

/** The id of the event of an article's publication. */
export function publicationId(article: string): string {
  return `${article}-publication`;
}

/** The id of the event of an article's being shared, by its place in `republished`, from 0. */
export function republicationId(article: string, place: number): string {
  return `${article}-republication-${place + 1}`;
}

/** Whether an event is of an article's own life. */
export function isPublicationOf(article: string, event: string): boolean {
  return event === publicationId(article) || event.startsWith(`${article}-republication-`);
}

/** Every event of a dossier: those it lists, and those of the article's own life. */
export function eventsOf(dossier: Dossier): EventEntry[] {
  return [...dossier.events, ...publicationEvents(dossier)];
}
