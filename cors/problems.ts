import type { HeaderLine } from './http.ts';
import { isToken } from './methods.ts';
import { type Cookie, limits } from './scenario.ts';

// Each function says in plain words what is wrong, so that it reads on after the field's name, or null.

const setElsewhere = new Map([
  ['set-cookie', 'is set by the cookies of the answer'],
  ['set-cookie2', 'is set by the cookies of the answer'],
  ['location', 'is set by the redirects of the answer'],
  ['content-length', 'is counted by the server'],
]);

/** Lines that frame the message, or that would outlive this endpoint in the browser, or that keep it harmless. */
const reserved = new Set([
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'trailer',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-content-type-options',
  'strict-transport-security',
  'clear-site-data',
  'alt-svc',
  'nel',
  'report-to',
  'reporting-endpoints',
  'refresh',
  'service-worker-allowed',
  'public-key-pins',
  'content-encoding',
  'date',
]);

/** Why a plan may not send a header of this name. */
export function headerNameProblem(name: string): string | null {
  if (name === '') return 'needs a name';
  if (name.length > limits.headerNameLength) return `has a name longer than ${limits.headerNameLength} characters`;
  if (!isToken(name)) return "has a name with characters other than letters, digits and !#$%&'*+-.^_`|~";
  const lower = name.toLowerCase();
  return setElsewhere.get(lower) ?? (reserved.has(lower) ? 'is a header that an answer here cannot set' : null);
}

/** Why a plan may not send this header value. */
export function headerValueProblem(value: string): string | null {
  if (value.length > limits.headerValueLength) return `has a value longer than ${limits.headerValueLength} characters`;
  if (/[\r\n\0]/.test(value)) return 'has a value with a line break or a NUL, which no header can hold';
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) return 'has a value with a character that no header can hold';
  return null;
}

/** Why a list of header lines is too much to send. */
export function headersSizeProblem(lines: readonly HeaderLine[]): string | null {
  const total = lines.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return total > limits.headersTotalLength ? `have more than ${limits.headersTotalLength} characters in all` : null;
}

/** Why a cookie cannot be set. https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
export function cookieProblem({ name, value }: Pick<Cookie, 'name' | 'value'>): string | null {
  if (!isToken(name)) return 'needs a name of letters, digits and hyphens';
  return /[;,\s"\\]/.test(value)
    ? 'has a value with a blank, a quote, a comma, a semicolon or a backslash'
    : headerValueProblem(value);
}

/** Why a request cannot go to this path of the endpoint. */
export function pathProblem(path: string): string | null {
  if (!path.startsWith('/')) return 'must begin with /';
  if (path.length > limits.pathLength) return `must be at most ${limits.pathLength} characters long`;
  if (/^\/@\d/.test(path)) return 'must not begin with /@ and a digit, which is how a redirect is named';
  if (/[\\#\s]/.test(path)) return 'must not hold a blank, a backslash or #';
  // They would lead out of the endpoint, for the page's own origin even to its control API.
  const segments = path.split('?', 1)[0]?.split('/') ?? [];
  return segments.some((segment) => /^(\.|%2e){1,2}$/i.test(segment)) ? 'must not hold . or .. as a segment' : null;
}
