import { getHeader } from '../http.ts';
import { normalizeMethod } from '../methods.ts';
import type { Check } from './situation.ts';

/** A method in lower case that is sent as it is, and is no method that a server knows. */
export const methodCase: Check = ({ call, outcome }) => {
  const meant = call.method.toUpperCase();
  const { finding } = outcome;
  const isSaid = finding?.code === 'method-not-allowed' && finding.facts.caseOnly;
  if (isSaid || outcome.messages.length === 0 || normalizeMethod(call.method) === meant) return [];
  return [{ code: 'method-case', facts: { method: call.method, meant } }];
};

/** About the connection or about CORS itself: no page misses them. */
const notMissed =
  /^(access-control-.*|vary|date|connection|keep-alive|server|age|x-cache|x-content-type-options|content-security-policy|set-cookie|transfer-encoding)$/i;

/** Whoever exposes some headers has chosen; only a server that exposes none may not know. */
export const headersHidden: Check = ({ call, outcome, response }) => {
  const shown = outcome.response;
  // What asks in other ways reads no header at all.
  if (call.api !== 'fetch' && call.api !== 'xhr') return [];
  if (shown?.type !== 'cors' || response === null) return [];
  if (getHeader(response.headers, 'Access-Control-Expose-Headers') !== null) return [];
  const readable = new Set(shown.headers.map(([name]) => name));
  const hidden = response.headers.map(([name]) => name).filter((name) => !readable.has(name.toLowerCase()));
  const names = [...new Set(hidden.filter((name) => !notMissed.test(name)))];
  return names.length > 0 ? [{ code: 'headers-hidden', facts: { names } }] : [];
};

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

export const processedAnyway: Check = ({ outcome }) => {
  const last = outcome.messages.at(-1);
  if (outcome.verdict !== 'blocked' || last?.kind !== 'request' || last.response === null) return [];
  const { method } = last.request;
  return safeMethods.includes(method) ? [] : [{ code: 'processed-anyway', facts: { method } }];
};
