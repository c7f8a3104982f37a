import { useText } from '../i18n/language.tsx';

/** The way out to an article as its publisher has it. */
export function Original({ address }: { readonly address: string }) {
  const { article, app } = useText();
  return (
    <a className="button" href={address} target="_blank" rel="noreferrer">
      {article.original} <span aria-hidden="true">↗</span>
      <span className="visually-hidden"> ({app.newTab})</span>
    </a>
  );
}
