import type { Rows } from '../graphql/use-more.ts';
import { useText } from '../i18n/language.tsx';
import { Failed } from './states.tsx';
import './more.css';

type MoreProps = { readonly rows: Rows<unknown>; readonly total: number };

/** The end of a list: how much of it is shown, and the way to more. Nothing where all of it is. */
export function More({ rows, total }: MoreProps) {
  const { app } = useText();
  const { edges, more, busy, failure } = rows;
  if (failure && more) return <Failed failure={failure} retry={more} />;
  if (!more) return null;
  return (
    <div className="more">
      <button type="button" className="button" onClick={more} disabled={busy}>
        {busy ? app.loadingMore : app.loadMore}
      </button>
      <span className="more-count numbers">{app.shownOf(edges.length, total)}</span>
    </div>
  );
}
