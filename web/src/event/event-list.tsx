import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { kindLabel } from '../design/kinds.ts';
import { Disagree } from '../evidence/disagree.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import type { EventEdge } from './event-fields.ts';
import './event-list.css';

/** Events one below the other: when, what, and who says so. */
export function EventList({ edges }: { readonly edges: readonly EventEdge[] }) {
  const { tag } = useLanguage();
  return (
    <ol className="event-list">
      {edges.map(({ node }) => (
        <li key={node.id} className="event-row">
          <p className="event-date">
            <FuzzyDate date={node.date} />
          </p>
          <div className="event-what">
            <ThingLink slug={node.slug} kind={node.kind} name={node.title} />
            <p className="event-about">
              {kindLabel(node.kind, tag)}
              {node.disagreements.length > 0 && <Disagree />}
            </p>
          </div>
          <Evidence of={node.id} about={node.title} />
        </li>
      ))}
    </ol>
  );
}
