import { builder } from './builder.ts';
import { CertaintyEnum, RelationshipTypeEnum } from './enums.ts';
import { reportedByArgs } from './passages.ts';

/** The arguments that say which relationships a walk through the graph takes. */
export const walkArgs = {
  ...reportedByArgs,
  ...builder.args((t) => ({
    types: t.field({ type: [RelationshipTypeEnum], description: 'Only along relationships of these types.' }),
    asOf: t.field({
      type: 'Date',
      description: 'Only what held on this day; `certainty` says how surely.',
    }),
    certainty: t.field({
      type: [CertaintyEnum],
      description: 'Beside `asOf`: only of these certainties; certain and possible where left out.',
    }),
  })),
};
