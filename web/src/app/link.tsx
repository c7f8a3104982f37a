import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate, useAddress } from './history.ts';
import { carryOver } from './params.ts';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address of the explorer. */
  readonly to: string;
  /** What the entry of the history remembers. */
  readonly state?: unknown;
};

/**
 * A link within the explorer: an ordinary one for whoever opens it in another tab, without loading for whoever follows
 * it.
 */
export function Link({ to, state, onClick, ...rest }: LinkProps) {
  const href = carryOver(to, useAddress());
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    navigate(href, { state });
  };
  return <a {...rest} href={href} onClick={follow} />;
}
