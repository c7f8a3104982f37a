import type { Draft } from '../draft.ts';
import type { Dossier } from '../format.ts';
import type { Problem, ProblemAt } from '../problem.ts';

/** One rule of what makes sense in a dossier, or in what is sound of it: every breach of the rule, in any order. */
export type Check = (draft: Draft, at: ProblemAt) => Problem[];

/** A rule that draws on what a dossier does not say, or on what its parts say together: for a dossier of sound form. */
export type WholeCheck = (dossier: Dossier, at: ProblemAt) => Problem[];
