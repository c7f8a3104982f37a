import { dayLabel } from '../components/day.ts';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { Disagree } from '../evidence/disagree.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { isPermanent } from '../vocabulary.ts';
import type { RelationshipEdge } from './relationship-fields.ts';
import { standingOf } from './standing.ts';
import { StandingMark } from './standing-mark.tsx';

type RelationshipRowProps = {
  readonly edge: RelationshipEdge;
  readonly day: string;
  /** What the group is called in which it stands. */
  readonly group: string;
};

/** A relationship: with whom, in which office, when, how it stood on the day, and who says so. */
export function RelationshipRow({ edge, day, group }: RelationshipRowProps) {
  const { node, other } = edge;
  const standing = standingOf(edge, day);
  const about = [group, other.name, node.position].filter(Boolean).join(', ');
  return (
    <li className={`relationship relationship-${standing}`}>
      <div className="relationship-who">
        <ThingLink {...other} />
        {node.position && <span className="relationship-position">{node.position}</span>}
      </div>
      <p className="relationship-about">
        <StandingMark standing={standing} />
        <Times node={node} />
        {node.disagreements.length > 0 && <Disagree />}
      </p>
      <Evidence of={node.id} about={about} />
    </li>
  );
}

/** When it held: an act has one date, a state a beginning, an end, and days on which a source says that it held. */
function Times({ node }: { readonly node: RelationshipEdge['node'] }) {
  const { tag, text } = useLanguage();
  const { since, until, attested, type } = node;
  if (isPermanent(type) && since) return <FuzzyDate date={since} />;
  const days = attested.map((day) => dayLabel(day, tag)).join(', ');
  return (
    <>
      {since && <span>{text.entity.since(since.label)}</span>}
      {until && <span>{text.entity.until(until.label)}</span>}
      {days && <span>{text.entity.attested(days)}</span>}
      {!since && !until && !days && <FuzzyDate date={null} />}
    </>
  );
}
