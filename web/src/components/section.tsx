import { type ReactNode, useEffect, useRef } from 'react';
import { useAddress } from '../app/history.ts';
import './section.css';

type SectionProps = {
  /** What the anchor of an address calls it. */
  readonly id: string;
  readonly title: string;
  /** How many things are in it. */
  readonly count?: number;
  /** Whether it stands within another one. */
  readonly inner?: boolean;
  readonly children: ReactNode;
};

/**
 * A part of a page under a heading. Where the anchor of the address names it, it is brought into view and pointed out.
 */
export function Section({ id, title, count, inner, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const here = useAddress().anchor === id;
  useEffect(() => {
    if (!here) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [here]);
  const Heading = inner ? 'h3' : 'h2';
  return (
    <section id={id} className={inner ? 'section section-inner' : 'section'} data-here={here || undefined}>
      <Heading ref={heading} tabIndex={-1} className="section-title">
        {title} {count !== undefined && <span className="section-count numbers">{count}</span>}
      </Heading>
      {children}
    </section>
  );
}
