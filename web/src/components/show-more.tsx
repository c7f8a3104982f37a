import { useText } from '../i18n/language.tsx';
import './show-more.css';

type ShowMoreProps = {
  readonly shown: number;
  /** How many there are in all; left out where counting them would cost more than it tells. */
  readonly all?: number;
  readonly more: () => void;
  readonly busy?: boolean;
};

/** The way to what a list has besides what it shows, and how much of it is shown. */
export function ShowMore({ shown, all, more, busy }: ShowMoreProps) {
  const { app } = useText();
  return (
    <div className="show-more">
      <button type="button" className="button" onClick={more} disabled={busy}>
        {busy ? app.loadingMore : app.loadMore}
      </button>
      {all !== undefined && <span className="show-more-count numbers">{app.shownOf(shown, all)}</span>}
    </div>
  );
}
