import fc from 'fast-check';
import type { Camera } from 'sigma';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Colours } from '../../web/src/graph/colours.ts';
import { csvOf } from '../../web/src/graph/export/csv.ts';
import { graphmlOf } from '../../web/src/graph/export/graphml.ts';
import { svgOf } from '../../web/src/graph/export/svg.ts';
import { placeLabels } from '../../web/src/graph/labels.ts';
import { type Body, edgeLength, heats, placed, step } from '../../web/src/graph/layout.ts';
import { shiftsOf } from '../../web/src/graph/look.ts';
import { type GraphEdge, type Model, momentsOf, stateOf } from '../../web/src/graph/model.ts';
import { Motion } from '../../web/src/graph/motion.ts';
import { distanceTo } from '../../web/src/graph/nearest-edge.ts';
import { parseCsv, parseXml, type XmlElement } from './parse.ts';

const edge = (id: string, source: string, target: string, rest: Partial<GraphEdge> = {}): GraphEdge => ({
  id,
  source,
  target,
  type: 'FOUNDED',
  label: 'founded',
  position: null,
  since: null,
  until: null,
  attested: [],
  ...rest,
});
const node = (slug: string, name = slug, kind: 'PERSON' | 'ORGANIZATION' = 'PERSON') => ({
  id: slug,
  slug,
  kind,
  name,
  degree: 1,
  hasMore: false,
});
const since = { edtf: '2015-12', label: 'December 2015', earliest: '2015-12-01', latest: '2015-12-31' };

describe('the layout', () => {
  const links = [
    { source: 'a', target: 'b' },
    { source: 'a', target: 'c' },
    { source: 'c', target: 'd' },
  ];

  it('gives everybody a place, the same each time, and new ones beside their parent', () => {
    const first = placed(['a', 'b', 'c'], links, new Map());
    expect(first).toEqual(placed(['a', 'b', 'c'], links, new Map()));
    const next = placed(['a', 'b', 'c', 'd'], links, first);
    for (const [slug, place] of first) expect(next.get(slug)).toEqual(place);
    const [c, d] = [next.get('c'), next.get('d')];
    expect(Math.hypot((c?.x ?? 0) - (d?.x ?? 0), (c?.y ?? 0) - (d?.y ?? 0))).toBeLessThan(1.5 * edgeLength);
  });

  it('leaves what is pinned where it is, and parts what is free', () => {
    const bodies = new Map<string, Body>([
      ['a', { x: 0, y: 0, pinned: true }],
      ['b', { x: 1, y: 0, pinned: false }],
      ['c', { x: 1, y: 0, pinned: false }],
    ]);
    for (const heat of heats(3)) step(bodies, links, heat);
    expect(bodies.get('a')).toMatchObject({ x: 0, y: 0 });
    const [b, c] = [bodies.get('b'), bodies.get('c')];
    expect(Math.hypot((b?.x ?? 0) - (c?.x ?? 0), (b?.y ?? 0) - (c?.y ?? 0))).toBeGreaterThan(edgeLength / 2);
  });

  it('keeps all numbers finite, whatever the graph', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const some = fc.array(fc.record({ source: names, target: names }), { maxLength: 20 });
    fc.assert(
      fc.property(some, (links) => {
        const bodies = new Map<string, Body>(
          [...placed(['a', 'b', 'c', 'd', 'e', 'f'], links, new Map())].map(([slug, place]) => [
            slug,
            { ...place, pinned: false },
          ]),
        );
        for (const heat of heats(6)) step(bodies, links, heat);
        for (const { x, y } of bodies.values()) expect(Math.abs(x) + Math.abs(y)).toBeLessThan(10_000);
      }),
    );
  });
});

