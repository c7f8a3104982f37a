import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLError } from 'yaml';
import { formatPath, inReadingOrder, type Problem, type ProblemAt } from './problem.ts';
import { aliasesIn, placeIn, type Refusal, repeatsIn } from './yaml-tree.ts';

/** The largest dossier that is read. One of a long article is about a hundredth of this. */
export const maxDossierBytes = 5_000_000;

// The format nests about eight deep. Composing some thousands deep ends the process, not only the call.
const maxDepth = 64;

/**
 * YAML as plain data, with the way back from a path to its line and the problems that leave it readable; or what makes
 * it unreadable.
 */
export type ReadYaml =
  | { readonly data: unknown; readonly at: ProblemAt; readonly problems: readonly Problem[] }
  | { readonly at?: never; readonly problems: readonly Problem[] };

/** The message for a dossier of so many bytes that is larger than any that is read; undefined if it is not. */
export function tooLarge(bytes: number): string | undefined {
  if (bytes <= maxDossierBytes) return undefined;
  const megabytes = (count: number) => `${Math.ceil(count / 100_000) / 10} MB`;
  return `is ${megabytes(bytes)}, and a dossier may have ${megabytes(maxDossierBytes)} at most: split the article`;
}

/** Reads one YAML document of the kind a dossier is: string keys, each once; no aliases; no tags of its own. */
export function readYaml(text: string, file: string): ReadYaml {
  const lines = new LineCounter();
  const problem = (offset: number, message: string, path = ''): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path, message };
  };
  const size = tooLarge(Buffer.byteLength(text));
  if (size !== undefined) return { problems: [{ file, line: 1, column: 1, path: '', message: size }] };
  try {
    const [document, second] = compose(text, lines);
    if (document === undefined) return { problems: [problem(0, 'is empty')] };
    const refused = (refusals: readonly Refusal[]) =>
      refusals.map(({ offset, message, path }) => problem(offset, message, formatPath(path)));
    const faults = [...document.errors, ...document.warnings];
    const unreadable = [
      ...faults.map((fault) => problem(fault.pos[0], inOurWords(fault))),
      ...(second?.range ? [problem(second.range[0], 'begins a second document: one dossier a file')] : []),
      ...refused(aliasesIn(document)),
    ];
    if (unreadable.length > 0) return { problems: inReadingOrder(unreadable) };
    const at: ProblemAt = (path, message, which = 'VALUE') =>
      problem(placeIn(document, path, which), message, formatPath(path));
    return { data: document.toJS({ maxAliasCount: 0 }), at, problems: refused(repeatsIn(document)) };
  } catch (error) {
    if (error instanceof TooDeepError) return { problems: [problem(error.offset, error.message)] };
    throw error;
  }
}

class TooDeepError extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super(`is nested more than ${maxDepth} deep, and no dossier is`);
    this.offset = offset;
  }
}

// `parseDocument` composes whatever it meets; taken apart, the depth is known before anything is composed.
function compose(text: string, lineCounter: LineCounter): Document.Parsed[] {
  // Keys are compared in `repeatsIn`: the package compares each with every other.
  const options = { stringKeys: true, uniqueKeys: false, resolveKnownTags: false } as const;
  return [...new Composer({ ...options, lineCounter }).compose(tokens(text, lineCounter), true, text.length)];
}

function* tokens(text: string, lineCounter: LineCounter) {
  const parser = new Parser(lineCounter.addNewLine);
  lineCounter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maxDepth) throw new TooDeepError(parser.offset);
  }
  yield* parser.end();
}

function inOurWords({ code, message }: YAMLError): string {
  if (code === 'NON_STRING_KEY') return 'is not a key: a key is one word';
  if (code === 'TAG_RESOLVE_FAILED') return `${message}: a dossier takes no tags, leave it out`;
  return `is not YAML: ${message}`;
}
