import { endpointUrl } from '../answer.ts';
import type { HeaderLine } from '../http.ts';
import type { Answer, Library, Origins, RedirectTarget, ScenarioRequest } from '../scenario.ts';
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
  const answers = (['preflight', 'response'] as const).flatMap((where) =>
    pairs(answerLines(before.plan[where]), answerLines(after.plan[where])).map((pair) => ({ where, ...pair })),
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

function pairs(before: Keyed, after: Keyed): readonly { before: string | null; after: string | null }[] {
  const keys = [...new Set([...before, ...after].map(([key]) => key))];
  return keys.flatMap((key) => {
    const old = before.filter(([other]) => other === key).map(([, line]) => line);
    const now = after.filter(([other]) => other === key).map(([, line]) => line);
    if (old.join('\n') === now.join('\n')) return [];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, i) => ({
      before: old[i] ?? null,
      after: now[i] ?? null,
    })).filter((pair) => pair.before !== pair.after);
  });
}

const headerLines = (headers: readonly HeaderLine[]): Keyed =>
  headers.map(([name, value]) => [`header ${name.toLowerCase()}`, `${name}: ${value}`.trim()]);

function answerLines({ status, headers, redirects }: Answer): Keyed {
  return [
    ['status', `HTTP/1.1 ${status} ${reasonPhrase(status)}`.trim()],
    ...redirects.map(
      ({ to, status: redirect, cors, userinfo }, i) =>
        [
          `redirect ${i}`,
          `HTTP/1.1 ${redirect} ${reasonPhrase(redirect)} to ${locations[to]}` +
            `${userinfo ? ' with user:secret@' : ''}, ${cors ? 'with' : 'without'} CORS headers`,
        ] as const,
    ),
    ...headerLines(headers),
  ];
}

const locations: Readonly<Record<RedirectTarget, string>> = {
  page: '{page}',
  'same-site': '{same-site}',
  'cross-site': '{cross-site}',
  second: '{second}',
  'no-location': 'nowhere',
  unparsable: 'http://[oops]/',
  'data-url': 'data:text/plain,hello',
};

const libraryLines = (library: Library | null): Keyed =>
  library === null
    ? []
    : (['origins', 'methods', 'headers', 'credentials'] as const).map((option) => [
        option,
        `${option}: ${library[option] === '' ? 'its own default' : library[option]}`,
      ]);

function requestLines(request: ScenarioRequest, origins: Origins, id: string): Keyed {
  return [
    ['url', endpointUrl(origins[request.target], id, request.path)],
    ...(['method', 'mode', 'credentials', 'redirect', 'cache'] as const).map(
      (option) => [option, `${option}: ${JSON.stringify(request[option])}`] as const,
    ),
    ...headerLines(request.headers),
  ];
}
