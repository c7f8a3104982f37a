import { useState } from 'react';
import { remember, remembered } from '../app/memory.ts';
import { type Tag, useLanguage } from '../i18n/language.tsx';

/** Something the reader looked for before, called as it was called then. */
export type Recent = {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly lang: Tag;
};

const key = 'recent';
const most = 6;

function read(): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(remembered(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

function isRecent(one: unknown): one is Recent {
  const { slug, kind, name, lang } = (one ?? {}) as { readonly [name in keyof Recent]?: unknown };
  return [slug, kind, name].every((text) => typeof text === 'string') && (lang === 'en' || lang === 'ko');
}

/** Remembers what the reader chose, the latest first. */
export function useRememberRecent(): (chosen: Omit<Recent, 'lang'>) => void {
  const { tag } = useLanguage();
  return ({ slug, kind, name }) => {
    const others = read().filter((one) => one.slug !== slug || one.kind !== kind);
    remember(key, JSON.stringify([{ slug, kind, name, lang: tag }, ...others].slice(0, most)));
  };
}

/** What was looked for before, and how to forget it. */
export function useRecent(): [readonly Recent[], () => void] {
  const [recent, setRecent] = useState(read);
  const forget = () => {
    remember(key, '[]');
    setRecent([]);
  };
  return [recent, forget];
}
