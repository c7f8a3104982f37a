/** What a write transaction does, in the order it came to be possible. */
export const writeKinds = ['LOAD', 'RETRACT', 'MERGE', 'UNMERGE'] as const;

/** Dossiers were stored, or taken back; two entities were found to be one, or not to be after all. */
export type WriteKind = (typeof writeKinds)[number];

/** What one write transaction did. */
export type Write = {
  readonly id: string;
  /** The graph's count of writes, this one included. */
  readonly revision: number;
  /** When, in ms since 1970. */
  readonly at: number;
  readonly kind: WriteKind;
  /** Who asked for it; null for the command line. */
  readonly client: string | null;
  /** Of two entities found to be one: the id that is no more, or is again, and the one it goes by; else null. */
  readonly from: string | null;
  readonly into: string | null;
  /** The articles whose dossiers were stored, taken back, or read anew. */
  readonly articles: readonly string[];
  /** The entities and events that those dossiers speak of, or spoke of. */
  readonly things: readonly string[];
  /** Whether there were more articles or things than are told. */
  readonly isCut: boolean;
};

/** Why a dossier is refused: it is no YAML of the kind, or no sound dossier, or contradicts what others say. */
export const problemCodes = ['UNREADABLE', 'INVALID', 'CONTRADICTION'] as const;

/** One thing to mend in a dossier: where, by line and column (from 1) and by path, and what to do. */
export type DossierProblem = {
  readonly code: (typeof problemCodes)[number];
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
};

/** What became of a dossier. */
export const dossierOutcomes = ['CREATED', 'REPLACED', 'UNCHANGED', 'REFUSED'] as const;

/** What came of giving a dossier to be stored; `revision` is the graph's then, null where it was refused. */
export type DossierWritten = {
  readonly outcome: (typeof dossierOutcomes)[number];
  readonly article: string | null;
  readonly revision: number | null;
  readonly dryRun: boolean;
  readonly problems: readonly DossierProblem[];
};

/** What came of taking a dossier back: whether there was one, and the graph's revision then. */
export type DossierRetracted = {
  readonly article: string;
  readonly retracted: boolean;
  readonly revision: number;
};

/** What came of two entities being found to be one, or not: whether that was news, and the graph's revision then. */
export type EntitiesMerged = {
  readonly from: string;
  readonly into: string;
  readonly isChanged: boolean;
  readonly revision: number;
};

/** What may be said once only, however often it arrives: the same key with the same input has the same outcome. */
type Repeatable = { readonly idempotencyKey?: string | null | undefined };

/** Changes the graph for a client, each in one transaction, all or nothing. */
export type Writer = {
  /** Stores a dossier in the place of the one before of its article. Throws BadUserInput for a key used otherwise. */
  loadDossier(
    client: string,
    input: Repeatable & { readonly dossier: string; readonly dryRun?: boolean | null | undefined },
  ): Promise<DossierWritten>;
  /** Takes the dossier of an article back. Throws BadUserInput for a key used otherwise. */
  retractDossier(client: string, input: Repeatable & { readonly article: string }): Promise<DossierRetracted>;
  /** Lets everything that is told of one entity be told of another. Throws BadUserInput where they cannot be one. */
  mergeEntities(
    client: string,
    input: Repeatable & { readonly from: string; readonly into: string },
  ): Promise<EntitiesMerged>;
  /** Takes that back. Throws BadUserInput where nothing is to be taken back. */
  unmergeEntities(client: string, input: Repeatable & { readonly from: string }): Promise<EntitiesMerged>;
};

/** Tells of write transactions as they come. */
export type Feed = {
  /** Those after a revision (null: after now), the first one first, until the signal or the feed ends. */
  after(revision: number | null, signal?: AbortSignal): AsyncIterable<Write>;
  /** Ends it for all who listen. */
  close(): void;
};
