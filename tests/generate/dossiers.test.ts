import { describe, expect, it } from 'vitest';
import { planGraph } from '../../src/dossier/plan.ts';
import { readDossier } from '../../src/dossier/read.ts';
import { amountsOf } from '../../src/generate/amounts.ts';
import { generateDossiers } from '../../src/generate/dossiers.ts';
import { eventKinds } from '../../src/model/events.ts';
import { relationshipTypes } from '../../src/model/vocabulary.ts';

const amounts = amountsOf({ things: 4_000 });
const dossiers = [...generateDossiers(1, amounts)];

describe('made-up dossiers', { timeout: 60_000 }, () => {
  it('are the same for the same seed, and others for another', () => {
    const some = amountsOf({ things: 200 });
    expect([...generateDossiers(1, some)]).toEqual([...generateDossiers(1, some)]);
    expect([...generateDossiers(1, some)]).not.toEqual([...generateDossiers(2, some)]);
  });

  it('pass every check that written ones do', () => {
    const problems = dossiers.flatMap((dossier) => {
      const read = readDossier(JSON.stringify(dossier), dossier.article.id);
      return 'problems' in read ? read.problems : [];
    });
    expect(problems).toEqual([]);
  });

  it('are as many things as asked for, of every kind and type, with hubs, and dates that say little', () => {
    const plan = planGraph(dossiers);
    const { articles, passages, entities, events, descriptions, relationships } = plan;
    const things = [articles, passages, entities, events, descriptions].flat().length;
    expect(things).toBeGreaterThan(3_600);
    expect(things).toBeLessThan(4_400);
    expect(Math.abs(relationships.length - amounts.relationships)).toBeLessThan(amounts.relationships / 20);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(Object.keys(eventKinds)));
    expect(new Set(relationships.map(({ type }) => type))).toEqual(new Set(Object.keys(relationshipTypes)));
    const degrees = new Map<string, number>();
    for (const { from, to } of relationships)
      for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    expect(Math.max(...degrees.values())).toBeGreaterThan(100);
    expect(events.filter(({ properties }) => properties.dateEdtf === null).length).toBeGreaterThan(20);
    expect(relationships.filter(({ properties }) => properties.history !== null).length).toBeGreaterThan(5);
  });

  it('are as many of each sort as asked for', () => {
    const some = amountsOf({ people: 40, organizations: 30, events: 90, relationships: 200 });
    const plan = planGraph([...generateDossiers(3, some)]);
    const count = (kind: string) => plan.entities.filter((entity) => entity.kind === kind).length;
    expect([count('Person'), count('Organization'), plan.events.length]).toEqual([40, 30, 90]);
  });
});
