import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';

/** The first moment, before the origins are known: the guard line alone, and words only if it takes long. */
export function Starting() {
  return (
    <div className="shell-start" aria-busy="true">
      <span className="shell-start-rail" />
      <p className="shell-start-late text-ink-2" role="status">
        Asking this playground’s own server for its origins …
      </p>
    </div>
  );
}

const again = 3000;

/** Nothing can be predicted or run: our own server does not answer. That is never CORS. */
export function Away({ asking, ask }: { asking: boolean; ask: () => void }) {
  useEffect(() => {
    const timer = setInterval(ask, again);
    return () => clearInterval(timer);
  }, [ask]);
  return (
    <section aria-label="Verdict" data-code="" data-view="none" className="shell-start">
      <svg viewBox="0 0 40 40" aria-hidden="true" className="shell-start-icon">
        <circle cx="20" cy="20" r="18.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12 20h16" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <div role="status">
        <h2 className="text-l tracking-[-0.028em] text-balance text-ink-2">
          <b className="font-[650] text-ink">No verdict</b> without a server
        </h2>
        <p className="mt-3 text-m text-pretty [&_code]:text-[0.94em]">
          Nothing answers at <code>{location.origin}</code>. That is this playground’s own server, so it says nothing
          about CORS.
        </p>
        <p className="mt-2.5 text-pretty text-ink-2">
          <b className="text-ink">What to do:</b> start it again where you run Preflight. This page goes on by itself as
          soon as it answers, and the link in the address bar is kept.
        </p>
      </div>
      <Button className="mt-4" disabled={asking} onClick={ask}>
        {asking ? 'Asking again …' : 'Try again'}
      </Button>
    </section>
  );
}
