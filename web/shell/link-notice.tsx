import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLinkState } from '../state/use-link.ts';
import { Button } from '../ui/button.tsx';

const problems = {
  version: {
    what: 'This link was made by another version of Preflight.',
    so: 'It may be newer than this one. Nothing was opened, and the address bar still holds the link.',
  },
  broken: {
    what: 'This link is damaged.',
    so: 'A part of it may have been lost in copying. Nothing was opened, and the address bar still holds the link.',
  },
};

/** Says above everything that the link in the address bar was not read, or not wholly. */
export function LinkNotice() {
  const problem = useLinkState((state) => state.problem);
  const dropped = useLinkState((state) => state.dropped);
  const linkDismissed = useLinkState((state) => state.linkDismissed);
  if (problem) {
    const { what, so } = problems[problem];
    return (
      <Notice
        action={<Button onClick={linkDismissed}>Start fresh</Button>}
        text={
          <>
            <b className="text-warn">{what}</b> {so} Start fresh to drop it: the address then holds the scenario that
            you see.
          </>
        }
      />
    );
  }
  if (dropped.length === 0) return null;
  return (
    <Notice
      action={<Button onClick={linkDismissed}>Understood</Button>}
      text={
        <>
          <b className="text-warn">Some parts of this link were not understood</b> and took their defaults:{' '}
          {dropped.map((path, i) => (
            <span key={path}>
              {i > 0 && ', '}
              <code>{path}</code>
            </span>
          ))}
          .
        </>
      }
    />
  );
}

function Notice({ text, action }: { text: ReactNode; action: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-3 shadow-[inset_3px_0_var(--warn)]"
    >
      <TriangleAlert size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-72 text-pretty text-ink-2 wrap-anywhere">{text}</p>
      {action}
    </div>
  );
}
