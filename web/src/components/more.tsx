import type { Rows } from '../graphql/use-more.ts';
import { ShowMore } from './show-more.tsx';
import { Failed } from './states.tsx';

type MoreProps = {
  readonly rows: Rows<unknown>;
  /**
   * How many rows there are in all; left out where counting them would cost more than it tells, or where what is
   * counted is not what is listed.
   */
  readonly total?: number;
};

/** The end of a list: how much of it is shown, and the way to more. Nothing where all of it is. */
export function More({ rows, total }: MoreProps) {
  const { edges, more, busy, failure } = rows;
  if (failure && more) return <Failed failure={failure} retry={more} />;
  if (!more) return null;
  return <ShowMore shown={edges.length} all={total} more={more} busy={busy} />;
}
