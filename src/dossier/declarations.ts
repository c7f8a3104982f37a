import type { Dossier, EntityEntry } from './format.ts';
import { orderKey } from './merge.ts';

/** What one dossier says of an entity's names: a part of what all of them say together. */
export type Declaration = {
  /** The place of the dossier among all of them (see `orderKey`): the greatest is the newest. */
  readonly key: string;
  readonly en: string | null;
  readonly ko: string | null;
  readonly aliases: readonly string[];
  readonly legalForm: EntityEntry['legalForm'] | null;
};

/** What a dossier says of the names of one of its entities. */
export function declarationOf({ name, aliases, legalForm }: EntityEntry, dossier: Dossier): Declaration {
  const { en = null, ko = null } = name;
  return { key: orderKey(dossier), en, ko, aliases, legalForm: legalForm ?? null };
}

/**
 * Those declarations (newest first) that say what no newer one does. They are kept with the entity: together with what
 * comes later they give the same names as all there ever were, so that a dossier more does not need the others read.
 */
export function telling(declarations: readonly Declaration[]): Declaration[] {
  const given = new Set<string>();
  const isNew = ({ en, ko, aliases, legalForm }: Declaration) => {
    const said = [
      ...(en === null ? [] : ['en', `=${en}`]),
      ...(ko === null ? [] : ['ko', `=${ko}`]),
      ...(legalForm ? ['form'] : []),
      ...aliases.map((alias) => `=${alias}`),
    ];
    const before = given.size;
    for (const one of said) given.add(one);
    return given.size > before;
  };
  return declarations.filter(isNew);
}

/** A declaration as it is stored. */
export function declarationText({ key, en, ko, aliases, legalForm }: Declaration): string {
  return JSON.stringify([key, en, ko, aliases, legalForm]);
}

/** A stored declaration. */
export function readDeclaration(text: string): Declaration {
  const [key, en, ko, aliases, legalForm] = JSON.parse(text);
  return { key, en, ko, aliases, legalForm };
}
