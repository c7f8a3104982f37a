import { builder } from '../builder.ts';
import { amountsField, eventType, everyone } from './kind.ts';

const AcquisitionType = eventType('Acquisition', 'An acquisition.');

builder.objectFields(AcquisitionType, (t) => ({
  acquirers: t.field(everyone('ACQUIRER', 'Who acquired.')),
  acquired: t.field(everyone('ACQUIRED', 'What was acquired.')),
  amounts: t.field(amountsField),
}));
