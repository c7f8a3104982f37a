import { builder } from './builder.ts';
import { LanguageEnum } from './enums.ts';

/** The argument of every field that gives a name, title or label. */
export const languageArgs = builder.args((t) => ({
  language: t.field({
    type: LanguageEnum,
    description:
      'The language asked for; the request’s `Accept-Language` where left out. The other stands in if it lacks.',
  }),
}));
