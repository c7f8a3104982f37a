import { addresses } from '../app/routes.ts';

/**
 * Questions that show what can be asked, with the view that answers each. What they are about is in
 * the first article; a graph of others has other questions to offer.
 */
export const examples = [
  { question: 'founders', about: 'openai', to: `${addresses.entity('openai')}#founded-in` },
  { question: 'asOf', about: 'openai', to: `${addresses.entity('openai')}?as-of=2018-03-01#relationships` },
  { question: 'investment', about: 'openai', to: addresses.event('microsoft-invests-in-openai') },
  { question: 'said', about: 'altman', to: addresses.event('sam-altman-statement-on-agi') },
  { question: 'order', about: 'openai', to: addresses.timeline },
  { question: 'kinds', about: 'ai', to: `${addresses.entity('artificial-intelligence')}#subclass_of-in` },
] as const;
