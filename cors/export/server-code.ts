import { answer } from '../answer.ts';
import { pageOf } from '../ask.ts';
import { toFetchCall } from '../call.ts';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import { getHeader, type HeaderLine } from '../http.ts';
import { entries } from '../libraries/draft.ts';
import { normalizeMethod } from '../methods.ts';
import { emptyState } from '../outcome.ts';
import type { Origins, Scenario } from '../scenario.ts';

/** The configuration of a real server, to paste. */
export interface ServerCode {
  readonly label: 'Express' | 'nginx' | 'FastAPI' | 'Spring';
  readonly code: string;
}

/** What a server has to allow. */
interface Policy {
  readonly path: string;
  readonly origin: string;
  readonly method: string;
  readonly headers: readonly string[];
  readonly expose: readonly string[];
  readonly credentials: boolean;
  /** Seconds, or null when the plan does not say. */
  readonly maxAge: string | null;
  readonly preflight: boolean;
}

/**
 * How Express, nginx, FastAPI and Spring allow the scenario's request `index`, and expose and cache what the plan does.
 * Pasted into a real server, none of it forbids what the framework would allow by itself. Empty when there is nothing to allow: no such request, or one to the page's own origin.
 */
export function serverCode(scenario: Scenario, index: number, origins: Origins): readonly ServerCode[] {
  const policy = policyOf(scenario, index, origins);
  if (policy === null) return [];
  return [
    { label: 'Express', code: express(policy) },
    { label: 'nginx', code: nginx(policy) },
    { label: 'FastAPI', code: fastApi(policy) },
    { label: 'Spring', code: spring(policy) },
  ];
}

/** Any that a plan's URLs accept: it does not show in the code. */
const someId = '0123456789abcdef';

function policyOf({ requests, plan }: Scenario, index: number, origins: Origins): Policy | null {
  const request = requests[index];
  if (request === undefined) return null;
  const call = { ...toFetchCall(request, origins, someId), mode: 'cors' } as const;
  const outcome = fetchAsBrowser({
    call,
    page: pageOf(call, origins),
    server: (sent) => answer(plan, sent, origins),
    state: emptyState,
    browser: 'standard',
    now: 0,
  });
  const asked = outcome.steps.find((step) => step.code === 'preflight-needed');
  if (asked?.code !== 'preflight-needed') return null;
  const preflight = outcome.messages.find(({ kind }) => kind === 'preflight')?.response?.headers ?? [];
  const response = outcome.messages.findLast(({ kind }) => kind === 'request')?.response?.headers ?? [];
  const maxAge = getHeader(preflight, 'Access-Control-Max-Age');
  const isOpen = getHeader(response, 'Access-Control-Allow-Origin') === '*' && call.credentials !== 'include';
  return {
    path: request.path.split('?', 1)[0] ?? '/',
    origin: isOpen ? '*' : pageOf(call, origins),
    method: normalizeMethod(call.method),
    headers: asked.facts.headers.map((name) => spelling(name, call.headers)),
    expose: entries(getHeader(response, 'Access-Control-Expose-Headers') ?? ''),
    credentials: call.credentials === 'include',
    maxAge: maxAge !== null && /^\d{1,9}$/.test(maxAge) ? maxAge : null,
    preflight: asked.facts.needed,
  };
}

/** As the page wrote it. */
function spelling(lower: string, headers: readonly HeaderLine[]): string {
  const written = headers.find(([name]) => name.toLowerCase() === lower)?.[0];
  return written ?? (lower === 'content-type' ? 'Content-Type' : lower);
}

