import { endianness } from 'node:os';

/** The layout of what `packParts` writes, and of what is packed: raised whenever either changes. */
const version = 1;

/** Values made of records, numbers, lists of texts and lists of integers. */
export type Parts = number | Int32Array | readonly string[] | { readonly [name: string]: Parts };

/** A list of integers in the header: how many stand in the body, at which place. */
type Ints = { readonly ints: number; readonly at: number };

type Head = {
  readonly version: number;
  readonly endianness: string;
  readonly mark: string;
  readonly shape: Shape;
  /** How many integers the body has. */
  readonly size: number;
};

type Shape = number | Ints | readonly string[] | { readonly [name: string]: Shape };

// The body begins at a multiple of this, so that its integers can be read where they stand.
const alignment = 8;

/**
 * Packs parts, with a mark of what they were made from, into buffers to be written one after another: four bytes that
 * say how long the head is, the head as JSON, and all integers as they are in memory, since a hundred megabytes of
 * them are then read as fast as the disk gives them.
 */
export function packParts(parts: Parts, mark: string): Uint8Array[] {
  const body: Int32Array[] = [];
  let size = 0;
  const shapeOf = (part: Parts): Shape => {
    if (part instanceof Int32Array) {
      body.push(part);
      size += part.length;
      return { ints: part.length, at: size - part.length };
    }
    if (typeof part === 'number' || isTexts(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, shapeOf(inner)]));
  };
  const shape = shapeOf(parts);
  const head: Head = { version, endianness: endianness(), mark, shape, size };
  const text = Buffer.from(JSON.stringify(head));
  const padded = Math.ceil((4 + text.length) / alignment) * alignment - 4;
  const lead = Buffer.alloc(4 + padded, ' ');
  lead.writeUInt32LE(padded);
  text.copy(lead, 4);
  return [lead, ...body.map((ints) => new Uint8Array(ints.buffer, ints.byteOffset, ints.byteLength))];
}

/**
 * The parts that were packed with this mark; null where the mark or the layout is another, or something is missing.
 * Integers are read where they stand, so the bytes must begin a buffer of their own.
 */
export function unpackParts(bytes: Uint8Array, mark: string): Parts | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readHead(content);
  if (head?.version !== version || head.endianness !== endianness() || head.mark !== mark) return null;
  const start = 4 + content.readUInt32LE();
  if (content.length !== start + head.size * Int32Array.BYTES_PER_ELEMENT) return null;
  const { buffer, byteOffset } = content;
  const partOf = (shape: Shape): Parts => {
    if (typeof shape === 'number' || isTexts(shape)) return shape;
    const { ints, at } = shape as Ints;
    if (typeof ints === 'number')
      return new Int32Array(buffer, byteOffset + start + at * Int32Array.BYTES_PER_ELEMENT, ints);
    return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, partOf(inner)]));
  };
  return partOf(head.shape);
}

// `Array.isArray` does not tell a list that may not be changed from what is no list.
function isTexts(value: Parts | Shape): value is readonly string[] {
  return Array.isArray(value);
}

function readHead(content: Buffer): Head | null {
  if (content.length < 4) return null;
  try {
    return JSON.parse(content.toString('utf8', 4, 4 + content.readUInt32LE())) as Head;
  } catch {
    return null;
  }
}
