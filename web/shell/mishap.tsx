import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Stands in for the page when a part of it failed to load or to draw. Only a class can catch that. */
export class Mishap extends Component<Props, { message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main className="mx-auto max-w-xl px-5 py-9" role="alert">
        <p className="text-m">This page itself has failed. That says nothing about CORS.</p>
        <p className="mt-2 text-ink-2 wrap-anywhere">
          <code>{message}</code>
        </p>
        <p className="mt-2 text-ink-2">The scenario is kept in the address, so loading the page again loses nothing.</p>
        <Button className="mt-4" onClick={() => location.reload()}>
          Load again
        </Button>
      </main>
    );
  }
}
