import type { RefObject } from 'react';
import { useText } from '../i18n/language.tsx';
import { coloursOf } from './colours.ts';
import { csvOf } from './export/csv.ts';
import { graphmlOf } from './export/graphml.ts';
import { pngOf } from './export/png.ts';
import { save } from './export/save.ts';
import { svgOf } from './export/svg.ts';
import { type Body, edgeLength, heats, type Places, placed, step } from './layout.ts';
import type { Marking } from './look.ts';
import type { Model } from './model.ts';
import type { Renderer } from './renderer.ts';

type ExportMenuProps = {
  readonly model: Model;
  readonly marking: Marking;
  readonly renderer: RefObject<Renderer | null>;
};

const formats = ['PNG', 'SVG', 'CSV', 'GraphML'] as const;
type Format = (typeof formats)[number];

/** Saves what is drawn, as a picture or as data. */
export function ExportMenu({ model, marking, renderer }: ExportMenuProps) {
  const { graph } = useText();
  const svg = () => {
    const { fontFamily } = getComputedStyle(document.body);
    return svgOf({
      model,
      marking,
      colours: coloursOf(document.body),
      places: renderer.current?.placesOnScreen() ?? settled(model),
      font: fontFamily,
      widthOf: measure(fontFamily),
    });
  };
  const saving = async (format: Format) =>
    save(`throughline.${format.toLowerCase()}`, await contentOf(format, svg, { model, marking }));
  return (
    <fieldset className="choices graph-export">
      <legend className="visually-hidden">{graph.save}</legend>
      <span aria-hidden="true">{graph.save}</span>
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          aria-label={graph.saveAs(format)}
          onClick={() => void saving(format)}
        >
          {format}
        </button>
      ))}
    </fieldset>
  );
}

async function contentOf(
  format: Format,
  svg: () => string,
  { model, marking }: Pick<ExportMenuProps, 'model' | 'marking'>,
): Promise<Blob> {
  const text = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` });
  switch (format) {
    case 'PNG':
      return pngOf(svg());
    case 'SVG':
      return text(svg(), 'image/svg+xml');
    case 'CSV':
      // The mark at the beginning tells a spreadsheet that what follows is UTF-8.
      return text(`\ufeff${csvOf(model, marking.certainties)}`, 'text/csv');
    case 'GraphML':
      return text(graphmlOf(model, marking.certainties), 'application/xml');
  }
}

function measure(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `550 13px ${font}`;
  return (text) => context?.measureText(text).width ?? text.length * 10;
}

/** Where nodes would be: for who has the table, or no WebGL, and saves a picture. */
function settled({ nodes, edges }: Model): Places {
  const slugs = nodes.map(({ slug }) => slug);
  const bodies = new Map<string, Body>(
    [...placed(slugs, edges, new Map())].map(([slug, place]) => [slug, { ...place, pinned: false }]),
  );
  for (const heat of heats(bodies.size)) step(bodies, edges, heat);
  const scale = 140 / edgeLength;
  return new Map([...bodies].map(([slug, { x, y }]) => [slug, { x: x * scale, y: y * scale }]));
}
