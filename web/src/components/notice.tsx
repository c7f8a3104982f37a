import type { ReactNode } from 'react';
import './notice.css';

type NoticeProps = {
  readonly title: string;
  readonly children?: ReactNode;
  /** Said aloud as soon as it is there. */
  readonly urgent?: boolean;
  /** Whether it is all that the page has to say: its title is then the page's. */
  readonly whole?: boolean;
};

/** A sentence where content would stand, with what can be done about it. */
export function Notice({ title, children, urgent, whole }: NoticeProps) {
  const Title = whole ? 'h1' : 'p';
  return (
    <div className="notice" role={urgent ? 'alert' : undefined}>
      <Title className="notice-title">{title}</Title>
      {children}
    </div>
  );
}
