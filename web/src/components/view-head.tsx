import './view-head.css';

/** The head of a view that is about no single thing. */
export function ViewHead({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <header className="view-head">
      <h1>{title}</h1>
      <p>{lead}</p>
    </header>
  );
}