const single = (text: string): string => (/['\\]/.test(text) ? JSON.stringify(text) : `'${text}'`);
const double = (text: string): string => JSON.stringify(text);
const list = (names: readonly string[], quote: (text: string) => string): string => names.map(quote).join(', ');
const lines = (all: readonly (string | false)[]): string => all.filter((line) => line !== false).join('\n');

/** What the framework allows by itself and this method too; null when its default will do. */
const methodsBeside = (method: string, allowed: readonly string[]): readonly string[] | null =>
  allowed.includes(method) ? null : [...allowed, method];

/** The headers that a preflight asks for are allowed by default. */
function express({ origin, method, expose, credentials, maxAge }: Policy): string {
  const methods = methodsBeside(method, ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE']);
  return lines([
    "import cors from 'cors';",
    '',
    '// Before the routes and before any login, so that it answers OPTIONS.',
    'app.use(',
    '  cors({',
    `    origin: ${single(origin)},`,
    methods !== null && `    methods: [${list(methods, single)}],`,
    expose.length > 0 && `    exposedHeaders: [${list(expose, single)}],`,
    credentials && '    credentials: true,',
    maxAge !== null && `    maxAge: ${Number(maxAge)},`,
    '  }),',
    ');',
  ]);
}

/** `add_header` in a block hides those around it, and without `always` errors go without. */
function nginx({ path, origin, method, headers, expose, credentials, maxAge, preflight }: Policy): string {
  const add = (name: string, value: string) => `add_header ${name} ${double(value)} always;`;
  const both = [
    add('Access-Control-Allow-Origin', origin),
    credentials && add('Access-Control-Allow-Credentials', 'true'),
  ];
  const indent = (spaces: number, all: readonly (string | false)[]) =>
    all.map((line) => line && `${' '.repeat(spaces)}${line}`);
  return lines([
    `location ${/^[\w./-]+$/.test(path) ? path : double(path)} {`,
    preflight && '  if ($request_method = OPTIONS) {',
    ...(preflight
      ? indent(4, [
          ...both,
          add('Access-Control-Allow-Methods', method),
          headers.length > 0 && add('Access-Control-Allow-Headers', headers.join(', ')),
          maxAge !== null && add('Access-Control-Max-Age', maxAge),
          'return 204;',
        ])
      : []),
    preflight && '  }',
    ...indent(2, [...both, expose.length > 0 && add('Access-Control-Expose-Headers', expose.join(', '))]),
    '  # proxy_pass …',
    '}',
  ]);
}

/** Starlette holds the method of every preflight against its list, GET and POST too. */
function fastApi({ origin, method, headers, expose, credentials, maxAge }: Policy): string {
  const methods = methodsBeside(method, ['GET']);
  return lines([
    'from fastapi.middleware.cors import CORSMiddleware',
    '',
    'app.add_middleware(',
    '    CORSMiddleware,',
    `    allow_origins=[${double(origin)}],`,
    methods !== null && `    allow_methods=[${list(methods, double)}],`,
    headers.length > 0 && `    allow_headers=[${list(headers, double)}],`,
    expose.length > 0 && `    expose_headers=[${list(expose, double)}],`,
    credentials && '    allow_credentials=True,',
    maxAge !== null && `    max_age=${Number(maxAge)},`,
    ')',
  ]);
}

/** Spring holds the method of every request against its list. It allows every header by default. */
function spring({ path, origin, method, expose, credentials, maxAge }: Policy): string {
  const methods = methodsBeside(method, ['GET', 'HEAD', 'POST']);
  const calls = [
    `.allowedOrigins(${double(origin)})`,
    methods !== null && `.allowedMethods(${list(methods, double)})`,
    expose.length > 0 && `.exposedHeaders(${list(expose, double)})`,
    credentials && '.allowCredentials(true)',
    maxAge !== null && `.maxAge(${Number(maxAge)})`,
  ].filter((call) => call !== false);
  return lines([
    '@Configuration',
    'class CorsConfig implements WebMvcConfigurer {',
    '  @Override',
    '  public void addCorsMappings(CorsRegistry registry) {',
    `    registry.addMapping(${double(path)})`,
    `${calls.map((call) => `        ${call}`).join('\n')};`,
    '  }',
    '}',
  ]);
}
