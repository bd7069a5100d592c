import type { Step } from '../steps.ts';
import { type Request, serializedOrigin } from './request.ts';

/** The steps from sending on, for a reader who wants to know what would have come. */
export function fromSend(request: Request): readonly Step[] {
  const send: Step = { code: 'send', facts: { method: request.method, hop: request.hop }, result: 'not-reached' };
  return [send, ...fromAnswer(request)];
}

/** The steps after the answer has come. */
export function fromAnswer(request: Request): readonly Step[] {
  if (request.tainting === 'basic') return [filter(request)];
  const check: Step =
    request.tainting === 'opaque'
      ? { code: 'corp-check', facts: { value: null }, result: 'not-reached' }
      : {
          code: 'cors-check',
          facts: {
            at: 'response',
            origin: serializedOrigin(request),
            value: null,
            allowCredentials: null,
            credentials: request.credentials === 'include',
            hop: request.hop,
          },
          result: 'not-reached',
        };
  return [check, filter(request)];
}

/** The last step. */
export function filter(request: Request): Step {
  return { code: 'filter', facts: { type: request.tainting, visible: 0, total: 0 }, result: 'not-reached' };
}
