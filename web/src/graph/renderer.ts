import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Colours } from './colours.ts';
import { sparedWhile } from './edge-program.ts';
import { drawLabels } from './label-layer.ts';
import { type Body, heats, type Places, placed, step } from './layout.ts';
import { dense, edgeLook, type Marking, nodeLook, shiftsOf } from './look.ts';
import type { Model } from './model.ts';
import { Motion, timeFrames } from './motion.ts';
import { nearestEdge } from './nearest-edge.ts';
import { plainWhile, shapes } from './node-program.ts';
import { watchPointer } from './pointing.ts';

/** What the reader does on the canvas. */
export type Doings = {
  readonly onNode: (slug: string) => void;
  readonly onEdge: (id: string) => void;
  readonly onNothing: () => void;
};

/** How long one frame may spend on the layout, in milliseconds. */
const budget = 8;
/** So many nodes keep their names while a large graph moves. */
const mostMoving = 60;
/** The layers of sigma in which nothing of ours is drawn: the label layer has the names. */
const unused = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const;
/** With more nodes than this the layout is not shown while it settles: each frame of it would be late. */
const manyNodes = 1_500;

/** Draws a model with sigma. Nodes keep their places for as long as they are there; new ones settle beside them. */
export class Renderer {
  readonly #graph = new MultiDirectedGraph();
  readonly #sigma: Sigma;
  readonly #still: boolean;
  readonly #motion: Motion;
  #model: Model = { nodes: [], edges: [] };
  #places: Places = new Map();
  #frame = 0;
  #colours: Colours;

  /** `still` where the reader asked for less motion. Throws where the browser has no WebGL. */
  constructor(
    container: HTMLElement,
    colours: Colours,
    { onNode, onEdge, onNothing }: Doings,
    still: boolean,
  ) {
    this.#still = still;
    this.#colours = colours;
    this.#sigma = new Sigma(this.#graph, container, {
      nodeProgramClasses: { entity: plainWhile(() => this.#isSparing) },
      edgeProgramClasses: { relationship: sparedWhile(() => this.#isSparing) },
      defaultNodeType: 'entity',
      defaultEdgeType: 'relationship',
      renderLabels: false,
      // Sigma's own picture of what is pointed at would cover the shapes; the label layer names it.
      defaultDrawNodeHover: () => {},
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      stagePadding: 56,
      zIndex: true,
      allowInvalidContainer: true,
      zoomDuration: still ? 0 : 200,
    });
    // Sigma clears these with every frame, which is work for the browser as long as they are on the page.
    for (const layer of unused) this.#sigma.getCanvases()[layer]?.style.setProperty('display', 'none');
    this.#sigma.createCanvas('names', { afterLayer: 'nodes', style: { pointerEvents: 'none' } });
    watchPointer(this.#sigma, {
      click: (node, at) => {
        const edge = node ? undefined : nearestEdge(this.#sigma, at);
        if (node) onNode(node);
        else if (edge) onEdge(edge);
        else onNothing();
      },
      point: (node) => this.#point(node),
    });
    this.#motion = new Motion(this.#sigma.getCamera(), () => {
      this.#sigma.scheduleRender();
      this.#time();
    });
    this.#sigma.on('afterRender', () => this.#label());
  }

  #pointed: string | undefined;
  /** The nodes with most relationships: those that keep their names while a large graph moves. */
  #ranked: readonly string[] = [];

