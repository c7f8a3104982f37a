import { rememberLanguage, useLanguage } from '../i18n/language.tsx';
import { navigate, useAddress } from './history.ts';
import { withParams } from './params.ts';

/** Shows the same view in the other language. */
export function LanguageToggle() {
  const { tag, text } = useLanguage();
  const address = useAddress();
  const other = tag === 'ko' ? 'en' : 'ko';
  const toggle = () => {
    rememberLanguage(other);
    navigate(withParams(address, { lang: other }), { replace: true, state: window.history.state });
  };
  return (
    <button type="button" className="choice" lang={other} onClick={toggle}>
      <span aria-hidden="true">{text.app.otherLanguageShort}</span>
      <span className="visually-hidden">{text.app.otherLanguage}</span>
    </button>
  );
}
