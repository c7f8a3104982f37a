import type { DossierProblem, DossierRetracted, DossierWritten } from '../model/writes.ts';
import { loadDossier, retractDossier } from '../resolvers/write.ts';
import { builder } from './builder.ts';
import { describedEnum } from './described-enum.ts';

const DossierOutcomeEnum = describedEnum<DossierWritten['outcome']>(
  'DossierOutcome',
  'What became of a dossier.',
  {
    CREATED: 'It is stored, the first one of its article.',
    REPLACED: 'It is stored in the place of the one before of its article.',
    UNCHANGED: 'It says what is stored already; nothing was written.',
    REFUSED: 'It has problems; nothing was written.',
  },
);

const ProblemCodeEnum = describedEnum<DossierProblem['code']>(
  'DossierProblemCode',
  'Why a dossier is refused.',
  {
    UNREADABLE: 'It is not YAML or JSON of the kind that dossiers are.',
    INVALID: 'It is not in the format of dossiers, or does not make sense in itself.',
    CONTRADICTION: 'It contradicts other dossiers, or a merge, about what a thing is.',
  },
);

const DossierProblemType = builder.objectRef<DossierProblem>('DossierProblem').implement({
  description: 'One thing to mend in a dossier, as `throughline validate` tells it.',
  fields: (t) => ({
    code: t.expose('code', { type: ProblemCodeEnum, description: 'Why it is refused.' }),
    message: t.exposeString('message', { description: 'What is wrong there, and what to do.' }),
    path: t.exposeString('path', {
      description: 'The place in the dossier, as `events[0].cites`; empty where it has none.',
    }),
    line: t.exposeInt('line', { description: 'The line, from 1.' }),
    column: t.exposeInt('column', { description: 'The column, from 1.' }),
  }),
});

const LoadDossierPayload = builder.objectRef<DossierWritten>('LoadDossierPayload').implement({
  description: 'What came of giving a dossier to be stored.',
  fields: (t) => ({
    outcome: t.expose('outcome', {
      type: DossierOutcomeEnum,
      description: 'What became of it; with `dryRun`, what would.',
    }),
    article: t.exposeString('article', {
      nullable: true,
      description: 'The slug of its article; null where the dossier is not sound.',
    }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description:
        'The count of writes to the graph with this one. Send it as the header `throughline-revision` to read what was written. Null where it was refused.',
    }),
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether nothing was to be written.' }),
    problems: t.expose('problems', {
      type: [DossierProblemType],
      description: 'All that is to be mended, in the order of the text; empty unless it was refused.',
    }),
  }),
});

const RetractDossierPayload = builder.objectRef<DossierRetracted>('RetractDossierPayload').implement({
  description: 'What came of taking a dossier back.',
  fields: (t) => ({
    article: t.exposeString('article', { description: 'The slug of the article, as given.' }),
    retracted: t.exposeBoolean('retracted', {
      description: 'Whether there was one; where not, nothing was written.',
    }),
    revision: t.exposeInt('revision', { description: 'The count of writes to the graph with this one.' }),
  }),
});

/** The description of the input field by which a client tells that it asks again. */
export const idempotencyKey =
  'A word of the client’s own, such as a UUID. Whoever sends the same again with the same key, within a day, is told what came of it the first time, and nothing is written again.';

const LoadDossierInput = builder.inputType('LoadDossierInput', {
  description: 'A dossier to be stored.',
  fields: (t) => ({
    dossier: t.string({ required: true, description: 'The dossier, as YAML or JSON.' }),
    dryRun: t.boolean({
      description:
        'Whether to tell only what would become of it. A key beside it is checked as it would be, and not used up.',
    }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});

const RetractDossierInput = builder.inputType('RetractDossierInput', {
  description: 'A dossier to be taken back.',
  fields: (t) => ({
    article: t.string({ required: true, description: 'The slug of its article.' }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});

builder.mutationFields((t) => ({
  loadDossier: t.field({
    type: LoadDossierPayload,
    // Of several writes in one operation, one that fails must not take along what was done before it.
    nullable: true,
    description:
      'Stores what one article says, in the place of what was stored of it; what other dossiers say stays. Needs the scope `write`.',
    authScopes: { write: true },
    args: { input: t.arg({ type: LoadDossierInput, required: true, description: 'The dossier.' }) },
    resolve: (_, { input }, context) => loadDossier(input, context),
  }),
  retractDossier: t.field({
    type: RetractDossierPayload,
    nullable: true,
    description: 'Takes back what one article says; what other dossiers say stays. Needs the scope `write`.',
    authScopes: { write: true },
    args: { input: t.arg({ type: RetractDossierInput, required: true, description: 'Which one.' }) },
    resolve: (_, { input }, context) => retractDossier(input, context),
  }),
}));
