import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { planGraph } from '../../src/dossier/plan.ts';
import { readDossier } from '../../src/dossier/read.ts';
import { generateDossiers } from '../support/generated.ts';

const amounts = { entities: 220, relationships: 550, events: 80 };

// Planning hundreds of facts with fuzzy dates takes seconds on a busy machine.
describe('generated dossiers', { timeout: 60_000 }, () => {
  it('are the same for the same seed, and others for another', () => {
    expect(generateDossiers(1, amounts)).toEqual(generateDossiers(1, amounts));
    expect(generateDossiers(1, amounts)).not.toEqual(generateDossiers(2, amounts));
  });

  // What only reviewing a dossier refuses is made on purpose: a graph may hold it, by several articles together.
  const onPurpose = / joins two, | closes a circle of | says again what events/;

  it.each([1, 2, 3])('have no problems but those made on purpose (seed %i)', (seed) => {
    const problems = generateDossiers(seed, amounts).flatMap((dossier) => {
      const read = readDossier(stringify(dossier), dossier.article.id);
      return 'problems' in read ? read.problems : [];
    });
    expect(problems.filter(({ message }) => !onPurpose.test(` ${message}`))).toEqual([]);
    expect(problems.some(({ message }) => / joins two, /.test(message))).toBe(true);
  });

  it('have what makes graphs hard', () => {
    const { entities, relationships, events, participations } = planGraph(generateDossiers(1, amounts));
    expect(entities.length).toBe(220);
    expect(events.length).toBeGreaterThan(70);
    expect(relationships.length).toBeGreaterThan(550);
    const pairs = relationships.map(({ from, to }) => [from, to].sort().join());
    expect(pairs.length - new Set(pairs).size).toBeGreaterThan(30);
    expect(relationships.filter(({ from, to }) => from === to).length).toBeGreaterThan(0);
    expect(relationships.filter(({ properties }) => properties.sinceEdtf === null).length).toBeGreaterThan(
      50,
    );
    expect(relationships.filter(({ properties }) => properties.history !== null).length).toBeGreaterThan(30);
    expect(entities.filter(({ properties }) => properties.nameEn === null).length).toBeGreaterThan(20);
    expect(new Set(participations.map(({ from }) => from)).size).toBeGreaterThan(50);
  });
});
