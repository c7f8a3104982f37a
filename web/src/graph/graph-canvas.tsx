import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { Nothing } from '../components/states.tsx';
import { useText } from '../i18n/language.tsx';
import { useTheme } from '../theme/theme.ts';
import { coloursOf } from './colours.ts';
import type { Marking } from './look.ts';
import type { Model } from './model.ts';
import { type Doings, Renderer } from './renderer.ts';

type GraphCanvasProps = Doings & {
  readonly model: Model;
  readonly marking: Marking;
  /** Where the renderer is put for whoever saves what it shows. */
  readonly renderer: RefObject<Renderer | null>;
  /** What is shown where the browser cannot draw. */
  readonly instead: ReactNode;
};

/** The drawing. What can be done on it can also be done in the lists beside it, by keyboard and ear. */
export function GraphCanvas({
  model,
  marking,
  renderer,
  instead,
  onNode,
  onEdge,
  onNothing,
}: GraphCanvasProps) {
  const { graph } = useText();
  const container = useRef<HTMLDivElement>(null);
  const doings = useRef<Doings>({ onNode, onEdge, onNothing });
  doings.current = { onNode, onEdge, onNothing };
  const [broken, setBroken] = useState(false);
  const look = useLook();
  useEffect(() => {
    const { current } = container;
    if (!current) return undefined;
    try {
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      renderer.current = new Renderer(
        current,
        coloursOf(current),
        {
          onNode: (slug) => doings.current.onNode(slug),
          onEdge: (id) => doings.current.onEdge(id),
          onNothing: () => doings.current.onNothing(),
        },
        still,
      );
    } catch {
      // The browser has no WebGL, or no more of it to give.
      setBroken(true);
    }
    return () => {
      renderer.current?.kill();
      renderer.current = null;
    };
  }, [renderer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look has other colours, though they are read from the page
  useEffect(() => {
    if (container.current) renderer.current?.show(model, marking, coloursOf(container.current));
  }, [renderer, model, marking, look]);
  useEffect(() => {
    if (marking.selectedNode) renderer.current?.bring(marking.selectedNode);
  }, [renderer, marking.selectedNode]);
  if (broken)
    return (
      <>
        <Nothing title={graph.noWebgl}>{graph.noWebglHint}</Nothing>
        {instead}
      </>
    );
  return (
    <div className="drawing-frame">
      <div
        ref={container}
        className="graph-canvas"
        role="img"
        aria-label={graph.canvas(model.nodes.length, model.edges.length)}
      />
      <div className="graph-zoom" role="toolbar" aria-label={graph.toolbar}>
        <IconButton name={graph.zoomIn} path="M4 10h12M10 4v12" act={() => renderer.current?.zoom(1 / 1.6)} />
        <IconButton name={graph.zoomOut} path="M4 10h12" act={() => renderer.current?.zoom(1.6)} />
        <IconButton
          name={graph.fit}
          path="M3 7V3h4m6 0h4v4m0 6v4h-4m-6 0H3v-4"
          act={() => renderer.current?.fit()}
        />
      </div>
    </div>
  );
}

/** What the page looks like: changes whenever its colours do. */
function useLook(): string {
  const [theme] = useTheme();
  const [dark, setDark] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const change = () => setDark(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return `${theme} ${dark}`;
}
