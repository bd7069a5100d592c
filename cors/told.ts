import type { Outcome, PageResult } from './outcome.ts';
import type { Api } from './scenario.ts';

/** What the page is told when a request comes to this outcome. */
export function toldBy({ verdict, response }: Outcome, api: Api): PageResult {
  if (api === 'beacon') return { kind: 'queued' };
  if (response === null) return { kind: 'error', name: api === 'fetch' ? 'TypeError' : 'error', message: '' };
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
