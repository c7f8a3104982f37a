import { hashQuote, paragraphsOf } from '../../src/dossier/article-text.ts';

/** The text that the minimal dossier cites: each of its passages is a paragraph. */
export const minimalText = `Ada Kim and Bo Lee founded Acme Lab in December 2015.
Bo Lee left the board of Acme Lab in February 2018.
Ada Kim is chief of Acme Lab, says Acme News.
`;

/**
 * The smallest dossier that has something of everything: two people, two organizations, a founding, a departure, a
 * relationship and three passages. Tests that need a fault replace one piece of it (see `edited`).
 */
export function minimalDossier(): string {
  return `article:
  id: acme-article
  title: {en: Acme Lab changes hands, ko: 애크미 연구소의 변화}
  language: en
  authors: [ada-kim]
  publisher: acme-news
  published: 2019-07-24
  address: https://news.example/acme
  cites: [chief]
passages:
  founding: ${passage(1, 'The two founded the lab.')}
  leaving: ${passage(2, 'Lee left the board.')}
  chief: ${passage(3, 'Kim leads the lab.')}
entities:
  - {id: ada-kim, kind: Person, name: {en: Ada Kim, ko: 김에이다}, cites: [chief]}
  - {id: bo-lee, kind: Person, name: {en: Bo Lee}, aliases: [이보], cites: [founding]}
  - {id: acme-lab, kind: Organization, name: {en: Acme Lab}, legalForm: NONPROFIT, cites: [founding]}
  - {id: acme-news, kind: Organization, name: {en: Acme News}, cites: [chief]}
events:
  - id: acme-lab-founding
    kind: Founding
    title: {en: Founding of Acme Lab, ko: 애크미 연구소 설립}
    date: 2015-12
    participants:
      FOUNDER: [ada-kim, bo-lee]
      FOUNDED: [acme-lab]
    descriptions:
      - {aspect: PURPOSE, text: {en: To do research.}, cites: [founding]}
    cites: [founding]
  - id: bo-lee-departure
    kind: Departure
    title: {en: Departure of Bo Lee}
    date: 2018-02
    participants:
      LEAVER: [bo-lee]
      ORGANIZATION: [acme-lab]
    position: {id: board-member, title: {en: board member, ko: 이사}}
    cites: [leaving]
relationships:
  - type: HOLDS_POSITION
    from: ada-kim
    to: acme-lab
    position: {id: chief, title: {en: chief}}
    attested: [2019-07-24]
    cites: [chief]
`;
}

function passage(paragraph: number, summary: string): string {
  const quote = paragraphsOf(minimalText)[paragraph - 1] ?? '';
  const place = `paragraph: ${paragraph}, start: 0, end: ${Array.from(quote).length}`;
  return `{${place}, quoteSha256: ${hashQuote(quote)}, summary: {en: ${summary}}}`;
}

/** A text with one piece of it, which must stand there exactly once, replaced by another. */
export function edited(text: string, piece: string, replacement: string): string {
  const parts = text.split(piece);
  if (parts.length !== 2) throw new Error(`"${piece}" stands ${parts.length - 1} times in the text`);
  return parts.join(replacement);
}
