import type { HeaderLine } from './http.ts';
import { isForbiddenMethod, isToken } from './methods.ts';

const forbiddenRequestHeaders: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
const methodOverrides: ReadonlySet<string> = new Set(['x-http-method', 'x-http-method-override', 'x-method-override']);
const safelistedResponseHeaders: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);
const requestBodyHeaders: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/** https://fetch.spec.whatwg.org/#forbidden-request-header */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (forbiddenRequestHeaders.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  return methodOverrides.has(lower) && splitOutsideQuotes(value).some(isForbiddenMethod);
}

/** https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'set-cookie' || lower === 'set-cookie2';
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name, without the names that a response exposes. */
export function isSafelistedResponseHeader(name: string): boolean {
  return safelistedResponseHeaders.has(name.toLowerCase());
}

/** Those that go when a redirect turns the request into a GET: https://fetch.spec.whatwg.org/#request-body-header-name */
export function isRequestBodyHeader(name: string): boolean {
  return requestBodyHeaders.has(name.toLowerCase());
}

/** https://fetch.spec.whatwg.org/#header-value, once normalized: no NUL, CR or LF, and nothing that is not a byte. */
export function isHeaderValue(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 0xff || code === 0 || code === 0x0a || code === 0x0d) return false;
  }
  return true;
}

/** Without the HTTP whitespace around it: https://fetch.spec.whatwg.org/#concept-header-value-normalize */
export function normalizeValue(value: string): string {
  return trimEnd(trimStart(value, isHttpWhitespace), isHttpWhitespace);
}

/** As normalizeValue, but only at the end. */
export function trimTrailing(value: string): string {
  return trimEnd(value, isHttpWhitespace);
}

/** Without the blanks and tabs around it, as an HTTP parser hands a value over. */
export function trimBlanks(value: string): string {
  return trimEnd(trimStart(value, isBlank), isBlank);
}

/** The lines as an HTTP parser hands them over. */
export function receivedHeaders(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  return lines.map(([name, value]) => [name, trimBlanks(value)]);
}

/** As an HTTP parser hands them over that takes no notice of an empty line beside others of the same name. */
export function withoutEmptyLines(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const filled = new Set(lines.filter(([, value]) => value !== '').map(([name]) => name.toLowerCase()));
  return lines.filter(
    ([name, value]) =>
      value !== '' ||
      // Firefox counts the lines of this one, when they are written just so.
      name === 'Access-Control-Allow-Origin' ||
      !filled.has(name.toLowerCase()),
  );
}

/** One line a name, as first written, with all its values: what crosses the wire. */
export function combineLines(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  if (new Set(lines.map(([name]) => name.toLowerCase())).size === lines.length) return lines;
  const combined = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, value] of lines) {
    const lower = name.toLowerCase();
    const known = combined.get(lower);
    if (known === undefined) combined.set(lower, { name, values: [value] });
    else known.values.push(value);
  }
  return [...combined.values()].map(({ name, values }): HeaderLine => [name, values.join(', ')]);
}

/** Whether a line has this name, which is given in lower case. */
export function hasName(line: HeaderLine, lower: string): boolean {
  return line[0].length === lower.length && line[0].toLowerCase() === lower;
}

/**
 * The tokens of all lines of a list header (`#token`), null when there is no such line, or 'failure' when one element
 * anywhere is not a token. `stop`: the token after which nothing is looked at any more.
 * https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractList(
  headers: readonly HeaderLine[],
  lower: string,
  stop: string | null = null,
): readonly string[] | null | 'failure' {
  let list: string[] | null = null;
  for (const line of headers) {
    if (!hasName(line, lower)) continue;
    list ??= [];
    for (const element of line[1].split(',')) {
      const token = trimBlanks(element);
      if (token === '') continue;
      if (!isToken(token)) return 'failure';
      list.push(token);
      if (token === stop) return list;
    }
  }
  return list;
}

/** https://fetch.spec.whatwg.org/#header-value-get-decode-and-split */
function splitOutsideQuotes(value: string): readonly string[] {
  const items: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= value.length; i++) {
    const char = value[i];
    if (char === undefined || (char === ',' && !quoted)) {
      items.push(trimBlanks(value.slice(start, i)));
      start = i + 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === '\\' && quoted) i++;
  }
  return items;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isHttpWhitespace(code: number): boolean {
  return isBlank(code) || code === 0x0a || code === 0x0d;
}

// Not regular expressions: `[ \t]+$` takes quadratic time over a long run of blanks inside a value. Beyond the ends of a
// text charCodeAt() gives NaN, which is no space.
function trimStart(text: string, isSpace: (code: number) => boolean): string {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start++;
  return text.slice(start);
}

function trimEnd(text: string, isSpace: (code: number) => boolean): string {
  let end = text.length;
  while (isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}
