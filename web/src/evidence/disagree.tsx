import { useText } from '../i18n/language.tsx';

/** Says beside a fact that its sources do not agree; what each of them tells is in its evidence. */
export function Disagree() {
  const { evidence } = useText();
  return <span className="disagree">{evidence.disagree}</span>;
}