  /**
   * What thousands of edges, names and shapes cost is spared while the view moves: they come back as soon as it rests.
   */
  get #isSparing(): boolean {
    return this.#motion.isMoving && this.#model.edges.length > dense;
  }

  #point(node: string | undefined): void {
    if (node === this.#pointed) return;
    this.#pointed = node;
    this.#sigma.getContainer().style.cursor = node ? 'pointer' : '';
    this.#label();
  }

  #label(): void {
    const only = this.#isSparing ? this.#ranked : undefined;
    drawLabels(this.#sigma, this.#graph, this.#colours, { pointed: this.#pointed, only });
  }

  /** Shows a model. */
  show(model: Model, marking: Marking, colours: Colours): void {
    this.#colours = colours;
    if (model !== this.#model) this.#arrange(model);
    this.mark(marking, colours);
  }

  /** Makes what is there look otherwise. */
  mark(marking: Marking, colours: Colours): void {
    this.#colours = colours;
    const shifts = shiftsOf(this.#model.edges);
    for (const node of this.#model.nodes) {
      const { sort, ...look } = nodeLook(node, this.#model, marking, colours);
      this.#graph.mergeNodeAttributes(node.slug, { ...look, shape: shapes[sort], label: node.name });
    }
    for (const edge of this.#model.edges) {
      if (!this.#graph.hasEdge(edge.id)) continue;
      const { state, ...look } = edgeLook(edge, shifts.get(edge.id) ?? 0, this.#model, marking, colours);
      this.#graph.mergeEdgeAttributes(edge.id, { ...look, state, zIndex: state === 'gone' ? 0 : 1 });
    }
    this.#ranked = [...this.#model.nodes]
      .sort((a, b) => b.degree - a.degree)
      .slice(0, mostMoving)
      .map(({ slug }) => slug);
    this.#sigma.refresh();
    this.#time();
  }

  /** Tells how long it takes to draw what is to be drawn now, unless it is left because the view moves. */
  #time(): void {
    timeFrames((milliseconds) => {
      if (!this.#motion.isMoving) this.#motion.took(milliseconds);
    });
  }

  #arrange(model: Model): void {
    this.#model = model;
    const before = new Set(this.#graph.nodes());
    const slugs = model.nodes.map(({ slug }) => slug);
    const known: Places = new Map(
      slugs.flatMap((slug) => {
        const place = before.has(slug) && this.#places.get(slug);
        return place ? [[slug, place] as const] : [];
      }),
    );
    const links = model.edges;
    this.#places = placed(slugs, links, known);
    this.#graph.clear();
    for (const { slug } of model.nodes) this.#graph.addNode(slug, { ...this.#places.get(slug), size: 8 });
    for (const { id, source, target } of links)
      if (this.#graph.hasNode(source) && this.#graph.hasNode(target))
        this.#graph.addDirectedEdgeWithKey(id, source, target);
    this.#settle(known);
  }

  /** Lets the new nodes find room among the old, which stay where they are. */
  #settle(known: Places): void {
    cancelAnimationFrame(this.#frame);
    const bodies = new Map<string, Body>();
    for (const { slug } of this.#model.nodes) {
      const place = this.#places.get(slug);
      if (place) bodies.set(slug, { ...place, pinned: known.has(slug) });
    }
    const rest = heats(bodies.size);
    // What is laid out for the first time is fitted to the screen; afterwards the screen stays as it is.
    const first = known.size === 0;
    let next = 0;
    const work = (until: () => boolean) => {
      for (; next < rest.length && !until(); next += 1) step(bodies, this.#model.edges, rest[next] ?? 0);
    };
    const put = () => {
      for (const [slug, { x, y }] of bodies) this.#places.set(slug, { x, y });
      this.#graph.updateEachNodeAttributes(
        (slug, attributes) => ({ ...attributes, ...this.#places.get(slug) }),
        {
          attributes: ['x', 'y'],
        },
      );
      if (first) this.#fitBox();
    };
    const calm = this.#still || first;
    const settled = (yes: boolean) => {
      this.#sigma.getContainer().dataset.settled = String(yes);
    };
    if (calm && bodies.size <= manyNodes) {
      work(() => false);
      put();
      settled(true);
      return;
    }
    settled(false);
    put();
    const frame = () => {
      const end = performance.now() + budget;
      work(() => performance.now() > end);
      if (next >= rest.length || bodies.size <= manyNodes) put();
      if (next < rest.length) this.#frame = requestAnimationFrame(frame);
      else settled(true);
    };
    this.#frame = requestAnimationFrame(frame);
  }

  /** The box that fills the screen. It is fixed, as else every new node at the rim would move all others. */
  #fitBox(): void {
    const places = [...this.#places.values()];
    if (places.length === 0) return;
    const extent = (values: readonly number[]): [number, number] => {
      // Not by spreading: thousands of arguments are too many.
      const least = values.reduce((a, b) => Math.min(a, b));
      const greatest = values.reduce((a, b) => Math.max(a, b));
      return greatest - least < 1 ? [least - 100, greatest + 100] : [least, greatest];
    };
    this.#sigma.setCustomBBox({ x: extent(places.map(({ x }) => x)), y: extent(places.map(({ y }) => y)) });
  }

  /** Shows all. */
  fit(): void {
    this.#fitBox();
    this.#sigma.refresh();
    void this.#sigma.getCamera().animatedReset({ duration: this.#still ? 0 : 300 });
  }

  /** Comes closer (a factor below 1) or goes farther. */
  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate(
      { ratio: camera.getBoundedRatio(camera.ratio * factor) },
      { duration: this.#still ? 0 : 200 },
    );
  }

  /** Brings a node into view, if it is not. */
  bring(slug: string): void {
    const data = this.#sigma.getNodeDisplayData(slug);
    if (!data) return;
    const { x, y } = this.#sigma.framedGraphToViewport(data);
    const { width, height } = this.#sigma.getDimensions();
    if (x > 20 && y > 20 && x < width - 20 && y < height - 20) return;
    void this.#sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: this.#still ? 0 : 300 });
  }

  /** Where each node is, in pixels of the screen, for what is saved as a picture. */
  placesOnScreen(): Places {
    const places: Places = new Map();
    for (const slug of this.#graph.nodes()) {
      const data = this.#sigma.getNodeDisplayData(slug);
      if (data) places.set(slug, this.#sigma.framedGraphToViewport(data));
    }
    return places;
  }

  /** Lets go of everything. */
  kill(): void {
    cancelAnimationFrame(this.#frame);
    this.#motion.stop();
    this.#sigma.kill();
  }
}
