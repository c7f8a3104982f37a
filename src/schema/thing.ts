import type { Description } from '../model/things.ts';
import { connect } from '../resolvers/connection.ts';
import { reads } from '../resolvers/reads.ts';
import { requireText } from '../resolvers/text.ts';
import * as resolve from '../resolvers/thing.ts';
import { PassageConnection } from './article.ts';
import { builder } from './builder.ts';
import { connectionTypes } from './connection.ts';
import { AspectEnum } from './enums.ts';
import { idFieldOf, NodeInterface } from './node.ts';
import { descriptionArgs, passageArgs } from './passages.ts';
import { ThingInterface } from './refs.ts';
import { languageArgs } from './text.ts';

/** What a source says of a thing in prose. */
export const DescriptionType = builder.objectRef<Description>('Description').implement({
  description: 'What a source says of a thing under one aspect, in our own words.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id(idFieldOf('Description')),
    aspect: t.expose('aspect', { type: AspectEnum, description: 'The aspect.' }),
    text: t.string({
      description: 'What the source says, in our own words.',
      args: languageArgs,
      resolve: ({ textEn, textKo }, args, context) => requireText(textEn, textKo, args, context),
      ...reads({ columns: ['textEn', 'textKo'] }),
    }),
    citations: t.field({
      type: PassageConnection,
      description: 'The passages it rests on.',
      args: passageArgs,
      resolve: (thing, args, context) => connect(context, resolve.citationsReading, args, thing),
      ...reads({ reading: resolve.citationsReading }),
    }),
  }),
});

const { connection: DescriptionConnection } = connectionTypes<Description, Description>('Description', {
  of: 'descriptions of a thing',
  node: DescriptionType,
  nodeOf: (description) => description,
  part: '',
});

builder.interfaceType(ThingInterface, {
  description: 'What facts are about: an entity or an event.',
  interfaces: [NodeInterface],
  resolveType: ({ kind }) => kind,
  fields: (t) => ({
    slug: t.string({
      description: 'Its readable id, such as `openai`.',
      resolve: ({ id }) => id,
      ...reads({ columns: ['id'] }),
    }),
    citations: t.field({
      type: PassageConnection,
      description: 'The passages that speak of it.',
      args: passageArgs,
      resolve: (thing, args, context) => connect(context, resolve.citationsReading, args, thing),
      ...reads({ reading: resolve.citationsReading }),
    }),
    descriptions: t.field({
      type: DescriptionConnection,
      description: 'What sources say of it in prose.',
      args: {
        ...descriptionArgs,
        aspects: t.arg({ type: [AspectEnum], description: 'Only under these aspects.' }),
      },
      resolve: (thing, args, context) => connect(context, resolve.descriptionsReading, args, thing),
      ...reads({ reading: resolve.descriptionsReading }),
    }),
  }),
});
