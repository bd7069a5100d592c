import { ChevronRight } from 'lucide-react';
import { type CSSProperties, lazy, Suspense, useState } from 'react';
import { StopMark } from '../ui/icons.tsx';
import { keyed } from '../ui/keyed.ts';
import type { View } from '../view/view.ts';
import type { Arrow } from './arrows.ts';
import { Brief } from './brief.tsx';
import { RawLines } from './raw-lines.tsx';
import { isGuess } from './shown.ts';
import { type Wire, wireOf } from './wire.ts';

// It stands folded away at first.
const callLines = import('./call-lines.tsx');
const CallLines = lazy(async () => ({ default: (await callLines).CallLines }));

const fresh = 1500;

function Label({ arrow, opens }: { arrow: Arrow; opens: boolean }) {
  return (
    <span className="label">
      <code>{arrow.label}</code>
      {(arrow.note || opens) && (
        <span className={`note ${arrow.state === 'stopped' ? 'font-medium text-block' : 'text-ink-2'}`}>
          {arrow.note}
          {opens && (
            <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" className="chevron shrink-0 text-ink-3" />
          )}
        </span>
      )}
    </span>
  );
}

function Shaft({ arrow, guess }: { arrow: Arrow; guess: boolean }) {
  return (
    <span className="shaft" aria-hidden="true">
      {arrow.state === 'stopped' && <StopMark guess={guess} className="stop-mark text-block" />}
    </span>
  );
}

interface ArrowItemProps {
  readonly arrow: Arrow;
  readonly guess: boolean;
  readonly folded: boolean;
  readonly style: CSSProperties;
}

function ArrowItem({ arrow, guess, folded, style }: ArrowItemProps) {
  const side = arrow.kind === 'call' || arrow.kind === 'result' ? 'of-page' : '';
  const opens = arrow.raw.length > 0 || arrow.call !== null;
  if (arrow.kind === 'unknown') {
    return (
      <li className="arrow" style={style}>
        <p className="said hatch px-3 py-2">
          <span className="bg-surface px-1.5 py-0.5 text-ink-2">{arrow.label}</span>
        </p>
      </li>
    );
  }
  return (
    <li className={`arrow ${side} ${arrow.kind} ${arrow.state} ${arrow.busy ? 'is-busy' : ''}`} style={style}>
      {opens ? (
        <details className="said" open={arrow.state === 'stopped' && !guess && !folded && arrow.kind === 'to-browser'}>
          <summary>
            <Label arrow={arrow} opens />
            <Shaft arrow={arrow} guess={guess} />
          </summary>
          {arrow.call ? (
            <Suspense>
              <CallLines call={arrow.call} />
            </Suspense>
          ) : (
            <RawLines lines={arrow.raw} />
          )}
        </details>
      ) : (
        <div className="said">
          <Label arrow={arrow} opens={false} />
          <Shaft arrow={arrow} guess={guess} />
        </div>
      )}
      {(arrow.lines.length > 0 || arrow.offending.length > 0) && (
        <div className="said key-lines pb-1 text-ink-2">
          {arrow.lines.map(({ name, value, strong }) => (
            <Brief key={`${name}: ${value}`} text={`${name}: ${value}`}>
              {name}: {strong && !guess ? <b className="text-ink">{value}</b> : value}
            </Brief>
          ))}
          {arrow.offending.length > 0 && <RawLines lines={arrow.offending} />}
        </div>
      )}
      {arrow.processed && (
        <p className="said mt-1.5! text-right font-semibold max-[600px]:text-left">
          {guess ? 'would be received and processed' : 'received and processed'}
        </p>
      )}
      {arrow.busy && <i className="busy" aria-hidden="true" />}
    </li>
  );
}

/** What tells a server from those asked before it, as short as can be: it stands above a narrow lane. */
function shortName(server: string, others: readonly string[]): string {
  const { port, hostname } = new URL(server);
  const unique = port !== '' && others.every((other) => other === server || new URL(other).port !== port);
  return unique ? `:${port}` : hostname;
}

const longest = (servers: readonly string[]) =>
  Math.max(0, ...servers.slice(1).map((server) => shortName(server, servers).length));

function Heads({ servers }: Pick<Wire, 'servers'>) {
  const [first, ...later] = servers;
  return (
    <div className="wire-heads max-[600px]:hidden">
      <span>Page</span>
      <span>Browser</span>
      <span className="flex justify-end gap-x-1.5">
        {later.length === 0 ? 'Server' : 'Servers'}
        {later.length > 0 && (
          <span className="flex">
            <code className="font-normal text-ink-2">{first}</code>
            {later.map((server) => (
              <code key={server} title={server} className="w-(--lane) truncate text-right font-normal text-ink-2">
                {shortName(server, servers)}
              </code>
            ))}
          </span>
        )}
      </span>
    </div>
  );
}

/** The first arrows of a conversation, which tell nothing of what follows them. */
function begun({ servers, arrows }: Wire, count: number): Wire {
  const first = arrows.slice(0, count).map((arrow) => ({ ...arrow, processed: false }));
  return { servers: servers.slice(0, 1 + Math.max(0, ...first.map(({ server }) => server))), arrows: first };
}

interface WireSectionProps {
  readonly view: View;
  /** The raw lines of an answer that was refused are folded away too. */
  readonly folded?: boolean;
  /** So many arrows have been drawn yet; all of them without. */
  readonly count?: number;
}

/** Who said what, in order. Each arrow opens to its raw lines. */
export function WireSection({ view, folded = false, count }: WireSectionProps) {
  const guess = isGuess(view);
  const [isFresh] = useState(() => {
    if (view.kind === 'prediction') return false;
    const { at, duration } = view.run.observation;
    return Date.now() - at - duration < fresh;
  });
  const whole = wireOf(view);
  const { servers, arrows } = count === undefined ? whole : begun(whole, count);
  const outer = (server: number) => servers.length - 1 - server;
  return (
    <section aria-label="Wire" className="wire" style={{ '--lanes': servers.length - 1, '--names': longest(servers) }}>
      <span className="rail" />
      <i className="lifeline of-page-line" />
      {servers.map((server, i) => (
        <i key={server} className="lifeline of-server-line" style={{ '--outer': outer(i) }} />
      ))}
      <Heads servers={servers} />
      <p className="hidden text-ink-2 max-[600px]:block max-[600px]:pl-[calc(var(--axis)+var(--main))]">
        Lines: page, browser, server
      </p>
      <ol className={isFresh || count !== undefined ? 'appear' : ''} style={{ '--count': arrows.length }}>
        {keyed(arrows, ({ kind, label }) => `${kind} ${label}`).map(({ key, item }, i) => (
          <ArrowItem
            key={key}
            arrow={item}
            guess={guess}
            folded={folded}
            style={{ '--outer': outer(item.server), '--nth': count === undefined ? i : 0 }}
          />
        ))}
      </ol>
    </section>
  );
}
