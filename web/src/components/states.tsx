import type { ReactNode } from 'react';
import { Link } from '../app/link.tsx';
import { addresses } from '../app/routes.ts';
import type { Failure } from '../graphql/failure.ts';
import { useText } from '../i18n/language.tsx';
import { Notice } from './notice.tsx';
import './states.css';
import { Forbidden, Locked } from './token.tsx';

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
    case 'forbidden':
      return <Forbidden />;
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

/** Says that the page itself broke, here or as a whole, and what the browser says of it. */
export function Broken({ message }: { readonly message: string }) {
  const { states } = useText();
  return (
    <Notice urgent title={states.broken}>
      <p className="notice-text">
        {states.brokenHint} <span lang="en">{message}</span>
      </p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {states.reload}
      </button>
    </Notice>
  );
}
