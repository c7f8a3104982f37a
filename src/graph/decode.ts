/**
 * Gives a value its type; throws an Error that says what was expected where the value is not of it. Answers are decoded
 * by such functions, not by zod: an answer of a thousand columns took it longer than all else the service does.
 */
export type Decode<T> = (value: unknown) => T;

/** Decodes a text. */
export const text: Decode<string> = (value) => (typeof value === 'string' ? value : refuse('a text', value));

/** Decodes a whole number. */
export const whole: Decode<number> = (value) =>
  Number.isSafeInteger(value) ? (value as number) : refuse('a whole number', value);

/** Decodes true or false. */
export const truth: Decode<boolean> = (value) =>
  typeof value === 'boolean' ? value : refuse('true or false', value);

/** Decodes null, or what `decode` does. */
export function nullable<T>(decode: Decode<T>): Decode<T | null> {
  return (value) => (value === null ? null : decode(value));
}

/** Decodes one of some texts. */
export function oneOf<T extends string>(values: readonly T[]): Decode<T> {
  const known = new Set<unknown>(values);
  return (value) => (known.has(value) ? (value as T) : refuse(`one of ${values.join(', ')}`, value));
}

/** Decodes a list of what `decode` does. */
export function listOf<T>(decode: Decode<T>): Decode<T[]> {
  return (value) => {
    const list = values(value);
    const decoded: T[] = [];
    let place = 0;
    try {
      for (; place < list.length; place += 1) decoded.push(decode(list[place]));
    } catch (error) {
      throw within(place, error);
    }
    return decoded;
  };
}

/** Decodes a list of a certain length, each value by its own function. */
export function tupleOf<T extends readonly unknown[]>(
  ...decodes: { readonly [K in keyof T]: Decode<T[K]> }
): Decode<T> {
  return (value) => {
    const list = values(value, decodes.length);
    const decoded: unknown[] = [];
    let place = 0;
    try {
      for (; place < decodes.length; place += 1) decoded.push(decodes[place]?.(list[place]));
    } catch (error) {
      throw within(place, error);
    }
    return decoded as unknown as T;
  };
}

/** A list, of a certain length where one is given, whose values are yet to be decoded. */
export function values(value: unknown, length?: number): readonly unknown[] {
  if (!Array.isArray(value)) return refuse('a list', value);
  return length === undefined || value.length === length ? value : refuse(`a list of ${length}`, value);
}

/** The same error, which says that what it complains of stands at a place. */
export function within(place: string | number, error: unknown): unknown {
  if (error instanceof Error) error.message = `${place}: ${error.message}`;
  return error;
}

function refuse(expected: string, value: unknown): never {
  throw new Error(`expected ${expected}, found ${JSON.stringify(value) ?? 'nothing'}`);
}
