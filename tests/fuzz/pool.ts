import { globalId } from '../../src/resolvers/node.ts';
import type { Pool } from '../support/operations.ts';

/** What the article of data/ speaks of, for operations that find something. */
export const articlePool: Pool = {
  // Of the last four nothing is known.
  entities: [
    'openai',
    'microsoft',
    'elon-musk',
    'sam-altman',
    'person-0',
    'organization-0',
    'product-0',
    'concept-0',
  ],
  events: ['openai-founding', 'microsoft-openai-partnership'],
  articles: ['ciokorea-126908'],
  ids: [globalId('Organization', 'openai'), globalId('Person', 'sam-altman'), globalId('Launch', 'nothing')],
  cursors: new Map(),
};
