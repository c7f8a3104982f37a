import type { SingleRole } from '../../model/events.ts';
import { builder } from '../builder.ts';
import { OrganizationType, PersonType } from '../entity.ts';
import { eventType, positionField, readsRoles, required } from './kind.ts';

/** Appointments and departures: the two ends of holding an office, told in the same fields. */
function officeEvent(kind: 'Appointment' | 'Departure', who: SingleRole, description: string, words: string) {
  builder.objectFields(eventType(kind, description), (t) => ({
    person: t.field({
      type: PersonType,
      description: words,
      resolve: (event, _, context) => required(event, who, context),
      ...readsRoles,
    }),
    organization: t.field({
      type: OrganizationType,
      description: 'Where the office is.',
      resolve: (event, _, context) => required(event, 'ORGANIZATION', context),
      ...readsRoles,
    }),
    position: t.string(positionField),
  }));
}

officeEvent(
  'Appointment',
  'APPOINTEE',
  'The beginning of someone’s time in an office.',
  'Who took the office.',
);
officeEvent('Departure', 'LEAVER', 'The end of someone’s time in an office.', 'Who left the office.');
