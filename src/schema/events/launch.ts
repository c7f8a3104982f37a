import { builder } from '../builder.ts';
import { eventType, everyone } from './kind.ts';

const LaunchType = eventType('Launch', 'The launch of a product.');

builder.objectFields(LaunchType, (t) => ({
  providers: t.field(everyone('PROVIDER', 'Who launched it.')),
  products: t.field(everyone('LAUNCHED', 'What was launched.')),
}));
