const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** The font of the labels: what timeline.css gives them, so that they are as long as was measured. */
const fontSize = 13;

/** How many pixels a label is long. */
export function textWidth(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d');
    if (context) context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  }
  const width = Math.ceil(context?.measureText(text).width ?? text.length * fontSize) + 8;
  widths.set(text, width);
  return width;
}

/** As much of a label as there is room for. */
export function shortened(text: string, room: number): string {
  const width = textWidth(text);
  if (room >= width) return text;
  const letters = [...text];
  return `${letters
    .slice(0, Math.max(0, Math.floor((letters.length * room) / width) - 2))
    .join('')
    .trimEnd()}…`;
}
