import { Component, type ReactNode } from 'react';
import { Broken } from '../components/states.tsx';

type Props = {
  /** Where the reader is: what broke at one address is tried again at another. */
  readonly at: string;
  /** What is shown of what broke; by default what the reader's language has for it. */
  readonly instead?: (message: string) => ReactNode;
  readonly children: ReactNode;
};

type State = { readonly at: string; readonly message?: string };

/**
 * Says that what is in it broke, where React would take away the whole page, and tries again where the reader goes
 * next.
 */
export class Boundary extends Component<Props, State> {
  override state: State = { at: this.props.at };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { message: error.message };
  }

  // Not by a key: that would begin every view anew at every change of the address.
  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { at, message: undefined };
  }

  override render(): ReactNode {
    const { message } = this.state;
    const { children, instead } = this.props;
    if (message === undefined) return children;
    return instead ? instead(message) : <Broken message={message} />;
  }
}
