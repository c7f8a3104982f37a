import { entityIn } from '../../resolvers/event.ts';
import { builder } from '../builder.ts';
import { OrganizationType } from '../entity.ts';
import { described, eventType, everyone, readsRoles, required } from './kind.ts';

/** The founding of an organization. */
export const FoundingType = eventType('Founding', 'The founding of an organization.');

builder.objectFields(FoundingType, (t) => ({
  founders: t.field(everyone('FOUNDER', 'Who founded it.')),
  organization: t.field({
    type: OrganizationType,
    description: 'The organization founded.',
    resolve: (event, _, context) => required(event, 'FOUNDED', context),
    ...readsRoles,
  }),
  parent: t.field({
    type: OrganizationType,
    nullable: true,
    description: 'The organization it was founded under.',
    resolve: (event, _, context) => entityIn(event, 'PARENT', context),
    ...readsRoles,
  }),
  purpose: t.field(described('PURPOSE', 'What it was founded for.')),
}));
