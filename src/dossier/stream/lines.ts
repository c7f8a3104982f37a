import { decodeUtf8 } from '../utf8.ts';
import { maxDossierBytes } from '../yaml.ts';

/** A line of a stream: its number, from 1, and how many bytes the stream has had with its end. */
export type Line = { readonly number: number; readonly bytes: number } & LineContent;

/** The text of a line, or why it cannot be read. */
type LineContent = { readonly text: string } | { readonly fault: string };

const newline = 0x0a;

/**
 * The lines of a stream that say something, one after another: memory holds one of them, and no more of one that is
 * longer than any dossier may be.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let [number, bytes] = [1, 0];
  let pending: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    length += part.length;
    bytes += part.length;
    if (length <= maxDossierBytes) pending.push(part);
  };
  const line = (): Line[] => {
    const content = length > maxDossierBytes ? tooLong : contentOf(Buffer.concat(pending));
    pending = [];
    length = 0;
    const isBlank = 'text' in content && content.text.trim() === '';
    return isBlank ? [] : [{ number, bytes, ...content }];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      keep(chunk.subarray(from, end));
      bytes += 1;
      yield* line();
      number += 1;
      from = end + 1;
    }
    keep(chunk.subarray(from));
    if (length > maxDossierBytes) break;
  }
  yield* line();
}

const tooLong = {
  fault: `is longer than ${maxDossierBytes / 1_000_000} MB: a line holds one dossier, as JSON`,
};

function contentOf(bytes: Uint8Array): LineContent {
  const text = decodeUtf8(bytes);
  return text === undefined ? { fault: 'is not UTF-8: save it as UTF-8' } : { text };
}
