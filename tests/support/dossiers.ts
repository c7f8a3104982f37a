import { type Dossier, dossier as format } from '../../src/dossier/format.ts';

/** A dossier to be read by the format: whatever of it a test does not care about is filled in. */
export type Sketch = {
  id?: string;
  published?: string;
  /** `id:Kind` or `id:Kind:English name:한국어 이름`. */
  entities?: readonly string[];
  events?: readonly object[];
  relationships?: readonly object[];
};

const passage = {
  paragraph: 1,
  start: 0,
  end: 4,
  quoteSha256: 'a'.repeat(64),
  summary: { en: 'It says so.' },
};

/** The smallest valid dossier around what a test is about. Everything cites the passage `p` unless it says otherwise. */
export function sketch({ id = 'article-1', published = '2019-07-24', ...rest }: Sketch): Dossier {
  const cites = ['p'];
  const entity = (text: string) => {
    const [slug, kind, en = slug, ko] = text.split(':');
    return { id: slug, kind, name: ko ? { en, ko } : { en }, cites };
  };
  const cited = (entry: object) => ({ cites, ...entry });
  const event = (entry: object) => cited({ title: { en: 'An event' }, ...entry });
  return format.parse({
    article: {
      id,
      title: { en: `Title of ${id}` },
      language: 'en',
      publisher: 'publisher',
      published,
      address: `https://news.example/${id}`,
      cites,
    },
    passages: { p: passage, q: { ...passage, paragraph: 2 } },
    entities: [...(rest.entities ?? []), 'publisher:Organization'].map(entity),
    events: (rest.events ?? []).map(event),
    relationships: (rest.relationships ?? []).map(cited),
  }) as Dossier;
}
