import { builder } from '../builder.ts';
import { described, eventType, everyone } from './kind.ts';

const PartnershipType = eventType('Partnership', 'The beginning of a partnership.');

builder.objectFields(PartnershipType, (t) => ({
  partners: t.field(everyone('PARTNER', 'The partners.')),
  subjects: t.field(everyone('SUBJECT', 'What the partnership is about.')),
  terms: t.field(described('TERM', 'What the partners agreed, term by term.')),
}));
