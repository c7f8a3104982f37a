import { publishedArticle } from '../../resolvers/event.ts';
import { reads } from '../../resolvers/reads.ts';
import { ArticleType } from '../article.ts';
import { builder } from '../builder.ts';
import { eventType, everyone } from './kind.ts';

const PublicationType = eventType(
  'Publication',
  'The publication of an article, or its being shared elsewhere.',
);

builder.objectFields(PublicationType, (t) => ({
  publishers: t.field(everyone('PUBLISHER', 'Who published it.')),
  authors: t.field(everyone('AUTHOR', 'Who wrote it.')),
  republishers: t.field(everyone('REPUBLISHER', 'Who shared it elsewhere.')),
  article: t.field({
    type: ArticleType,
    nullable: true,
    description: 'The article published, where its dossier is in the graph.',
    resolve: (event, _, context) => publishedArticle(event, context),
    ...reads({ columns: ['articleId'] }),
  }),
}));
