import { getHeader, type HeaderLine } from '../http.ts';
import { suggestHeaderName } from './header-names.ts';
import type { Check } from './situation.ts';

const preflightOnly = ['access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'];

const namedAs = (lines: readonly HeaderLine[], lower: readonly string[]): readonly string[] => [
  ...new Set(lines.map(([name]) => name).filter((name) => lower.includes(name.toLowerCase()))),
];

export const preflightHeaderOnResponse: Check = ({ response, cors }) => {
  const names = cors ? namedAs(response?.headers ?? [], preflightOnly) : [];
  return names.length > 0 ? [{ code: 'preflight-header-on-response', facts: { names } }] : [];
};

export const responseHeaderOnPreflight: Check = ({ preflight }) => {
  const names = namedAs(preflight?.headers ?? [], ['access-control-expose-headers']);
  return names.length > 0 ? [{ code: 'response-header-on-preflight', facts: { names } }] : [];
};

export const acacPointless: Check = ({ response, cors, include }) => {
  const value = response === null ? null : getHeader(response.headers, 'Access-Control-Allow-Credentials');
  return cors && !include && value !== null && value !== 'true' ? [{ code: 'acac-pointless', facts: { value } }] : [];
};

export const responseHeaderOnRequest: Check = ({ call }) => {
  const isAnswer = /^access-control-(allow-|expose-|max-age$)/i;
  const names = call.headers.map(([name]) => name).filter((name) => isAnswer.test(name));
  return names.length > 0 ? [{ code: 'response-header-on-request', facts: { names } }] : [];
};

export const headerMisspelt: Check = ({ call, outcome }) => {
  const sent = new Set(call.headers.map(([name]) => name));
  const received = new Set(outcome.messages.flatMap(({ response }) => (response?.headers ?? []).map(([name]) => name)));
  const look = (names: ReadonlySet<string>, side: 'request' | 'response') =>
    [...names].flatMap((name) => {
      const meant = suggestHeaderName(name, side);
      return meant === null ? [] : [{ code: 'header-misspelt' as const, facts: { name, meant, side } }];
    });
  return [...look(sent, 'request'), ...look(received, 'response')];
};
