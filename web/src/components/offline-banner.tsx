import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/language.tsx';
import './offline-banner.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the browser has no connection, for as long as it has none. */
export function OfflineBanner() {
  const { states } = useText();
  const online = useSyncExternalStore(subscribe, () => window.navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="offline-banner">
          <strong>{states.offline}.</strong> {states.offlineHint}
        </p>
      )}
    </div>
  );
}
