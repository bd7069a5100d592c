import type { Library } from '../scenario.ts';
import { type Asked, beneath, entries, instead, type LibraryKind, linesOf, notStarted } from './draft.ts';

export const rsCors: LibraryKind = {
  label: 'Go (rs/cors)',
  note: 'Says nothing at all when a preflight fails, and also withholds its headers from actual requests whose method is not listed.',
  defaults: { origins: '*', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  apply: (options, asked, draft) => {
    const patterns = entries(options.origins || '*').map((origin) => origin.toLowerCase());
    const any = patterns.includes('*');
    const allowed = asked.origin !== null && patterns.some((pattern) => matchesPattern(pattern, asked.origin ?? ''));
    const methods = entries(options.methods || 'GET,POST,HEAD');
    const preflight = asked.method === 'OPTIONS' && asked.requestedMethod !== null;
    const method = preflight ? (asked.requestedMethod ?? '') : asked.method;
    const headers = entries(options.headers || 'accept,content-type,x-requested-with').map((n) => n.toLowerCase());
    const requested = entries(asked.requestedHeaders ?? '');
    const passes =
      allowed &&
      (method === 'OPTIONS' || methods.includes(method)) &&
      (!preflight || headers.includes('*') || requested.every((name) => headers.includes(name)));
    // Go writes its headers in alphabetical order.
    const answer = beneath(
      draft,
      linesOf([
        ['Access-Control-Allow-Credentials', passes && options.credentials && 'true'],
        ['Access-Control-Allow-Headers', passes && preflight && asked.requestedHeaders],
        ['Access-Control-Allow-Methods', passes && preflight && method],
        ['Access-Control-Allow-Origin', passes && (any ? '*' : asked.origin)],
        ['Access-Control-Expose-Headers', passes && !preflight && entries(options.expose).join(', ')],
        ['Access-Control-Max-Age', passes && preflight && options.maxAge],
        ['Vary', preflight ? 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers' : 'Origin'],
      ]),
    );
    return preflight ? instead(answer, 204) : answer;
  },
};

/** One `*` anywhere stands for anything, even for the end of a host name. */
function matchesPattern(pattern: string, origin: string): boolean {
  const lower = origin.toLowerCase();
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === lower;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return lower.length >= before.length + after.length && lower.startsWith(before) && lower.endsWith(after);
}

export const jub0bs: LibraryKind = {
  label: 'Go (jub0bs/cors)',
  note: 'Refuses an unsafe configuration before the server starts, and answers a failed preflight with 403 and no CORS headers at all.',
  defaults: { origins: '{page}', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  apply: (options, asked, draft) => {
    const problem = configurationProblem(options);
    if (problem !== null) return notStarted(`jub0bs/cors refuses ${problem}`);
    const any = entries(options.origins).includes('*');
    const allowed =
      asked.origin !== null && (any || entries(options.origins).some((o) => matchesSubdomains(o, asked.origin ?? '')));
    const origin = any ? '*' : asked.origin;
    const credentials = options.credentials && 'true';
    if (!asked.preflight) {
      return beneath(
        draft,
        linesOf([
          ['Access-Control-Allow-Credentials', allowed && credentials],
          ['Access-Control-Allow-Origin', any ? '*' : allowed && origin],
          ['Access-Control-Expose-Headers', (any || allowed) && entries(options.expose).join(',').toLowerCase()],
          ['Vary', asked.method === 'OPTIONS' ? preflightVary : !any && 'Origin'],
        ]),
      );
    }
    const passes = allowed && isMethodAllowed(options, asked) && areHeadersAllowed(options, asked);
    const safelisted = /^(GET|HEAD|POST)$/.test(asked.requestedMethod ?? '');
    const anyMethod = options.methods.trim() === '*' && !options.credentials;
    const anyHeader = entries(options.headers).includes('*') && !options.credentials;
    const withAuthorization = entries(options.headers).some((name) => name.toLowerCase() === 'authorization');
    const answer = beneath(
      draft,
      linesOf([
        ['Access-Control-Allow-Credentials', passes && credentials],
        [
          'Access-Control-Allow-Headers',
          passes &&
            asked.requestedHeaders !== null &&
            (anyHeader ? (withAuthorization ? '*,authorization' : '*') : asked.requestedHeaders),
        ],
        ['Access-Control-Allow-Methods', passes && !safelisted && (anyMethod ? '*' : asked.requestedMethod)],
        ['Access-Control-Allow-Origin', passes && origin],
        ['Access-Control-Max-Age', passes && (options.maxAge === '-1' ? '0' : options.maxAge)],
        ['Vary', preflightVary],
      ]),
    );
    return instead(answer, passes ? 204 : 403);
  },
};

const preflightVary = 'Access-Control-Request-Headers, Access-Control-Request-Method, Origin';

function isMethodAllowed({ methods }: Library, { requestedMethod }: Asked): boolean {
  return methods.trim() === '*' || ['GET', 'HEAD', 'POST', ...entries(methods)].includes(requestedMethod ?? '');
}

function areHeadersAllowed({ headers }: Library, { requestedHeaders }: Asked): boolean {
  const allowed = entries(headers).map((name) => name.toLowerCase());
  return allowed.includes('*') || entries(requestedHeaders ?? '').every((name) => allowed.includes(name));
}

function configurationProblem({ origins, credentials, expose, maxAge }: Library): string | null {
  const listed = entries(origins);
  if (listed.length === 0) return 'an empty list of origins';
  if (listed.includes('*')) return credentials ? '* together with credentials' : null;
  const malformed = listed.find(
    (origin) => !/^[a-z][a-z\d+.-]*:\/\/(\*\.)?([a-z\d.-]+|\[[\da-f:]+\])(:(\d+|\*))?$/.test(origin),
  );
  if (malformed !== undefined) return `the origin ${malformed}`;
  const insecure = listed.find((o) => /^http:/.test(o) && !/^http:\/\/(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(o));
  if (insecure !== undefined && credentials) return `the insecure origin ${insecure} together with credentials`;
  if (credentials && entries(expose).includes('*')) return 'exposing * together with credentials';
  return maxAge !== '' && (Number(maxAge) < -1 || Number(maxAge) > 86_400) ? `a max-age of ${maxAge} seconds` : null;
}

/** `*.` before a host name stands for one or more labels, `:*` for any port. */
function matchesSubdomains(pattern: string, origin: string): boolean {
  const [scheme = '', host = ''] = pattern.split('://');
  const anyPort = host.endsWith(':*');
  const wanted = anyPort ? host.slice(0, -2) : host;
  if (!origin.startsWith(`${scheme}://`)) return false;
  const asked = origin.slice(scheme.length + 3);
  const compared = anyPort ? asked.replace(/:\d+$/, '') : asked;
  return wanted.startsWith('*.')
    ? compared.endsWith(wanted.slice(1)) && compared.length > wanted.length - 1
    : compared === wanted;
}
