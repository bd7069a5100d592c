import {
  callNames,
  crossOriginOf,
  type Exchange,
  findingWords,
  isPreflight,
  observedVerdict,
  type PageResult,
  verdictWords,
} from '#cors';
import { shortUrl, statusText } from '../sheet/raw.ts';
import { explanationOf, verdictNames } from '../sheet/shown.ts';
import type { Run } from '../state/runs.ts';
import { observe } from '../view/observe.ts';

/** One row of the comparison of two runs; backticks mark what travels on the wire. */
export interface Row {
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

const code = (text: string) => `\`${text}\``;
const corsLine = /^(access-control-|vary$|cross-origin-resource-policy$)/i;

function answerLines(exchange: Exchange | undefined): string {
  if (!exchange) return 'not sent';
  if (!exchange.response) return 'no answer';
  const lines = exchange.response.headers.filter(([name]) => corsLine.test(name));
  return [statusText(exchange.response), ...lines.map(([name, value]) => `${name}: ${value}`)].map(code).join('\n');
}

function answers(exchanges: readonly Exchange[] | null, preflight: boolean): string {
  if (!exchanges) return 'unknown';
  const found = exchanges.filter(({ request }) => isPreflight(request) === preflight);
  return found.length === 0 ? answerLines(undefined) : found.map(answerLines).join('\n\n');
}

function gotten(result: PageResult): string {
  if (result.kind === 'error')
    return result.message ? code(`${result.name}: ${result.message}`) : `the event ${code(result.name)}`;
  if (result.kind === 'queued') return 'nothing: the beacon was taken';
  if (result.kind === 'event')
    return `the event ${code(result.event)}${result.readable ? '' : ', of something that cannot be read'}`;
  const isReadable = result.type === null || result.type === 'basic' || result.type === 'cors';
  return isReadable ? `${code(statusText(result))}, to be read` : 'an opaque response, in which nothing can be read';
}

function facts(run: Run): Readonly<Record<string, string>> {
  const view = observe(run);
  const outcome = view && explanationOf(view);
  const { result, exchanges } = run.observation;
  const words = outcome && verdictWords(outcome);
  const asked = view
    ? [
        `${view.call.method} ${shortUrl(view.call.url)}`,
        ...view.call.headers.map(([name, value]) => `${name}: ${value}`),
        `credentials: ${view.call.credentials}`,
        `mode: ${view.call.mode}`,
        `by: ${[callNames[view.call.api], crossOriginOf(view.call)].join(' ').trim()}`,
        `from: ${view.call.context}`,
      ]
    : [];
  return {
    Verdict: `${verdictNames[observedVerdict(result) ?? outcome?.verdict ?? 'opaque']} ${words?.where ?? ''}`.trim(),
    Reason: outcome?.finding
      ? findingWords(outcome.finding, 'did', outcome.asker).what
      : (words?.sentence ?? 'unknown'),
    Request: asked.map(code).join('\n'),
    'Preflight answer': answers(exchanges, true),
    Response: answers(exchanges, false),
    'Page got': gotten(result),
    Browser: run.browserLabel,
  };
}

/** Two runs, row by row. */
export function comparison(one: Run, other: Run): readonly Row[] {
  const [left, right] = [facts(one), facts(other)];
  return Object.keys(left).map((name) => ({ name, one: left[name] ?? '', other: right[name] ?? '' }));
}
