import { builder } from '../builder.ts';
import { amountsField, described, eventType, everyone } from './kind.ts';

const InvestmentType = eventType('Investment', 'An investment.');

builder.objectFields(InvestmentType, (t) => ({
  investors: t.field(everyone('INVESTOR', 'Who invested.')),
  investees: t.field(everyone('INVESTEE', 'What was invested in.')),
  amounts: t.field(amountsField),
  purpose: t.field(described('PURPOSE', 'What it is for.')),
}));
