import { lazy, memo, Suspense } from 'react';
import { Band } from './band.tsx';
import { Stage } from './stage.tsx';

// Not asked for before the sheet is drawn: other pages may come in one file with it.
const later = () => import('./later.ts');
const PreflightCache = lazy(async () => ({ default: (await later()).PreflightCache }));
const Lower = lazy(async () => ({ default: (await later()).Lower }));
const ThroughSection = lazy(async () => ({ default: (await later()).ThroughSection }));
const PastRuns = lazy(async () => ({ default: (await later()).PastRuns }));

// Redrawn only when what they show has changed: they may not hold up the verdict.
const Kept = { PreflightCache: memo(PreflightCache), Lower: memo(Lower), PastRuns: memo(PastRuns) };

/** The middle of the page: what the browser decides, what it decided, and why. */
export function Sheet() {
  return (
    <div className="sheet bg-surface pb-14">
      <Band />
      <Stage
        below={({ view }, afterPaint) => (
          <>
            <Suspense>
              <Kept.PreflightCache {...afterPaint} />
            </Suspense>
            <Suspense>
              <ThroughSection view={view} />
            </Suspense>
            <Suspense>
              <Kept.Lower {...afterPaint} />
            </Suspense>
          </>
        )}
      />
      <Suspense>
        <Kept.PastRuns />
      </Suspense>
    </div>
  );
}