describe('labels', () => {
  it('never touch one another, and the weightiest has one', () => {
    const wanting = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 500 }),
        y: fc.integer({ min: 0, max: 400 }),
        radius: fc.integer({ min: 4, max: 20 }),
        width: fc.integer({ min: 10, max: 200 }),
        weight: fc.integer({ min: 0, max: 50 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(wanting, (all) => {
        const named = all.map((one, index) => ({ ...one, key: String(index), text: String(index) }));
        const labels = placeLabels(named, 100);
        expect(labels.length).toBeGreaterThan(0);
        const boxes = labels.map(({ key, x, y }) => ({ x, y, width: named[Number(key)]?.width ?? 0 }));
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            expect(
              Math.abs(one.y - other.y) >= 17.9 ||
                one.x + one.width <= other.x ||
                other.x + other.width <= one.x,
            ).toBe(true);
      }),
    );
  });
});

describe('edges', () => {
  it('several between the same two lie side by side, whichever way they go', () => {
    const shifts = shiftsOf([
      edge('1', 'a', 'b'),
      edge('2', 'b', 'a'),
      edge('3', 'a', 'b'),
      edge('4', 'a', 'c'),
    ]);
    expect(shifts.get('4')).toBe(0);
    // From b to a, aside is on the other side.
    const aside = [shifts.get('1') ?? 0, -(shifts.get('2') ?? 0), shifts.get('3') ?? 0];
    expect(new Set(aside).size).toBe(3);
  });

  it('are found by where one clicks, beside their line too', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(distanceTo({ x: 50, y: 3 }, from, to, 0)).toBe(3);
    expect(distanceTo({ x: 150, y: 0 }, from, to, 0)).toBe(50);
    expect(distanceTo({ x: 50, y: -8 }, from, to, 8)).toBe(0);
  });

  it('on a day they are what the service says of that day, and without a day nothing', () => {
    const certainties = new Map([
      ['1', 'CERTAIN'],
      ['2', 'NO'],
    ] as const);
    expect(['1', '2', '3'].map((id) => stateOf(id, certainties))).toEqual(['certain', 'gone', 'possible']);
    expect(stateOf('1', undefined)).toBe('plain');
  });

  it('the moments are the days from which on it may be otherwise: after an end, and after a day alone', () => {
    expect(
      momentsOf([
        edge('1', 'a', 'b', { since, attested: ['2019-07-24'] }),
        edge('2', 'a', 'b', { until: since }),
      ]),
    ).toEqual(['2015-12-01', '2015-12-02', '2015-12-31', '2016-01-01', '2019-07-24', '2019-07-25']);
  });
});

const odd = 'Ända & <b> "오픈", AI\n=1+1';
const model: Model = {
  nodes: [node('a', odd), node('b', '오픈AI', 'ORGANIZATION')],
  edges: [
    edge('e1', 'a', 'b', { since, label: 'founded, "truly"' }),
    edge('e2', 'a', 'b', { position: '=HYPERLINK("x")', attested: ['2019-07-24', '2019-07-25'] }),
  ],
};
const certainties = new Map([
  ['e1', 'CERTAIN'],
  ['e2', 'POSSIBLE'],
] as const);

