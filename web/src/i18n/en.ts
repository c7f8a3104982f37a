/** Every word of the interface in English. The shape of this table is the shape of each language's. */
export const en = {
  app: {
    name: 'Throughline',
    tagline: 'News as a graph, by time and by source',
    skip: 'Skip to the content',
    views: 'Views',
    find: 'Find',
    timeline: 'Timeline',
    graph: 'Graph',
    settings: 'Settings',
    language: 'Language',
    otherLanguage: '한국어로 보기',
    otherLanguageShort: '한국어',
    theme: 'Appearance',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    graphqlOfView: 'GraphQL of this view',
    opensPlayground: 'opens the playground in a new tab',
    playground: 'GraphQL playground',
    newTab: 'opens in a new tab',
    close: 'Close',
    loadMore: 'Load more',
    loadingMore: 'Loading more…',
    shownOf: (shown: number, all: number) => `${shown} of ${all}`,
  },
  states: {
    loading: 'Loading…',
    offline: 'You are offline',
    offlineHint: 'What has been loaded stays readable. The rest comes as soon as you are connected again.',
    unreachable: 'The service cannot be reached',
    unreachableHint: 'It may be restarting, or your connection may be down.',
    failed: 'That did not work',
    failedHint: 'The service answered with an error:',
    busy: 'The service is busy',
    busyHint: 'Too much is asked of it just now. Try again in a moment.',
    locked: 'This service answers only with a token',
    lockedHint: 'Enter the token you were given. It is kept until you close this tab.',
    token: 'Token',
    unlock: 'Use this token',
    retry: 'Try again',
    nothing: 'Nothing here',
    unknownPage: 'There is no such page',
    unknownPageHint: 'The address may be mistyped, or what stood here has gone.',
    toStart: 'To the start',
    placeholder: 'This view is being built.',
  },
  find: {
    label: 'Search people, organizations, products, ideas, events and articles',
    title: 'Who did what, when, and who says so',
    resultsFor: (text: string) => (text ? `Results for “${text}”` : 'Search'),
  },
  evidence: {
    link: 'Source',
    of: (fact: string) => `of: ${fact}`,
  },
};

/** A table of messages: text where English has text, a function where English has a function. */
export type Messages = Widened<typeof en>;

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends object ? Shape<T[K]> : T[K];
};
type Shape<T> = T extends (...args: infer A) => string ? (...args: A) => string : Widened<T>;
