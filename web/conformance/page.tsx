import { useEffect } from 'react';
import type { ConformanceReport } from '#cors';
import { useTheme } from '../state/use-theme.ts';
import { start, useSession } from './session.ts';

const query = new URLSearchParams(location.search);
const asked = {
  cases: Number(query.get('cases') ?? 1000),
  seed: Number(query.get('seed') ?? crypto.getRandomValues(new Uint32Array(1))[0]),
};

const playedOf = ({ cases }: ConformanceReport) => cases.agreed + cases.disagreed + cases.unclear;

export default function Page() {
  useTheme();
  const { state, report } = useSession();
  useEffect(() => {
    if (query.has('run') && useSession.getState().state === 'idle') void start(asked.cases, asked.seed);
  }, []);
  return (
    <main data-state={state} data-played={report ? playedOf(report) : 0}>
      <details>
        <summary>JSON</summary>
        <pre id="report">{state === 'done' ? JSON.stringify(report, null, 1) : ''}</pre>
      </details>
    </main>
  );
}
