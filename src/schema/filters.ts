import type {
  ArticleFilter,
  DayRange,
  DescriptionFilter,
  EntityFilter,
  EventFilter,
  PassageFilter,
  RelationshipFilter,
  TextFilter,
} from '../model/filters.ts';
import { filterLimits } from '../resolvers/checks.ts';
import { builder } from './builder.ts';
import {
  AspectEnum,
  CertaintyEnum,
  DirectionEnum,
  EntityKindEnum,
  EventKindEnum,
  LanguageEnum,
  LegalFormEnum,
  PrecisionEnum,
  RelationshipTypeEnum,
  RoleEnum,
} from './enums.ts';

/** Typed filters: what is left out does not restrict; everything given must hold. */

const bounds =
  `It may consist of ${filterLimits.filters} filters, ${filterLimits.depth} inside one another at most; ` +
  `a list in it has at most ${filterLimits.entries} entries; a text in it is not empty.`;

/** A range of days. */
export const DayRangeInput = builder.inputRef<DayRange>('DayRange').implement({
  description: 'A range of days, both ends included; an end left out is open.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
});

const TextFilterInput = builder.inputRef<TextFilter>('TextFilter').implement({
  description: 'How a text compares; case and width do not matter.',
  fields: (t) => ({
    equals: t.string({ description: 'Is this text.' }),
    startsWith: t.string({ description: 'Starts with this text.' }),
    contains: t.string({ description: 'Contains this text.' }),
  }),
});

const RelatedInput = builder.inputRef<NonNullable<EntityFilter['related']>>('RelatedFilter').implement({
  description: 'Has a relationship.',
  fields: (t) => ({
    types: t.field({ type: [RelationshipTypeEnum], description: 'Of one of these types.' }),
    direction: t.field({ type: DirectionEnum, description: 'In this direction; both where left out.' }),
    with: t.stringList({ description: 'With one of these entities, by slug.' }),
    asOf: t.field({ type: 'Date', description: 'That held on this day.' }),
    certainty: t.field({
      type: [CertaintyEnum],
      description: 'With one of these certainties, beside `asOf`; certain or possible where left out.',
    }),
  }),
});

const TookPartInput = builder.inputRef<NonNullable<EntityFilter['tookPart']>>('TookPartFilter').implement({
  description: 'Took part in an event: founded between two days, invested in 2019.',
  fields: (t) => ({
    kinds: t.field({ type: [EventKindEnum], description: 'Of one of these kinds.' }),
    roles: t.field({ type: [RoleEnum], description: 'In one of these roles.' }),
    occurred: t.field({
      type: DayRangeInput,
      description: 'That may have happened in this range, by the date of any source.',
    }),
  }),
});

/** Which entities. */
export const EntityFilterInput = builder.inputRef<EntityFilter>('EntityFilter');
EntityFilterInput.implement({
  description: `Which entities: all that is given must hold. ${bounds}`,
  fields: (t) => ({
    and: t.field({ type: [EntityFilterInput], description: 'All of these hold too.' }),
    or: t.field({ type: [EntityFilterInput], description: 'At least one of these holds too.' }),
    not: t.field({ type: EntityFilterInput, description: 'This does not hold.' }),
    kinds: t.field({ type: [EntityKindEnum], description: 'Is of one of these kinds.' }),
    slugs: t.stringList({ description: 'Is one of these.' }),
    name: t.field({ type: TextFilterInput, description: 'Its name in either language compares so.' }),
    alias: t.field({ type: TextFilterInput, description: 'One of its aliases compares so.' }),
    text: t.string({ description: 'This text occurs in a name, an alias or a description.' }),
    legalForms: t.field({ type: [LegalFormEnum], description: 'Has one of these legal forms.' }),
    related: t.field({ type: RelatedInput, description: 'Has such a relationship.' }),
    tookPart: t.field({ type: TookPartInput, description: 'Took part in such an event.' }),
    citedBy: t.string({ description: 'An article with this slug speaks of it.' }),
  }),
});

const ParticipantsInput = builder
  .inputRef<NonNullable<EventFilter['participants']>>('ParticipantsFilter')
  .implement({
    description: 'Who took part.',
    fields: (t) => ({
      any: t.stringList({ description: 'At least one of these entities, by slug.' }),
      all: t.stringList({ description: 'All of these entities, by slug; each of them counts as a filter.' }),
      roles: t.field({ type: [RoleEnum], description: 'In one of these roles.' }),
    }),
  });

