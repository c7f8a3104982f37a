/** The rows of a CSV text, after RFC 4180. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (value.lastIndex < text.length) {
    const [, quoted, plain = '', end] = value.exec(text) ?? [];
    if (end === undefined) throw new Error(`This is no CSV: ${text}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** An element of XML. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: XmlElement[];
  text: string;
};

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '?');

/** The root of an XML text. Strict: what is not well-formed throws. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  const token = /<\?[^>]*\?>|<\/([\w.]+)>|<([\w.]+)((?: [\w.:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (!found) throw new Error('This is no XML.');
    const [, closing, name, list = '', empty, words] = found;
    const parent = open.at(-1) ?? root;
    if (words !== undefined) {
      if (/&(?!(amp|lt|gt|quot);)/.test(words)) throw new Error(`Not escaped: ${words}`);
      parent.text += unescaped(words);
    } else if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new Error(`${closing} closes something else.`);
    } else if (name !== undefined) {
      const attributes = Object.fromEntries(
        [...list.matchAll(/ ([\w.:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key,
          unescaped(value),
        ]),
      );
      const element = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || !root.children[0]) throw new Error('Something is not closed.');
  return root.children[0];
}
