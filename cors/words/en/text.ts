import type { At } from '../../findings.ts';
import { reasonPhrase } from '../../status.ts';
import type { Link, Tense } from '../language.ts';

const longest = 80;

/** A value that came from outside: shortened, and without characters that would hide, break the line, or end inline code. */
export function plain(value: string): string {
  const short = value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
  return short
    .replaceAll('`', 'ˋ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same, as inline code. */
export const code = (value: string): string => `\`${plain(value)}\``;

const mostNames = 8;

/** `a`, `b` and `c`; long lists end with how many more there are. */
export function codes(names: readonly string[], last = 'and'): string {
  const shown = names.length > mostNames ? names.slice(0, mostNames - 1) : names;
  const items = shown.map(code);
  if (shown.length < names.length) items.push(`${names.length - shown.length} more`);
  const end = items.pop() ?? '';
  return items.length === 0 ? end : `${items.join(', ')} ${last} ${end}`;
}

/** A list as it would stand in a header. */
export const listed = (names: readonly string[]): string => code(names.join(', '));

export const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** `201 Created`, as inline code. */
export const status = (n: number): string => code(`${n} ${reasonPhrase(n)}`.trim());

/** Names the answer that a rule looked at, as the subject of a sentence. */
export function subject(at: At): string {
  return { preflight: 'The server’s preflight answer', redirect: 'The redirect', response: 'The server’s answer' }[at];
}

/** Picks the wording for a prediction or an observation. */
export const say = (tense: Tense, would: string, did: string): string => (tense === 'would' ? would : did);

const fetchStandard = (label: string, anchor: string): Link => ({
  label: `Fetch: ${label}`,
  href: `https://fetch.spec.whatwg.org/#${anchor}`,
});

export const links = {
  request: fetchStandard('Request constructor', 'dom-request'),
  methods: fetchStandard('methods', 'methods'),
  headers: fetchStandard('Headers', 'headers-class'),
  fetchMethod: fetchStandard('fetch()', 'dom-global-fetch'),
  ports: fetchStandard('port blocking', 'port-blocking'),
  main: fetchStandard('main fetch', 'main-fetch'),
  http: fetchStandard('HTTP fetch', 'http-fetch'),
  cache: fetchStandard('HTTP-network-or-cache fetch', 'http-network-or-cache-fetch'),
  network: fetchStandard('network error', 'concept-network-error'),
  corsCheck: fetchStandard('CORS check', 'concept-cors-check'),
  preflight: fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0'),
  preflightCache: fetchStandard('CORS-preflight cache', 'concept-cache'),
  redirect: fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch'),
  serializedOrigin: fetchStandard('request’s origin', 'serializing-a-request-origin'),
  corp: fetchStandard('Cross-Origin-Resource-Policy', 'cross-origin-resource-policy-header'),
  opaque: fetchStandard('opaque filtered response', 'concept-filtered-response-opaque'),
  opaqueRedirect: fetchStandard('opaque-redirect filtered response', 'concept-filtered-response-opaque-redirect'),
  filtered: fetchStandard('filtered response', 'concept-filtered-response-cors'),
  sharedCache: {
    label: 'HTTP Caching: constructing responses from caches',
    href: 'https://www.rfc-editor.org/rfc/rfc9111#section-4',
  },
  beacon: { label: 'Beacon: sendBeacon()', href: 'https://w3c.github.io/beacon/#sendbeacon-method' },
  elements: {
    label: 'HTML: CORS settings attributes',
    href: 'https://html.spec.whatwg.org/multipage/urls-and-fetching.html#cors-settings-attributes',
  },
  mixed: {
    label: 'Mixed Content: blocking',
    href: 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch',
  },
} as const satisfies Record<string, Link>;
