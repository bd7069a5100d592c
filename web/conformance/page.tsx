import { useEffect } from 'react';
import { useTheme } from '../state/use-theme.ts';
import { start, useSession } from './session.ts';

const query = new URLSearchParams(location.search);
const asked = {
  cases: Number(query.get('cases') ?? 1000),
  seed: Number(query.get('seed') ?? crypto.getRandomValues(new Uint32Array(1))[0]),
};

export default function Page() {
  useTheme();
  const { state, report } = useSession();
  useEffect(() => {
    if (query.has('run') && useSession.getState().state === 'idle') void start(asked.cases, asked.seed);
  }, []);
  return (
    <main data-state={state}>
      <details>
        <summary>JSON</summary>
        <pre id="report">{state === 'done' ? JSON.stringify(report, null, 1) : ''}</pre>
      </details>
    </main>
  );
}
