import { FactRow, Facts } from '../components/facts.tsx';
import { Money } from '../components/money.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { useText } from '../i18n/language.tsx';
import './event-list.css';
import type { EventShown } from './event-query.ts';

type Participation = EventShown['participants'][number];

/** Who took part in an event, in which role, and what its kind has besides. */
export function EventFacts({ event }: { readonly event: EventShown }) {
  const { event: text, entity } = useText();
  const amounts = 'amounts' in event ? event.amounts : [];
  return (
    <section className="card columns-side" aria-labelledby="facts">
      <h2 id="facts">{entity.facts}</h2>
      <Facts>
        {amounts.length > 0 && (
          <FactRow name={text.amount}>
            <ul>
              {amounts.map((money) => (
                <li key={`${money.currency} ${money.amount}`}>
                  <Money money={money} />
                </li>
              ))}
            </ul>
          </FactRow>
        )}
        {'position' in event && event.position && <FactRow name={text.position}>{event.position}</FactRow>}
        {byRole(event.participants).map((participations) => (
          <FactRow key={participations[0]?.role} name={participations[0]?.label ?? ''}>
            <ul className="event-participants">
              {participations.map((one) => (
                <Participant key={one.entity.slug} participation={one} />
              ))}
            </ul>
          </FactRow>
        ))}
        {event.partOf && (
          <FactRow name={text.partOf}>
            <ThingLink slug={event.partOf.slug} kind={event.partOf.kind} name={event.partOf.title} />
          </FactRow>
        )}
      </Facts>
    </section>
  );
}

function Participant({ participation }: { readonly participation: Participation }) {
  const { entity, office } = participation;
  return (
    <li>
      <ThingLink {...entity} />
      {office?.position && (
        <p className="event-office">
          {office.position}, {office.to.name}{' '}
          <Evidence of={office.id} about={`${entity.name}, ${office.position}`} />
        </p>
      )}
    </li>
  );
}

/** Participations by role, in the order in which the roles come. */
function byRole(participants: readonly Participation[]): readonly (readonly Participation[])[] {
  const roles = new Map<string, Participation[]>();
  for (const one of participants) roles.set(one.role, [...(roles.get(one.role) ?? []), one]);
  return [...roles.values()];
}
