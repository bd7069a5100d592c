import { getHeader, type HeaderLine, isPreflight, type WireRequest } from '../http.ts';
import type { Library } from '../scenario.ts';

/** An answer in the making, before the lines that every answer carries (Content-Length and the like). */
export interface Draft {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}

/** One library as people configure it. An option that is empty means what the library takes it to mean. */
export interface LibraryKind {
  readonly label: string;
  /** One sentence: what most surprises people about it. */
  readonly note: string;
  /** Options to begin with: its own defaults where it has any, else the least that allows this page. */
  readonly defaults: Omit<Library, 'name'>;
  /** What becomes of the application's answer. Origins in `options` are already resolved. */
  readonly apply: (options: Library, asked: Asked, draft: Draft) => Draft;
}

/** What a library looks at in a request. */
export interface Asked {
  readonly origin: string | null;
  readonly method: string;
  readonly preflight: boolean;
  readonly requestedMethod: string | null;
  readonly requestedHeaders: string | null;
  readonly cookie: boolean;
  /** Whether the Origin is the server's own. */
  readonly sameOrigin: boolean;
}

/** What a request asks of a library. */
export function readRequest(request: WireRequest): Asked {
  const origin = getHeader(request.headers, 'Origin');
  return {
    origin,
    method: request.method,
    preflight: isPreflight(request),
    requestedMethod: getHeader(request.headers, 'Access-Control-Request-Method'),
    requestedHeaders: getHeader(request.headers, 'Access-Control-Request-Headers'),
    cookie: getHeader(request.headers, 'Cookie') !== null,
    sameOrigin: origin !== null && request.url.startsWith(`${origin}/`),
  };
}

/** An option's comma-separated entries. */
export const entries = (option: string): readonly string[] =>
  option
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** The lines that have a value. */
export const linesOf = (lines: readonly (readonly [name: string, value: string | null | false])[]): HeaderLine[] =>
  lines.flatMap(([name, value]) => (value === null || value === false || value === '' ? [] : [[name, value] as const]));

export const lowerCaseNames = (lines: readonly HeaderLine[]): HeaderLine[] =>
  lines.map(([name, value]) => [name.toLowerCase(), value]);

/** The library writes first, so the application's own line of the same name replaces the library's. */
export const beneath = (draft: Draft, lines: readonly HeaderLine[]): Draft => ({
  ...draft,
  headers: [...without(lines, draft.headers), ...draft.headers],
});

/** The library writes last, so its line replaces the application's. */
export const over = (draft: Draft, lines: readonly HeaderLine[]): Draft => ({
  ...draft,
  headers: [...without(draft.headers, lines), ...lines],
});

/** The library answers itself: with its own status and text, beside the lines that the answer has anyway. */
export const instead = (draft: Draft, status: number, body = '', contentType = 'text/plain'): Draft => ({
  status,
  headers: body === '' ? draft.headers : over(draft, [['Content-Type', contentType]]).headers,
  body,
});

/** What a proxy says when the server behind it never came up, because the library refused its configuration. */
export const notStarted = (reason: string): Draft => ({
  status: 502,
  headers: [['Content-Type', 'text/plain']],
  body: `The server did not start: ${reason}.\n`,
});

/** Vary is a list that everybody adds to, so it never replaces. */
function without(lines: readonly HeaderLine[], others: readonly HeaderLine[]): readonly HeaderLine[] {
  const names = new Set(others.map(([name]) => name.toLowerCase()));
  names.delete('vary');
  return lines.filter(([name]) => !names.has(name.toLowerCase()));
}
