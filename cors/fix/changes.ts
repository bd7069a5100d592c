import { locationOf } from '../answer-through.ts';
import { endpointUrl } from '../endpoint-url.ts';
import { crossOriginOf } from '../export/call-names.ts';
import type { HeaderLine } from '../http.ts';
import type { Answer, Library, Origins, ScenarioRequest } from '../scenario.ts';
import { reasonPhrase } from '../status.ts';
import { resolveOrigins } from '../symbolic.ts';
import type { Draft } from './draft.ts';

/** One line that goes, comes, or becomes another, as it stands on the wire or in code. */
export interface Change {
  readonly where: 'preflight' | 'response' | 'request';
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two drafts, with this deployment's origins. A library's options count as the response's. */
export function changesBetween(before: Draft, after: Draft, origins: Origins, id: string): readonly Change[] {
  const linesOf = (answer: Answer) => answerLines(answer, id, before.request.path, origins);
  const answers = (['preflight', 'response'] as const).flatMap((where) =>
    [
      ...redirectsOpened(before.plan[where], after.plan[where]),
      ...pairs(linesOf(before.plan[where]), linesOf(after.plan[where])),
    ].map((pair) => ({ where, ...pair })),
  );
  const { library } = after.plan;
  const options = pairs(libraryLines(before.plan.library), libraryLines(library)).map((pair) => ({
    where: 'response' as const,
    ...pair,
  }));
  const request = pairs(requestLines(before.request, origins, id), requestLines(after.request, origins, id)).map(
    (pair) => ({ where: 'request' as const, ...pair }),
  );
  const resolved = (text: string | null) => (text === null ? null : resolveOrigins(text, origins));
  return [...answers, ...options, ...request].map(({ where, before: old, after: now }) => ({
    where,
    before: resolved(old),
    after: resolved(now),
  }));
}

/** A line, and what makes it the same line in another version. */
type Keyed = readonly (readonly [key: string, line: string])[];

type Pair = Pick<Change, 'before' | 'after'>;

function pairs(before: Keyed, after: Keyed): readonly Pair[] {
  const keys = [...new Set([...before, ...after].map(([key]) => key))];
  return keys.flatMap((key) => {
    const linesOf = (all: Keyed) => all.filter(([other]) => other === key).map(([, line]) => line);
    const old = without(linesOf(before), linesOf(after));
    const now = without(linesOf(after), linesOf(before));
    return Array.from({ length: Math.max(old.length, now.length) }, (_, i) => ({
      before: old[i] ?? null,
      after: now[i] ?? null,
    }));
  });
}

/** The lines that the others do not have, each of which stands for one. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const headerLines = (headers: readonly HeaderLine[]): Keyed =>
  headers.map(([name, value]) => [`header ${name.toLowerCase()}`, `${name}: ${value}`.trim()]);

/** The redirects that are now sent with the answer's own CORS headers. */
function redirectsOpened(before: Answer, after: Answer): readonly Pair[] {
  return before.redirects.flatMap(({ cors }, i) => {
    const now = after.redirects[i];
    if (now === undefined || now.cors === cors) return [];
    const line = statusLine(now.status);
    return [{ before: `${line}, without CORS headers`, after: `${line}, with CORS headers` }];
  });
}

const statusLine = (status: number): string => `HTTP/1.1 ${status} ${reasonPhrase(status)}`.trim();

function answerLines({ status, headers, body, redirects }: Answer, id: string, path: string, origins: Origins): Keyed {
  return [
    ['status', statusLine(status)],
    ...redirects.flatMap((redirect, i): Keyed => {
      const location = locationOf(redirect, { id, hop: i, path }, origins);
      return [
        [`redirect ${i}`, statusLine(redirect.status)],
        ...(location === null ? [] : [[`location ${i}`, `Location: ${location}`] as const]),
      ];
    }),
    ...headerLines(headers),
    ...(body === '' ? [] : [['body', body.length > longestBody ? `${body.slice(0, longestBody)}…` : body] as const]),
  ];
}
const longestBody = 200;

const libraryLines = (library: Library | null): Keyed =>
  library === null
    ? []
    : (['origins', 'methods', 'headers', 'credentials'] as const).map((option) => [
        option,
        `${option}: ${library[option] === '' ? 'its own default' : library[option]}`,
      ]);

function requestLines(request: ScenarioRequest, origins: Origins, id: string): Keyed {
  const options = ['method', 'mode', 'credentials', 'redirect', 'cache'] as const;
  // An element says its mode by an attribute, which stands in its name.
  const chosen = request.api === 'fetch' ? options : request.api === 'xhr' ? (['method'] as const) : [];
  return [
    ['url', endpointUrl(origins[request.target], id, request.path)],
    ['context', `from: ${request.context}`],
    ['crossorigin', crossOriginOf(request) || 'no crossorigin'],
    ...chosen.map((option) => [option, `${option}: ${JSON.stringify(request[option])}`] as const),
    ...headerLines(request.headers),
  ];
}
