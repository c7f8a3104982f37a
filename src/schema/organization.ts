import { reads } from '../resolvers/reads.ts';
import { firstEvent, firstEventReading } from '../resolvers/timeline.ts';
import { builder } from './builder.ts';
import { OrganizationType } from './entity.ts';
import { LegalFormEnum } from './enums.ts';
import { FoundingType } from './events/founding.ts';

const founding = firstEventReading('Founding', 'FOUNDED');

builder.objectFields(OrganizationType, (t) => ({
  legalForm: t.expose('legalForm', {
    type: LegalFormEnum,
    nullable: true,
    description: 'Its legal form; null where no source says.',
  }),
  founding: t.field({
    type: FoundingType,
    nullable: true,
    description: 'The event of its founding; null where no source tells of it.',
    resolve: (organization, _, context) => firstEvent(organization, founding, context),
    ...reads({ reading: founding }),
  }),
}));
