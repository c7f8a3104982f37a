import { Component, type ReactNode } from 'react';
import { Failed } from '../components/states.tsx';

type Props = { readonly children: ReactNode };

/** Says that a view broke, where React would leave an empty page; trying again loads the page anew. */
export class Boundary extends Component<Props, { readonly message?: string }> {
  override state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: Error): { readonly message: string } {
    return { message: error.message };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    return <Failed failure={{ kind: 'failed', message }} retry={() => window.location.reload()} />;
  }
}
