/** A text within XML. What XML cannot say at all is left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no XML document may contain
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** An element of XML with its attributes and what is within. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number },
  within: string | readonly string[] = '',
): string {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inner = typeof within === 'string' ? within : within.join('');
  return inner ? `<${name}${list}>${inner}</${name}>` : `<${name}${list}/>`;
}
