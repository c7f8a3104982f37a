import { builder } from './builder.ts';
import { pageArgs } from './connection.ts';
import { DescriptionFilterInput, PassageFilterInput } from './filters.ts';

/** The argument of everything that reads facts: only what had been reported by a day. */
export const reportedByArgs = builder.args((t) => ({
  reportedBy: t.field({
    type: 'Date',
    description:
      'Only what articles published by this day tell, and as they told it; the fields inside inherit the day, unless they name another.',
  }),
}));

/** The arguments of a list of passages. */
export const passageArgs = {
  ...pageArgs,
  ...reportedByArgs,
  ...builder.args((t) => ({
    where: t.field({ type: PassageFilterInput, description: 'Only such passages.' }),
  })),
};

/** The arguments of a list of descriptions. */
export const descriptionArgs = {
  ...pageArgs,
  ...reportedByArgs,
  ...builder.args((t) => ({
    where: t.field({ type: DescriptionFilterInput, description: 'Only such descriptions.' }),
  })),
};
