import { currentRevision } from '../graph/statements/load.ts';
import type { GraphStore } from '../graph/store.ts';
import type { DossierProblem, DossierRetracted, DossierWritten, Writer } from '../model/writes.ts';
import { ClashError } from './clashes.ts';
import type { Dossier } from './format.ts';
import { merge, unmerge } from './merge-entities.ts';
import { type Asked, checkKey, once, recalled } from './once.ts';
import type { Problem, ProblemAt } from './problem.ts';
import { readDossier } from './read.ts';
import { type Comparison, compare, isNothing, prepare, type Run, replace } from './replace.ts';
import { readYaml } from './yaml.ts';

/** Creates what changes a graph for clients. */
export function createWriter(graph: GraphStore): Writer {
  const read: Run = (statement, params) => graph.read(statement, params);

  async function revisionNow(): Promise<number> {
    const [row] = await read(currentRevision, {});
    return row?.revision ?? 0;
  }

  /** What storing a dossier would come to, by reading alone: with a key that was used for it, what it came to then. */
  async function rehearse(dossier: Dossier, asked: Asked): Promise<DossierWritten> {
    const known = await recalled<DossierWritten>(read, asked);
    if (known) return { ...known, dryRun: true };
    const comparison = await compare(read, { put: [dossier] });
    if (!isNothing(comparison)) await prepare(read, comparison);
    return { ...writtenAs(dossier, comparison), revision: await revisionNow(), dryRun: true };
  }

  async function store(dossier: Dossier, asked: Asked): Promise<DossierWritten> {
    const change = { put: [dossier] };
    if (typeof asked.key !== 'string') {
      // What changes nothing makes no writer wait.
      const before = await compare(read, change);
      if (isNothing(before)) return { ...writtenAs(dossier, before), revision: await revisionNow() };
    }
    return once(graph, asked, async (transaction, revision) => {
      const before = await compare(transaction.run, change);
      if (isNothing(before)) return { ...writtenAs(dossier, before), revision };
      const done = await replace(transaction, change, asked.client);
      return { ...writtenAs(dossier, done.comparison), revision: done.revision };
    });
  }

  return {
    async loadDossier(client, { dossier: text, dryRun, idempotencyKey: key }) {
      if (typeof key === 'string') checkKey(key);
      const found = readDossier(text, 'dossier');
      if ('problems' in found) {
        const code = readYaml(text, 'dossier').at ? 'INVALID' : 'UNREADABLE';
        return refused(null, Boolean(dryRun), code, found.problems);
      }
      const { dossier, at } = found;
      const asked = { client, key, input: ['loadDossier', dossier] };
      try {
        return await (dryRun ? rehearse : store)(dossier, asked);
      } catch (error) {
        if (!(error instanceof ClashError)) throw error;
        return refused(dossier.article.id, Boolean(dryRun), 'CONTRADICTION', [clashIn(dossier, error, at)]);
      }
    },
    mergeEntities: (client, { from, into, idempotencyKey: key }) =>
      once(graph, { client, key, input: ['mergeEntities', from, into] }, (transaction, revision) =>
        merge(transaction, { from, into }, { client, revision }),
      ),
    unmergeEntities: (client, { from, idempotencyKey: key }) =>
      once(graph, { client, key, input: ['unmergeEntities', from] }, (transaction) =>
        unmerge(transaction, from, client),
      ),
    async retractDossier(client, { article, idempotencyKey: key }) {
      const change = { put: [], remove: [article] };
      const nothing = (revision: number): DossierRetracted => ({ article, retracted: false, revision });
      if (typeof key !== 'string' && isNothing(await compare(read, change)))
        return nothing(await revisionNow());
      return once(
        graph,
        { client, key, input: ['retractDossier', article] },
        async (transaction, revision) => {
          if (isNothing(await compare(transaction.run, change))) return nothing(revision);
          const done = await replace(transaction, change, client);
          return { article, retracted: true, revision: done.revision };
        },
      );
    },
  };
}

function writtenAs({ article }: Dossier, { changed, replaced }: Comparison): DossierWritten {
  const outcome = changed.length === 0 ? 'UNCHANGED' : replaced.length > 0 ? 'REPLACED' : 'CREATED';
  return { outcome, article: article.id, revision: null, dryRun: false, problems: [] };
}

function refused(
  article: string | null,
  dryRun: boolean,
  code: DossierProblem['code'],
  problems: readonly Problem[],
): DossierWritten {
  const told = problems.map(({ message, path, line, column }) => ({ code, message, path, line, column }));
  return { outcome: 'REFUSED', article, revision: null, dryRun, problems: told };
}

/** Where the dossier clashes; at its head, where it is another one that does. */
function clashIn({ article }: Dossier, error: ClashError, at: ProblemAt): Problem {
  return error.article === article.id ? at(error.path, error.message) : at(['article', 'id'], error.message);
}
