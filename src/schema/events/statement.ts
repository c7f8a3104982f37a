import { participantsIn, participantsReading } from '../../resolvers/event.ts';
import { reads } from '../../resolvers/reads.ts';
import { builder } from '../builder.ts';
import { ParticipationType } from '../event.ts';
import { described, eventType, everyone } from './kind.ts';

const StatementType = eventType('Statement', 'Something said in public.');

builder.objectFields(StatementType, (t) => ({
  speakers: t.field({
    type: [ParticipationType],
    description: 'Who spoke, with the office they spoke in.',
    resolve: (event, _, context) => participantsIn(event, 'SPEAKER', context),
    ...reads({ reading: participantsReading, columns: ['role'] }),
  }),
  topics: t.field(everyone('TOPIC', 'What it was about.')),
  said: t.field(described('SUMMARY', 'What was said, point by point, in our own words.')),
}));
