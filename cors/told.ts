import type { FindingCode } from './findings.ts';
import type { Outcome, PageResult } from './outcome.ts';
import type { Api } from './scenario.ts';

/** What the page is told when a request comes to this outcome. */
export function toldBy({ asker, verdict, response, finding }: Outcome): PageResult {
  const { api } = asker;
  const error = (name: string): PageResult => ({ kind: 'error', name, message: '' });
  if (finding?.code === 'api-missing') return error(api === 'beacon' ? 'TypeError' : 'ReferenceError');
  if (api === 'beacon') return { kind: 'queued' };
  if (response === null) return error((api === 'xhr' && finding && thrown[finding.code]) || (errors[api] ?? 'error'));
  switch (api) {
    case 'fetch':
      return { kind: 'response', ...response };
    case 'xhr':
      return { kind: 'response', ...response, type: null };
    case 'event-source':
      return { kind: 'event', event: 'open', readable: true };
    default:
      return { kind: 'event', event: 'load', readable: verdict === 'readable' };
  }
}

/** What rejects; all else fires an event that is called `error`. */
const errors: Readonly<Partial<Record<Api, string>>> = { fetch: 'TypeError', font: 'NetworkError' };

/** By https://xhr.spec.whatwg.org/#the-open()-method and https://xhr.spec.whatwg.org/#the-setrequestheader()-method */
const thrown: Readonly<Partial<Record<FindingCode, string>>> = {
  'method-invalid': 'SyntaxError',
  'method-forbidden': 'SecurityError',
  'header-name-invalid': 'SyntaxError',
  'header-value-invalid': 'SyntaxError',
};
