/** The colours of the theme, as a canvas needs them. */
export type Colours = {
  readonly person: string;
  readonly organization: string;
  readonly product: string;
  readonly concept: string;
  readonly surface: string;
  readonly ink: string;
  readonly inkFaint: string;
  readonly line: string;
  readonly accent: string;
  readonly possible: string;
  readonly edge: string;
};

const tokens: { readonly [C in keyof Colours]: string } = {
  person: '--person',
  organization: '--organization',
  product: '--product',
  concept: '--concept',
  surface: '--surface',
  ink: '--ink',
  inkFaint: '--ink-faint',
  line: '--line',
  accent: '--accent',
  possible: '--possible',
  edge: '--line-strong',
};

/** Reads the colours of the theme within an element: only the browser knows what light-dark() means there. */
export function coloursOf(element: Element): Colours {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, read(token)]));
  probe.remove();
  return colours as Colours;
}
