import { formatPath, type ProblemAt } from '../problem.ts';
import { type ReadDossier, readData } from '../read.ts';
import { readYaml } from '../yaml.ts';
import type { Line } from './lines.ts';

/** Reads a line of a stream: a dossier as JSON. `file` is the name that problems carry. */
export function readLine(line: Line, file: string): ReadDossier {
  const refused = (message: string, column = 1) => ({
    problems: [{ file, line: line.number, column, path: '', message }],
  });
  if ('fault' in line) return refused(line.fault);
  try {
    const at = placesIn(line.text, file, line.number);
    const { dossier, problems } = readData(JSON.parse(line.text), at);
    return dossier && problems.length === 0 ? { dossier, at } : { problems };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The engine's words are about characters; where they stand says more.
    const [, position = '0'] = /at position (\d+)/.exec(error.message) ?? [];
    return refused('is not JSON: a line holds one dossier, as JSON', Number(position) + 1);
  }
}

/** What makes problems of places in a line. JSON is YAML too, whose reader knows columns; most lines need none. */
function placesIn(text: string, file: string, line: number): ProblemAt {
  let read: ProblemAt | undefined;
  return (path, message, which) => {
    read ??=
      readYaml(text, file).at ??
      ((where, what) => ({ file, line, column: 1, path: formatPath(where), message: what }));
    return { ...read(path, message, which), line };
  };
}