describe('what is saved', () => {
  it('CSV has a line for each relationship, and nothing that a spreadsheet would run', () => {
    const [head, ...rows] = parseCsv(csvOf(model, certainties));
    expect(rows.length).toBe(2);
    const rowOf = (index: number) =>
      Object.fromEntries((head ?? []).map((name, at) => [name, rows[index]?.[at]]));
    expect(rowOf(0)).toMatchObject({
      id: 'e1',
      source: 'a',
      source_name: odd,
      target_name: '오픈AI',
      label: 'founded, "truly"',
      since: '2015-12',
      until: '',
      held: 'certain',
    });
    expect(rowOf(1)).toMatchObject({
      position: '\'=HYPERLINK("x")',
      attested: '2019-07-24 2019-07-25',
      held: 'possible',
    });
  });

  it('CSV of any text reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const text = csvOf({ nodes: [node('a', name), node('b')], edges: [edge('e', 'a', 'b')] }, undefined);
        const read = parseCsv(text)[1]?.[2];
        expect(/^[=+\-@\t\r]/.test(name) ? read?.slice(1) : read).toBe(name);
      }),
    );
  });

  it('GraphML has every node and edge with its data', () => {
    const graph = childrenOf(parseXml(graphmlOf(model, certainties)), 'graph')[0];
    if (!graph) throw new Error('no graph');
    expect(childrenOf(graph, 'node').map(({ attributes }) => attributes.id)).toEqual(['a', 'b']);
    expect(dataOf(childrenOf(graph, 'node')[0])).toEqual({ n_name: odd, n_kind: 'PERSON' });
    expect(childrenOf(graph, 'edge').map(({ attributes }) => [attributes.source, attributes.target])).toEqual(
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    );
    expect(dataOf(childrenOf(graph, 'edge')[0])).toMatchObject({ e_since: '2015-12', e_held: 'certain' });
  });

  it('SVG is a document with every node, dashed where it is possible, and hidden where that is asked for', () => {
    const colours = new Proxy({} as Colours, { get: () => 'rgb(1, 2, 3)' });
    const picture = {
      model,
      colours,
      places: new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: 200, y: 100 }],
      ]),
      font: 'sans-serif',
      widthOf: (text: string) => text.length * 8,
    };
    const marking = {
      certainties,
      hideGone: true,
      selectedNode: undefined,
      selectedEdge: undefined,
      path: new Set<string>(),
      centres: ['a'],
    };
    const svg = parseXml(svgOf({ ...picture, marking }));
    expect(svg.attributes.viewBox).toBe('-60 -60 320 220');
    const lines = all(svg, 'line');
    expect(lines.map(({ attributes }) => [attributes['data-state'], attributes['stroke-dasharray']])).toEqual(
      [
        ['certain', undefined],
        ['possible', '5 4'],
      ],
    );
    expect(all(svg, 'text').map(({ text }) => text)).toContain('오픈AI');
    const gone = svgOf({
      ...picture,
      marking: {
        ...marking,
        certainties: new Map([
          ['e1', 'NO'],
          ['e2', 'NO'],
        ] as const),
      },
    });
    expect(all(parseXml(gone), 'line')).toEqual([]);
  });
});

const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === name);
const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const dataOf = (element: XmlElement | undefined) =>
  Object.fromEntries((element?.children ?? []).map(({ attributes, text }) => [attributes.key, text]));

describe('whether the view moves', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function watched() {
    const steps: (() => void)[] = [];
    const rest = vi.fn();
    const camera = { on: (_: string, step: () => void) => steps.push(step) } as unknown as Camera;
    const motion = new Motion(camera, rest);
    return { motion, rest, step: () => steps.at(0)?.() };
  }

  it('it does between steps that follow one another, however slowly they are drawn, and then rests once', () => {
    const { motion, rest, step } = watched();
    expect(motion.isMoving).toBe(false);
    for (let turn = 0; turn < 5; turn += 1) {
      step();
      vi.advanceTimersByTime(150);
      expect(motion.isMoving).toBe(true);
    }
    expect(rest).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(motion.isMoving).toBe(false);
    expect(rest).toHaveBeenCalledTimes(1);
  });

  it('waits the longer for rest, the longer it takes to draw everything', () => {
    const { motion, rest, step } = watched();
    motion.took(300);
    step();
    vi.advanceTimersByTime(850);
    expect(motion.isMoving).toBe(true);
    vi.advanceTimersByTime(100);
    expect(rest).toHaveBeenCalledTimes(1);
    // What is fast needs no longer than a hand does.
    motion.took(20);
    step();
    vi.advanceTimersByTime(200);
    expect(motion.isMoving).toBe(false);
  });

  it('and not once it has been let go of', () => {
    const { motion, rest, step } = watched();
    step();
    motion.stop();
    vi.advanceTimersByTime(1_000);
    expect(motion.isMoving).toBe(false);
    expect(rest).not.toHaveBeenCalled();
  });
});
