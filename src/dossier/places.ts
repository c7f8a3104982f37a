import { type EventKind, eventKinds, eventRule } from '../model/events.ts';
import { keysOf } from '../model/keys.ts';
import { type EntityKind, relationshipRule } from '../model/vocabulary.ts';
import type { Draft } from './draft.ts';
import { type DraftEvent, participationsIn } from './participations.ts';
import type { Path } from './problem.ts';
import { publicationId, republicationId } from './publications.ts';

/** What an id of a dossier can stand for. */
export type IdKind = 'Article' | EntityKind | EventKind;

/** A place that gives an id to something; `kind` is missing where the dossier gives none that is known. */
export type Declaration = { readonly id: string; readonly kind: IdKind | undefined; readonly path: Path };

/** A place that names something by its id, and the kinds of thing it takes there. */
export type Reference = {
  readonly id: string;
  readonly path: Path;
  readonly place: string;
  readonly takes: readonly IdKind[];
};

type MaybeReference = Omit<Reference, 'id'> & { readonly id: string | undefined };

const { PUBLISHER, AUTHOR, REPUBLISHER } = eventKinds.Publication.roles;

/** Every place that gives an id, in the order of the format. */
export function declarationsIn({ article, entities = [], events = [] }: Draft): Declaration[] {
  const all = [
    ...(article?.id === undefined ? [] : ofRecord(article.id, article.republished?.length ?? 0)),
    ...entities.map((entity, i) => ({ id: entity?.id, kind: entity?.kind, path: ['entities', i, 'id'] })),
    ...events.map((event, i) => ({ id: event?.id, kind: event?.kind, path: ['events', i, 'id'] })),
  ];
  return all.flatMap(({ id, ...rest }) => (id === undefined ? [] : [{ id, ...rest }]));
}

// The bibliographic record gives ids to the events of the article's own life too.
function ofRecord(id: string, republished: number): Declaration[] {
  return [
    { id, kind: 'Article', path: ['article', 'id'] },
    { id: publicationId(id), kind: 'Publication', path: ['article', 'published'] },
    ...Array.from({ length: republished }, (_, i): Declaration => {
      return { id: republicationId(id, i), kind: 'Publication', path: ['article', 'republished', i, 'by'] };
    }),
  ];
}

/** Every place that names something by its id. */
export function referencesIn({ article, events = [], relationships = [] }: Draft): Reference[] {
  const all: MaybeReference[] = [
    ...ofArticle(article),
    ...events.flatMap((event, i) => (event ? ofEvent(event, ['events', i]) : [])),
    ...relationships.flatMap((relationship, i) => ofRelationship(relationship, ['relationships', i])),
  ];
  return all.flatMap(({ id, ...rest }) => (id === undefined ? [] : [{ id, ...rest }]));
}

function ofArticle(article: Draft['article']): MaybeReference[] {
  const { authors = [], publisher, republished = [] } = article ?? {};
  const path = (...steps: Path) => ['article', ...steps];
  return [
    ...authors.map((id, i) => ({ id, path: path('authors', i), place: 'authors', takes: AUTHOR.kinds })),
    { id: publisher, path: path('publisher'), place: 'publisher', takes: PUBLISHER.kinds },
    ...republished.map((sharing, i) => {
      return { id: sharing?.by, path: path('republished', i, 'by'), place: 'by', takes: REPUBLISHER.kinds };
    }),
  ];
}

function ofEvent(event: DraftEvent, path: Path): MaybeReference[] {
  const { kind, partOf } = event;
  const roles = kind ? eventRule(kind).roles : {};
  const takesOrganization = { place: 'organization', takes: ['Organization'] as const };
  return [
    { id: partOf, path: [...path, 'partOf'], place: 'partOf', takes: keysOf(eventKinds) },
    ...participationsIn(event, path).flatMap(({ id, role, path, idPath, office }) => [
      { id, path: idPath, place: `${role} of ${kind}`, takes: roles[role]?.kinds ?? [] },
      { id: office?.organization, path: [...path, 'office', 'organization'], ...takesOrganization },
    ]),
  ];
}

function ofRelationship(entry: NonNullable<Draft['relationships']>[number], path: Path): MaybeReference[] {
  const { type, from, to } = entry ?? {};
  if (type === undefined) return [];
  const rule = relationshipRule(type);
  return [
    { id: from, path: [...path, 'from'], place: `from of ${type}`, takes: rule.from },
    { id: to, path: [...path, 'to'], place: `to of ${type}`, takes: rule.to },
  ];
}
