import type { Origins } from '#cors';
import type { AnswerName } from '../state/scenario.ts';
import type { Option } from '../ui/combobox.tsx';

/** What a suggestion may depend on: the deployment, and what the preflight of this request asks for. */
export interface Asked {
  readonly origins: Origins;
  readonly method: string;
  /** The names in `Access-Control-Request-Headers`, as sent; empty when none are asked for. */
  readonly headers: string;
}

export interface CorsHeader {
  readonly name: string;
  /** The first option is what switching the header on fills in. */
  readonly options: (asked: Asked) => readonly Option[];
  readonly help: string;
  readonly href: string;
}

const mdn = 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/';

const allowOrigin: CorsHeader = {
  name: 'Access-Control-Allow-Origin',
  options: ({ origins }) => [
    { value: origins.page, hint: 'the page’s origin' },
    { value: '*', hint: 'any origin' },
    { value: '{origin}', hint: 'whichever origin asks' },
    { value: `{origin in ${origins.page} ${origins.second}}`, hint: 'if on a list' },
    { value: 'https://app.example', hint: 'another origin' },
    { value: `${origins.page}/`, hint: 'a URL, not an origin' },
    { value: 'null', hint: 'an opaque origin' },
  ],
  help: 'Who may read: one origin, or `*` for requests without credentials.',
  href: `${mdn}Access-Control-Allow-Origin`,
};
const allowCredentials: CorsHeader = {
  name: 'Access-Control-Allow-Credentials',
  options: () => [
    { value: 'true' },
    { value: 'false', hint: 'as good as off' },
    { value: 'True', hint: 'not the same as true' },
  ],
  help: 'Needed when a request includes credentials.',
  href: `${mdn}Access-Control-Allow-Credentials`,
};
const vary: CorsHeader = {
  name: 'Vary',
  options: () => [
    { value: 'Origin', hint: 'answers differ by origin' },
    { value: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers' },
    { value: 'Accept-Encoding' },
    { value: '*', hint: 'never reuse' },
  ],
  help: 'Tells caches which request headers the answer depends on.',
  href: `${mdn}Vary`,
};
const allowMethods: CorsHeader = {
  name: 'Access-Control-Allow-Methods',
  options: ({ method }) => [
    { value: method, hint: 'what is asked for' },
    { value: 'GET, HEAD, POST, PUT, PATCH, DELETE' },
    { value: '*', hint: 'any, without credentials' },
    { value: '{requested-method}', hint: 'whatever is asked for' },
  ],
  help: 'GET, HEAD and POST need no mention.',
  href: `${mdn}Access-Control-Allow-Methods`,
};
const allowHeaders: CorsHeader = {
  name: 'Access-Control-Allow-Headers',
  options: ({ headers }) => [
    ...(headers ? [{ value: headers, hint: 'what is asked for' }] : []),
    { value: 'content-type' },
    { value: 'content-type, authorization' },
    { value: '*', hint: 'any but Authorization' },
    { value: '{requested-headers}', hint: 'whatever is asked for' },
  ],
  help: 'Every request header that is not safelisted.',
  href: `${mdn}Access-Control-Allow-Headers`,
};
const maxAge: CorsHeader = {
  name: 'Access-Control-Max-Age',
  options: () => [
    { value: '600', hint: '10 minutes' },
    { value: '7200', hint: '2 hours, Chromium’s most' },
    { value: '86400', hint: '24 hours, Firefox’s most' },
    { value: '0', hint: 'ask every time' },
    { value: '-1', hint: 'ask every time' },
  ],
  help: 'Seconds that browsers may keep this answer; 5 without it.',
  href: `${mdn}Access-Control-Max-Age`,
};
const exposeHeaders: CorsHeader = {
  name: 'Access-Control-Expose-Headers',
  options: () => [
    { value: 'X-Total-Count' },
    { value: 'X-Request-Id, ETag' },
    { value: '*', hint: 'all, without credentials' },
  ],
  help: 'Headers that the page may read beyond the safelisted ones.',
  href: `${mdn}Access-Control-Expose-Headers`,
};

/** The headers that have a switch, by the answer that they belong to. */
export const corsHeaders: Readonly<Record<AnswerName, readonly CorsHeader[]>> = {
  preflight: [allowOrigin, allowMethods, allowHeaders, allowCredentials, maxAge, vary],
  response: [allowOrigin, allowCredentials, exposeHeaders, vary],
};

export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const hasSwitch = (answer: AnswerName, name: string): boolean =>
  corsHeaders[answer].some((header) => sameName(header.name, name));
