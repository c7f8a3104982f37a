import type { ReactNode } from 'react';
import { KindMark } from '../design/kind-mark.tsx';
import type { Sort } from '../design/kinds.ts';
import './page-head.css';

type PageHeadProps = {
  readonly sort: Sort;
  /** What it is, in a word or two. */
  readonly kind: string;
  readonly title: string;
  /** Its name in the other language. */
  readonly otherName?: { readonly text: string; readonly lang: string };
  /** What stands beside its kind. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
};

/** The head of the page of a thing: its kind, its name in both languages, and what a reader wants first. */
export function PageHead({ sort, kind, title, otherName, beside, children }: PageHeadProps) {
  return (
    <header className={`page-head kind-${sort}`}>
      <div className="page-first">
        <p className="page-kind">
          <KindMark sort={sort} />
          {kind}
        </p>
        {beside}
      </div>
      <h1>
        {title}
        {otherName && (
          <span className="page-other-name" lang={otherName.lang}>
            {otherName.text}
          </span>
        )}
      </h1>
      {children}
    </header>
  );
}
