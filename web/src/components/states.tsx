import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Link } from '../app/link.tsx';
import { addresses } from '../app/routes.ts';
import type { Failure } from '../graphql/failure.ts';
import { keepToken } from '../graphql/token.ts';
import { useText } from '../i18n/language.tsx';
import './states.css';

type NoticeProps = {
  readonly title: string;
  readonly children?: ReactNode;
  /** Said aloud as soon as it is there. */
  readonly urgent?: boolean;
  /** Whether it is all that the page has to say: its title is then the page's. */
  readonly whole?: boolean;
};

/** A sentence where content would stand, with what can be done about it. */
function Notice({ title, children, urgent, whole }: NoticeProps) {
  const Title = whole ? 'h1' : 'p';
  return (
    <div className="notice" role={urgent ? 'alert' : undefined}>
      <Title className="notice-title">{title}</Title>
      {children}
    </div>
  );
}

/** Grey lines where text will stand, `lines` of them, so that little moves when it comes. */
export function Waiting({ lines = 3 }: { readonly lines?: number }) {
  const text = useText();
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{text.states.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never change places
        <span key={line} className="waiting-line" />
      ))}
    </div>
  );
}

/** Says that a list or view has nothing in it; `children` say why, or where to go. */
export function Nothing({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const text = useText();
  return (
    <Notice title={title ?? text.states.nothing}>
      {children && <div className="notice-text">{children}</div>}
    </Notice>
  );
}

/** Says that there is no such page. */
export function NoSuchPage() {
  const { states } = useText();
  return (
    <Notice whole title={states.unknownPage}>
      <p className="notice-text">{states.unknownPageHint}</p>
      <Link className="button" to={addresses.find}>
        {states.toStart}
      </Link>
    </Notice>
  );
}

type FailedProps = { readonly failure: Failure; readonly retry: () => void };

/** Says why an answer did not come, and asks again when told to. */
export function Failed({ failure, retry }: FailedProps) {
  const { states } = useText();
  switch (failure.kind) {
    case 'locked':
      return <Locked />;
    case 'failed':
      return (
        <Notice urgent title={states.failed}>
          <p className="notice-text">
            {states.failedHint} <span lang="en">{failure.message}</span>
          </p>
          <Retry retry={retry} />
        </Notice>
      );
    default:
      return (
        <Notice urgent title={states[failure.kind]}>
          <p className="notice-text">{states[`${failure.kind}Hint`]}</p>
          <Retry retry={retry} />
        </Notice>
      );
  }
}

function Retry({ retry }: { readonly retry: () => void }) {
  const { states } = useText();
  return (
    <button type="button" className="button" onClick={retry}>
      {states.retry}
    </button>
  );
}

/** Takes a token for a service that asks for one, and begins again with it. */
function Locked() {
  const { states } = useText();
  const [typed, setTyped] = useState('');
  const field = useId();
  const unlock = (event: FormEvent) => {
    event.preventDefault();
    keepToken(typed.trim());
    // Answers that were refused are everywhere by now: nothing is as sure as beginning again.
    window.location.reload();
  };
  return (
    <Notice title={states.locked}>
      <p className="notice-text">{states.lockedHint}</p>
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
    </Notice>
  );
}
