import { useCallback, useEffect, useRef } from 'react';
import { navigate, useAddress } from '../app/history.ts';
import { useParam, withParams } from '../app/params.ts';
import { Answered } from '../components/answered.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { Nothing } from '../components/states.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage, useText } from '../i18n/language.tsx';
import { EvidenceOf } from './evidence-of.tsx';
import { evidenceQuery } from './evidence-query.ts';
import './evidence-panel.css';

/** The panel that shows what a fact rests on, where the address asks for it. */
export function EvidencePanel() {
  const [of] = useParam('evidence');
  return of ? <Panel of={of} /> : null;
}

/** Closes what the address opened: by going back, if it was opened from here, so that no step is left behind. */
function useClose(): () => void {
  const address = useAddress();
  return useCallback(() => {
    const { state } = window.history as { readonly state: { readonly opened?: boolean } | null };
    if (state?.opened) window.history.back();
    else navigate(withParams(address, { evidence: undefined }), { replace: true });
  }, [address]);
}

function Panel({ of }: { readonly of: string }) {
  const { app, evidence } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useClose();
  useEffect(() => {
    const panel = dialog.current;
    // The focus goes back to where it was before.
    const opener = document.activeElement;
    panel?.showModal();
    return () => {
      panel?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too, which the browser tells as `cancel`
    <dialog
      ref={dialog}
      className="evidence-panel"
      aria-labelledby="evidence-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="evidence-inside">
        <div className="evidence-head">
          <h2 id="evidence-title">{evidence.title}</h2>
          <button type="button" className="choice" onClick={close}>
            {app.close}
          </button>
        </div>
        <Contents of={of} />
      </div>
    </dialog>
  );
}

function Contents({ of }: { readonly of: string }) {
  const { language, text } = useLanguage();
  const variables = { id: of, language };
  const answer = useAnswer(evidenceQuery, variables);
  return (
    <>
      <Answered answer={answer} lines={6}>
        {({ node }) =>
          node && 'citations' in node ? (
            <EvidenceOf node={node} variables={variables} />
          ) : (
            <Nothing>{text.evidence.none}</Nothing>
          )
        }
      </Answered>
      <GraphqlLink query={evidenceQuery} variables={variables} />
    </>
  );
}
