import type { ReactNode } from 'react';
import type { Answer } from '../graphql/use-answer.ts';
import { Failed, Waiting } from './states.tsx';
import './answered.css';

type AnsweredProps<Data> = {
  readonly answer: Answer<Data>;
  /** How many lines of text are waited for. */
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
};

/** Draws an answer when it is there; till then that it is coming, or why it is not. */
export function Answered<Data>({ answer, lines, children }: AnsweredProps<Data>) {
  if (answer.state === 'loading') return <Waiting lines={lines} />;
  if (answer.state === 'failed') return <Failed failure={answer.failure} retry={answer.retry} />;
  return (
    <div className="answered" aria-busy={answer.stale}>
      {children(answer.data)}
    </div>
  );
}
