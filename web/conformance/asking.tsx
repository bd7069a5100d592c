import { Play, Square } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { count, plural } from './counts.ts';
import { start, stop, useSession } from './session.ts';
import { isCount, isSeed, mostCases, seedsBelow, wanted } from './wanted.ts';

/** How many cases of which seed, and what has come of them. */
export function Asking() {
  const { state, report } = useSession();
  const [cases, setCases] = useState(String(wanted.cases));
  const [seed, setSeed] = useState(String(wanted.seed));
  const running = state === 'running';
  const isGood = isCount(Number(cases)) && isSeed(Number(seed || Number.NaN));
  return (
    <section aria-label="Run" className="pt-8">
      <Headline />
      {!report && (
        <p className="mt-3 max-w-xl text-pretty text-ink-2">
          Preflight makes up requests and answers around the edges of every rule, predicts what this browser will do
          with each, has it done, and compares: what the page was told, what crossed the wire, and what it said about
          CORS.
        </p>
      )}
      <p className="mt-3">
        <span className="text-ink-2">Recognised as</span> <b>{ownBrowser.label}</b>
        {ownBrowser.recognised
          ? `, so ${browserNames[ownBrowser.browser]}’s rules predict.`
          : ', which tells nothing, so WebKit’s rules are assumed.'}
      </p>
      <form
        className="mt-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) void start(Number(cases), Number(seed));
        }}
      >
        <Field label="Cases" hint={`1 to ${count(mostCases)}`} width="w-28">
          <TextField
            label="Cases"
            inputMode="numeric"
            value={cases}
            onChange={setCases}
            aria-invalid={!isCount(Number(cases))}
            disabled={running}
          />
        </Field>
        <Field label="Seed" hint={`0 to ${count(seedsBelow - 1)}: the same seed makes the same cases`} width="w-36">
          <TextField
            label="Seed"
            inputMode="numeric"
            value={seed}
            onChange={setSeed}
            aria-invalid={!isSeed(Number(seed || Number.NaN))}
            disabled={running}
          />
        </Field>
        {running ? (
          <Button onClick={stop} className="h-[34px] px-4">
            <Square size={14} fill="currentColor" strokeWidth={1.5} aria-hidden="true" />
            Stop
          </Button>
        ) : (
          <button
            type="submit"
            disabled={!isGood}
            className="inline-flex h-[34px] items-center gap-1.5 rounded-control border-[1.5px] border-accent bg-accent px-4 font-semibold text-on-accent enabled:hover:brightness-110 disabled:opacity-55"
          >
            <Play size={14} fill="currentColor" strokeWidth={1.5} aria-hidden="true" />
            Start
          </button>
        )}
      </form>
      <Progress />
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  readonly width: string;
  readonly children: ReactNode;
}

function Field({ label, hint, width, children }: FieldProps) {
  return (
    <div title={hint} className={width}>
      <span aria-hidden="true" className="mb-1 block text-ink-2">
        {label}
      </span>
      {children}
    </div>
  );
}

/** The largest thing on the page: whether rules and browser agree. */
function Headline() {
  const { state, report } = useSession();
  const found = report?.cases.disagreed ?? 0;
  const look = 'text-balance font-[650] text-l tracking-[-0.028em]';
  if (state !== 'done' || !report) {
    return <h1 className={look}>{report ? 'Comparing …' : 'Do the rules tell what this browser does?'}</h1>;
  }
  const judged = report.cases.agreed + found;
  return (
    <h1 className={`${look} ${found > 0 ? 'text-warn' : judged > 0 ? 'text-allow' : ''}`}>
      {judged === 0
        ? 'Nothing was compared'
        : found === 0
          ? `All ${plural(judged, 'case')} agree`
          : `${plural(found, 'case')} of ${count(judged)} ${found === 1 ? 'disagrees' : 'disagree'}`}
    </h1>
  );
}

/** Seen as it moves; heard only when it begins and ends. */
function Progress() {
  const { state, report } = useSession();
  if (!report) return <p role="status" className="sr-only" />;
  const { cases, duration, wanted, ended, problem } = report;
  const played = cases.agreed + cases.disagreed + cases.unclear;
  const pace = duration > 0 ? Math.round((played * 1000) / duration) : 0;
  return (
    <>
      <progress aria-label="Cases played" max={wanted} value={played} className="conformance-progress mt-5" />
      <p className="mt-1.5">
        {`${count(played)} of ${plural(wanted, 'case')}, ${count(pace)} a second. `}
        {cases.unclear > 0 &&
          `${plural(cases.unclear, 'case')} ${cases.unclear === 1 ? 'is' : 'are'} unclear: the server has lost what it saw, or the browser gave no answer. `}
        {ended === 'stopped' && 'Stopped. '}
        {ended === 'server-away' &&
          `Ended early: this playground’s own server did not answer as it should (${problem}). `}
      </p>
      <p role="status" className="sr-only">
        {state === 'running' ? 'Comparing' : `Done: ${plural(cases.disagreed, 'disagreement')}`}
      </p>
    </>
  );
}
