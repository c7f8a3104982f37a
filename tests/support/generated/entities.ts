import { type EntityKind, legalForms } from '../../../src/model/vocabulary.ts';
import type { Random } from './random.ts';

/** What is made up of an entity: the same in every dossier that names it, except that not all know all of its names. */
export type MadeEntity = {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: { readonly en?: string; readonly ko?: string };
  readonly aliases: readonly string[];
  readonly legalForm?: keyof typeof legalForms;
};

const kinds: readonly EntityKind[] = [
  'Person',
  'Person',
  'Organization',
  'Organization',
  'Product',
  'Concept',
];
const latin = ['Ara', 'Bo', 'Chan', 'Dae', 'Eun', 'Ga', 'Hana', 'In'];
const hangul = ['아라', '보', '찬', '대', '은', '가', '하나', '인'];

/** Makes up entities: names in either language or both, many of them shared; the first is an organization. */
export function madeEntities(count: number, random: Random): MadeEntity[] {
  return Array.from({ length: count }, (_, place): MadeEntity => {
    const kind = place === 0 ? 'Organization' : random.pick(kinds);
    const [first, second] = [random.below(latin.length), random.below(latin.length)];
    const en = `${latin[first]} ${latin[second]}`;
    const ko = `${hangul[first]}${hangul[second]}`;
    return {
      id: `${kind.toLowerCase()}-${place}`,
      kind,
      name: random.pick([{ en }, { ko }, { en, ko }, { en, ko }]),
      aliases: random.chance(0.2) ? [`${latin[second]}-${place}`] : [],
      ...(kind === 'Organization' &&
        random.chance(0.5) && {
          legalForm: random.pick(Object.keys(legalForms) as (keyof typeof legalForms)[]),
        }),
    };
  });
}
