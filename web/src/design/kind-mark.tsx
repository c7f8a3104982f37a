import type { ReactNode } from 'react';
import type { Sort } from './kinds.ts';
import './kind-mark.css';

/** The shape of each sort, in a box of 16 by 16: told apart without colour, too. */
const shapes: { readonly [S in Sort]: ReactNode } = {
  person: <circle cx="8" cy="8" r="5.5" />,
  organization: <rect x="3" y="3" width="10" height="10" rx="1.5" />,
  product: <path d="M8 1.8 14.2 8 8 14.2 1.8 8Z" />,
  concept: <path d="M4.8 2.5h6.4L14.4 8l-3.2 5.5H4.8L1.6 8Z" />,
  event: <path d="M8 2.2 14 13H2Z" />,
  article: <path d="M3.5 2h9v12h-9z" />,
};

/** The mark of a sort: its shape in its colour. The kind stands beside it in words, so it is not read out. */
export function KindMark({ sort }: { readonly sort: Sort }) {
  return (
    <svg className={`kind-mark kind-${sort}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[sort]}
    </svg>
  );
}