/** Which events. */
export const EventFilterInput = builder.inputRef<EventFilter>('EventFilter');
EventFilterInput.implement({
  description: `Which events: all that is given must hold. ${bounds}`,
  fields: (t) => ({
    and: t.field({ type: [EventFilterInput], description: 'All of these hold too.' }),
    or: t.field({ type: [EventFilterInput], description: 'At least one of these holds too.' }),
    not: t.field({ type: EventFilterInput, description: 'This does not hold.' }),
    kinds: t.field({ type: [EventKindEnum], description: 'Is of one of these kinds.' }),
    slugs: t.stringList({ description: 'Is one of these.' }),
    participants: t.field({ type: ParticipantsInput, description: 'These took part.' }),
    text: t.string({ description: 'This text occurs in a title or a description.' }),
    occurred: t.field({
      type: DayRangeInput,
      description:
        'May have happened in this range, by the date of any source: a month counts for each range it overlaps.',
    }),
    precisions: t.field({ type: [PrecisionEnum], description: 'Its date is this precise.' }),
    dated: t.boolean({ description: 'Whether any source dates it.' }),
    citedBy: t.string({ description: 'An article with this slug speaks of it.' }),
  }),
});

/** Which relationships. */
export const RelationshipFilterInput = builder.inputRef<RelationshipFilter>('RelationshipFilter');
RelationshipFilterInput.implement({
  description: `Which relationships: all that is given must hold. ${bounds}`,
  fields: (t) => ({
    and: t.field({ type: [RelationshipFilterInput], description: 'All of these hold too.' }),
    or: t.field({ type: [RelationshipFilterInput], description: 'At least one of these holds too.' }),
    not: t.field({ type: RelationshipFilterInput, description: 'This does not hold.' }),
    types: t.field({ type: [RelationshipTypeEnum], description: 'Is of one of these types.' }),
    other: t.field({ type: EntityFilterInput, description: 'The entity at the other end is such.' }),
    began: t.field({
      type: DayRangeInput,
      description: 'May have begun in this range, by the date of any source.',
    }),
    ended: t.field({
      type: DayRangeInput,
      description: 'May have ended in this range, by the date of any source.',
    }),
    citedBy: t.string({ description: 'An article with this slug tells of it.' }),
  }),
});

/** Which articles. */
export const ArticleFilterInput = builder.inputRef<ArticleFilter>('ArticleFilter');
ArticleFilterInput.implement({
  description: `Which articles: all that is given must hold. ${bounds}`,
  fields: (t) => ({
    and: t.field({ type: [ArticleFilterInput], description: 'All of these hold too.' }),
    or: t.field({ type: [ArticleFilterInput], description: 'At least one of these holds too.' }),
    not: t.field({ type: ArticleFilterInput, description: 'This does not hold.' }),
    text: t.string({ description: 'This text occurs in the title.' }),
    published: t.field({ type: DayRangeInput, description: 'May have been published in this range.' }),
    publishers: t.stringList({ description: 'Was published by one of these, by slug.' }),
    languages: t.field({ type: [LanguageEnum], description: 'Is written in one of these languages.' }),
  }),
});

/** Which passages. */
export const PassageFilterInput = builder.inputRef<PassageFilter>('PassageFilter');
PassageFilterInput.implement({
  description: `Which passages: all that is given must hold. ${bounds}`,
  fields: (t) => ({
    and: t.field({ type: [PassageFilterInput], description: 'All of these hold too.' }),
    or: t.field({ type: [PassageFilterInput], description: 'At least one of these holds too.' }),
    not: t.field({ type: PassageFilterInput, description: 'This does not hold.' }),
    articles: t.stringList({ description: 'Is in one of these articles, by slug.' }),
    text: t.string({ description: 'This text occurs in our summary.' }),
  }),
});

/** Which descriptions. */
export const DescriptionFilterInput = builder.inputRef<DescriptionFilter>('DescriptionFilter');
DescriptionFilterInput.implement({
  description: `Which descriptions: all that is given must hold. ${bounds}`,
  fields: (t) => ({
    and: t.field({ type: [DescriptionFilterInput], description: 'All of these hold too.' }),
    or: t.field({ type: [DescriptionFilterInput], description: 'At least one of these holds too.' }),
    not: t.field({ type: DescriptionFilterInput, description: 'This does not hold.' }),
    aspects: t.field({ type: [AspectEnum], description: 'Is under one of these aspects.' }),
    text: t.string({ description: 'This text occurs in it.' }),
  }),
});
