import { useText } from '../i18n/language.tsx';
import type { Standing } from './standing.ts';
import './standing-mark.css';

/** How a relationship stood on the day asked about: in words, and by its line. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const { entity } = useText();
  return <span className={`standing standing-${standing}`}>{entity.standing[standing]}</span>;
}
