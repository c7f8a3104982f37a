import { createContext, type ReactNode, use, useEffect } from 'react';
import { useAddress } from '../app/history.ts';
import { remember, remembered } from '../app/memory.ts';
import { en, type Messages } from './en.ts';
import { ko } from './ko.ts';

/** The languages of the interface, as HTML names them. */
export type Tag = 'en' | 'ko';

type Language = {
  readonly tag: Tag;
  /** The same, as an argument of the schema. */
  readonly language: 'EN' | 'KO';
  readonly text: Messages;
};

const languages: { readonly [T in Tag]: Language } = {
  en: { tag: 'en', language: 'EN', text: en },
  ko: { tag: 'ko', language: 'KO', text: ko },
};

const Current = createContext<Language>(languages.en);
const key = 'language';

const isTag = (text: string | null | undefined): text is Tag => text === 'en' || text === 'ko';

/** The address decides, so that a view is shared as it was seen; then what was chosen last, then the browser. */
function tagOf(params: URLSearchParams): Tag {
  const named = params.get('lang') ?? remembered(key);
  if (isTag(named)) return named;
  return window.navigator.languages.find((one) => /^(en|ko)\b/.test(one))?.startsWith('ko') ? 'ko' : 'en';
}

/** Gives all within it the reader's language, and tells the page. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const tag = tagOf(useAddress().params);
  useEffect(() => {
    document.documentElement.lang = tag;
  }, [tag]);
  return <Current value={languages[tag]}>{children}</Current>;
}

/** Says the same once in each language. */
export function InBoth({ children }: { readonly children: ReactNode }) {
  return Object.values(languages).map((language) => (
    <div key={language.tag} lang={language.tag}>
      <Current value={language}>{children}</Current>
    </div>
  ));
}

/** The reader's language: its tag for `lang`, its name for the schema's `language` argument, its messages. */
export function useLanguage(): Language {
  return use(Current);
}

/** The messages in the reader's language. */
export function useText(): Messages {
  return use(Current).text;
}

/** Remembers a language for addresses that name none. */
export function rememberLanguage(tag: Tag): void {
  remember(key, tag);
}
