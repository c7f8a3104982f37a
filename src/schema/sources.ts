import type { Contestable } from '../model/facts.ts';
import { dateOf } from '../resolvers/date.ts';
import * as resolve from '../resolvers/sources.ts';
import { ArticleType } from './article.ts';
import { builder } from './builder.ts';
import { FuzzyDateType } from './date.ts';
import { describedEnum } from './described-enum.ts';
import { MoneyType } from './money.ts';
import { EventInterface, RelationshipType } from './refs.ts';

const DisagreementFieldEnum = describedEnum<Contestable>(
  'DisagreementField',
  'What sources can disagree on.',
  {
    date: 'When the event happened.',
    since: 'When the relationship began.',
    until: 'When the relationship ended.',
    amounts: 'How much money it was.',
  },
);

const TellingType = builder.objectRef<resolve.ToldField>('Telling').implement({
  description: 'What one article tells where sources disagree.',
  fields: (t) => ({
    article: t.expose('article', { type: ArticleType, description: 'The article.' }),
    date: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'The date it gives, where they disagree on a date; null where it gives none.',
      resolve: ({ dateEdtf }) => dateOf(dateEdtf),
    }),
    attested: t.field({
      type: ['Date'],
      description:
        'Days on which, it says, the relationship held: a beginning or an end can contradict them.',
      resolve: ({ attested }) => [...attested],
    }),
    amounts: t.field({
      type: [MoneyType],
      description: 'The amounts it gives, where they disagree on those.',
      resolve: ({ amounts }) => [...amounts],
    }),
  }),
});

const DisagreementType = builder.objectRef<resolve.Disagreement>('Disagreement').implement({
  description:
    'A field in which sources disagree. That one is more precise than another is no disagreement: "2015" allows "December 2015".',
  fields: (t) => ({
    field: t.expose('field', { type: DisagreementFieldEnum, description: 'What they disagree on.' }),
    tellings: t.field({
      type: [TellingType],
      description: 'What each of them tells, in the order in which they were published.',
      resolve: ({ tellings }) => [...tellings],
    }),
  }),
});

const disagreementsField = {
  type: [DisagreementType] as [typeof DisagreementType],
  description: 'Where sources disagree on it; empty where they do not.',
} as const;

const sourcesField = {
  type: [ArticleType] as [typeof ArticleType],
  description: 'The articles that tell of it, in the order in which they were published.',
} as const;

builder.interfaceFields(EventInterface, (t) => ({
  sources: t.field({
    ...sourcesField,
    resolve: (event, _, context) => resolve.factSources(event, context),
  }),
  disagreements: t.field({
    ...disagreementsField,
    resolve: (event, _, context) => resolve.disagreements(event, context),
  }),
}));

builder.objectFields(RelationshipType, (t) => ({
  sources: t.field({
    ...sourcesField,
    resolve: (relationship, _, context) => resolve.factSources(relationship, context),
  }),
  disagreements: t.field({
    ...disagreementsField,
    resolve: (relationship, _, context) => resolve.disagreements(relationship, context),
  }),
}));
