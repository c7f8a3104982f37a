import { type FormEvent, useId, useState } from 'react';
import { forgetToken, keepToken, token } from '../graphql/token.ts';
import { useText } from '../i18n/language.tsx';
import { Notice } from './notice.tsx';

/** Answers that were refused are everywhere by now: nothing is as sure as beginning again. */
const begin = () => window.location.reload();

/** Takes a token for a service that asks for one, or does not take the one it was shown, and begins again with it. */
export function Locked() {
  const { states } = useText();
  const [typed, setTyped] = useState('');
  const field = useId();
  const isKept = token() !== null;
  const unlock = (event: FormEvent) => {
    event.preventDefault();
    keepToken(typed.trim());
    begin();
  };
  return (
    <Notice title={isKept ? states.badToken : states.locked}>
      <p className="notice-text">{isKept ? states.badTokenHint : states.lockedHint}</p>
      <form className="notice-form" onSubmit={unlock}>
        <label htmlFor={field}>{states.token}</label>
        <input
          id={field}
          type="password"
          autoComplete="off"
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button">
          {states.unlock}
        </button>
      </form>
      <ForgetToken />
    </Notice>
  );
}

/** Says that the token is known and does not suffice: showing it again would change nothing. */
export function Forbidden() {
  const { states } = useText();
  return (
    <Notice urgent title={states.forbidden}>
      <p className="notice-text">{states.forbiddenHint}</p>
      <ForgetToken />
    </Notice>
  );
}

/** Lets go of the token that is kept, and begins again without it. Nothing where none is. */
export function ForgetToken() {
  const { states } = useText();
  if (token() === null) return null;
  const forget = () => {
    forgetToken();
    begin();
  };
  return (
    <button type="button" className="button" onClick={forget}>
      {states.forgetToken}
    </button>
  );
}
