/** Numbers texts from 0 up in the order they come; each has one number. */
export class Numbered {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.numberOf(text);
  }

  /** The texts, each at the place of its number. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The number of a text; undefined where it has none. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  /** The number of a text, given now if it has none. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }
}
