import { useAddress } from '../app/history.ts';
import { Link } from '../app/link.tsx';
import { withParams } from '../app/params.ts';
import { useText } from '../i18n/language.tsx';
import './evidence.css';

type EvidenceProps = {
  /** The global id of the event, relationship, description or entity. */
  readonly of: string;
  /** What it is evidence of, for those who hear the link and do not see what it stands beside. */
  readonly about: string;
};

/** The way to what a fact rests on: who says so, where, when. It stands beside every fact. */
export function Evidence({ of, about }: EvidenceProps) {
  const { evidence } = useText();
  const address = useAddress();
  return (
    <Link className="evidence-link" to={withParams(address, { evidence: of })} state={{ opened: true }}>
      {evidence.link}
      <span className="visually-hidden"> {evidence.of(about)}</span>
    </Link>
  );
}
