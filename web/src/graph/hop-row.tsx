import { ThingLink } from '../components/thing-link.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { inverseOf, labelOf } from '../vocabulary.ts';
import type { Hop } from './graph-query.ts';
import { Standing } from './standing.tsx';
import { Times } from './times.tsx';

const standings = { CERTAIN: 'certain', POSSIBLE: 'possible', NO: 'gone' } as const;

/** One hop of a path: from what to what, by which fact, and the passages that say so. */
export function HopRow({ hop }: { readonly hop: Hop }) {
  const { text } = useLanguage();
  const { from, to, relationship, event, certainty, citations } = hop;
  const label = useLabel(hop);
  const fact = relationship?.id ?? event?.id;
  const rest = citations.totalCount - citations.nodes.length;
  const articles = new Map(citations.nodes.map(({ article }) => [article.slug, article]));
  return (
    <li className="path-hop">
      <p>
        <Thing thing={from} />
      </p>
      <p className="path-hop-label">
        <span aria-hidden="true">↓ </span>
        <strong>{label}</strong> {relationship && <Times relationship={relationship} />} {event?.date?.label}{' '}
        {certainty && <Standing state={standings[certainty]} />}
      </p>
      <p>
        <Thing thing={to} />
      </p>
      <ul className="path-cited">
        {citations.nodes.map(({ id, summary }) => (
          <li key={id}>{summary}</li>
        ))}
        {rest > 0 && <li>{text.find.rest(rest)}</li>}
      </ul>
      <p className="path-sources">
        {[...articles.values()].map((article) => (
          <ThingLink key={article.slug} slug={article.slug} kind="ARTICLE" name={article.title} />
        ))}{' '}
        {fact && <Evidence of={fact} about={`${nameOf(from)} — ${label} — ${nameOf(to)}`} />}
      </p>
    </li>
  );
}

/** How a hop reads from where it begins, whichever way the fact goes: what follows is then true of where it leads. */
function useLabel({ forwards, relationship, role }: Hop): string {
  const { tag, text } = useLanguage();
  if (relationship) return forwards ? relationship.label : inverseOf(relationship.type, tag);
  if (!role) return '';
  // From the event, the role says what the other end was. From whoever took part, it would say that of the event.
  const part = labelOf('role', role, tag);
  return forwards ? text.graph.inRole(part) : part;
}

type PathThing = Hop['from'];

const nameOf = (thing: PathThing) => ('name' in thing ? thing.name : thing.title);

function Thing({ thing }: { readonly thing: PathThing }) {
  const kind = 'name' in thing ? thing.kind : thing.eventKind;
  return <ThingLink slug={thing.slug} kind={kind} name={nameOf(thing)} />;
}
