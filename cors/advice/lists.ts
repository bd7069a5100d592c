import type { Advice } from '../findings.ts';
import {
  extractList,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
  isSafelistedResponseHeader,
} from '../headers.ts';
import { getHeader, type HeaderLine } from '../http.ts';
import { isForbiddenMethod, isSafelistedMethod } from '../methods.ts';
import { type Check, elements, type Situation } from './situation.ts';

const allowMethods = 'Access-Control-Allow-Methods';
const allowHeaders = 'Access-Control-Allow-Headers';
const exposeHeaders = 'Access-Control-Expose-Headers';

/** Safelisted whatever their value. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const safelistedRequestHeaders = ['accept', 'accept-language', 'content-language'];

interface List {
  readonly header: string;
  readonly lines: readonly HeaderLine[];
  readonly isSafelisted: (name: string) => boolean;
  readonly isForbidden: (name: string) => boolean;
}

/** The three lists, each where browsers look for it. */
function lists({ preflight, response, cors }: Situation): readonly List[] {
  const sent = preflight?.headers ?? [];
  return [
    { header: allowMethods, lines: sent, isSafelisted: isSafelistedMethod, isForbidden: isForbiddenMethod },
    {
      header: allowHeaders,
      lines: sent,
      isSafelisted: (name) => safelistedRequestHeaders.includes(name.toLowerCase()),
      isForbidden: (name) => isForbiddenRequestHeader(name, ''),
    },
    {
      header: exposeHeaders,
      lines: cors ? (response?.headers ?? []) : [],
      isSafelisted: isSafelistedResponseHeader,
      isForbidden: isForbiddenResponseHeader,
    },
  ];
}

const each =
  (look: (list: List, names: readonly string[], situation: Situation) => readonly Advice[]): Check =>
  (situation) =>
    lists(situation).flatMap((list) => look(list, elements(list.lines, list.header), situation));

export const wildcardLiteral = each(({ header }, names, { include }) =>
  include && names.includes('*') ? [{ code: 'wildcard-literal', facts: { header } }] : [],
);

/** Many lists name all methods of an API for completeness; only one that names nothing else is worth a word. */
export const safelistedListed = each(({ header, isSafelisted }, names) =>
  names.length > 0 && names.every(isSafelisted) ? [{ code: 'safelisted-listed', facts: { header, names } }] : [],
);

export const forbiddenListed = each(({ header, isForbidden }, all) => {
  const names = all.filter(isForbidden);
  return names.length > 0 ? [{ code: 'forbidden-listed', facts: { header, names } }] : [];
});

export const exposeInvalid: Check = ({ response, cors }) => {
  if (!cors || response === null || extractList(response.headers, exposeHeaders.toLowerCase()) !== 'failure') return [];
  return [{ code: 'expose-invalid', facts: { value: getHeader(response.headers, exposeHeaders) ?? '' } }];
};
