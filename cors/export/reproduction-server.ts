import { answer } from '../answer.ts';
import { askingOrigin } from '../fetch/fetch-as-browser.ts';
import type { HeaderLine, WireRequest, WireResponse } from '../http.ts';
import { libraries } from '../libraries/index.ts';
import { originOf } from '../origin.ts';
import { sampleFont } from '../samples.ts';
import type { Answer, Origins, Plan, Redirect } from '../scenario.ts';
import { requestToken, resolveOrigins } from '../symbolic.ts';
import { type Case, caseTitle, someId, withoutEndpoint } from './reproduction-case.ts';

type Kind = 'preflight' | 'response';

/** `server.mjs`: gives out the page, and answers everything else as the plan does. */
export function serverFile(made: Case, pagePath: string): string {
  const { scenario, call, page } = made;
  const kinds: readonly Kind[] = isPreflighted(made) ? ['preflight', 'response'] : ['response'];
  const isRedirected = kinds.some((kind) => scenario.plan[kind].redirects.length > 0);
  const isPreflight =
    call.method === 'OPTIONS' ? "request.headers['access-control-request-method']" : "method === 'OPTIONS'";
  const ports = portsOf(made);
  return [
    `// ${caseTitle(made)}`,
    '//',
    '// With Node.js 20 or newer, beside page.html; there is nothing to install:',
    '//   node server.mjs',
    `// Then open ${page}${pagePath}`,
    '',
    "import { readFileSync } from 'node:fs';",
    "import { createServer } from 'node:http';",
    '',
    ...(ports.length > 1 ? ['// Each port is an origin of its own.'] : []),
    `for (const port of [${ports.join(', ')}]) createServer(handle).listen(port, '127.0.0.1');`,
    '',
    'function handle(request, response) {',
    '  const { method, url } = request;',
    '  const { origin } = request.headers;',
    `  if (url === '${pagePath}') {`,
    ...indent(servePage(made), 4),
    '    return;',
    '  }',
    "  console.log(method, url, origin ?? '');",
    '',
    ...(isRedirected
      ? ['  // How many redirects led here.', '  const hop = Number(/^\\/hop-(\\d+)\\//.exec(url)?.[1] ?? 0);']
      : []),
    ...kinds.flatMap((kind) =>
      kind === 'preflight'
        ? [`  if (${isPreflight}) {`, ...indent(answers(made, kind), 4), '    return;', '  }']
        : indent(answers(made, kind), 2),
    ),
    '}',
    '',
    '// The lines go out as they stand: their order, their case, and those that are there twice.',
    "function send(response, status, lines, body = '') {",
    `  response.writeHead(status, ${isSniffed(made) ? "[...lines, ['X-Content-Type-Options', 'nosniff']]" : 'lines'}.flat());`,
    '  response.end(body);',
    '}',
    '',
  ].join('\n');
}

const indent = (lines: readonly string[], spaces: number): string[] =>
  lines.map((line) => `${' '.repeat(spaces)}${line}`);

const isPreflighted = ({ outcomes }: Case): boolean =>
  outcomes.some(({ messages }) => messages.some(({ kind }) => kind === 'preflight'));

/** Whether the type of the answer may matter to what asks, as it does not when a script reads it by CORS. */
const isSniffed = ({ call: { api, mode } }: Case): boolean =>
  api !== 'xhr' && api !== 'event-source' && (api !== 'fetch' || mode === 'no-cors');

/** The origin that a redirect leads to; null when it leads nowhere. */
const destination = ({ to }: Redirect, origins: Origins): string | null =>
  to === 'no-location' || to === 'unparsable' || to === 'data-url' ? null : origins[to];

function portsOf({ scenario, call, origins, page }: Case): readonly string[] {
  const { preflight, response } = scenario.plan;
  const places = [...preflight.redirects, ...response.redirects].map((redirect) => destination(redirect, origins));
  const urls = [page, call.url, ...places.filter((place) => place !== null)];
  return [...new Set(urls.map((url) => new URL(url).port))].sort();
}

function servePage({ call }: Case): readonly string[] {
  const sandbox = call.context === 'sandboxed-iframe';
  return [
    ...(sandbox ? ['// In a sandbox without allow-same-origin, the origin of the page is null.'] : []),
    `response.writeHead(200, { 'Content-Type': 'text/html'${sandbox ? ", 'Content-Security-Policy': 'sandbox allow-scripts'" : ''} });`,
    "response.end(readFileSync(new URL('page.html', import.meta.url)));",
  ];
}

/** What is sent at each hop; nothing where a redirect before it leads nowhere. */
function answers(made: Case, kind: Kind): readonly string[] {
  const { scenario, origins } = made;
  const { redirects, delay } = scenario.plan[kind];
  const end = redirects.findIndex((redirect) => destination(redirect, origins) === null);
  const last = end === -1 ? redirects.length : end;
  return Array.from({ length: last + 1 }, (_, hop) => {
    const told = tell(made, kind, hop);
    if (told === null) return [];
    const redirect = redirects[hop];
    const sent = sending(told, kind, made);
    const waits = redirect === undefined && delay > 0;
    const code = [
      `// ${redirect ? redirecting(redirect, origins) : final(made, kind)}`,
      ...(waits ? ['setTimeout(() => {', ...indent(sent, 2), `}, ${delay});`] : sent),
    ];
    return hop === last ? code : [`if (hop === ${hop}) {`, ...indent(code, 2), '  return;', '}'];
  }).flat();
}

const redirecting = (redirect: Redirect, origins: Origins): string => {
  const place = destination(redirect, origins);
  return place === null ? 'A redirect that leads nowhere.' : `A redirect to ${place}.`;
};

function final({ scenario }: Case, kind: Kind): string {
  const { library } = scenario.plan;
  const what = kind === 'preflight' ? 'The answer to the preflight' : 'The answer to the request';
  return library === null ? `${what}.` : `${what}, as ${libraries[library.name].label} sends it to this page.`;
}

// Tokens that stand for something in the request become code: while the answer is made, these stand for their braces.
const [open, close] = ['\uE000', '\uE001'];
const anyToken = new RegExp(`${open}([^${close}]*)${close}`, 'g');

/** What the plan answers, with its tokens marked; what a library sends, without. Null when that is not known. */
function tell(made: Case, kind: Kind, hop: number): WireResponse | null {
  const { call, origins, scenario } = made;
  if (scenario.plan.library !== null) {
    const asked = askedAt(made, kind, hop);
    return asked && answer(scenario.plan, asked, origins);
  }
  const { pathname, search, origin } = new URL(call.url);
  const isPreflight = kind === 'preflight';
  const request: WireRequest = {
    method: isPreflight ? 'OPTIONS' : 'GET',
    url: `${origin}/e/${someId}${hop === 0 ? '' : `/@${hop}`}${pathname}${search}`,
    headers: isPreflight
      ? [
          ['Origin', origin],
          ['Access-Control-Request-Method', call.method],
        ]
      : [],
    body: null,
  };
  return answer(marked(scenario.plan, origins), request, origins);
}

/** What a library is asked there by the first that asks, the standard before the browsers. */
function askedAt({ outcomes }: Case, kind: Kind, hop: number): WireRequest | null {
  const messages = outcomes.flatMap((outcome) => outcome.messages);
  const wanted = kind === 'preflight' ? 'preflight' : 'request';
  const sent = messages.find((message) => message.kind === wanted && message.hop === hop)?.request;
  if (sent || kind === 'preflight' || hop > 0) return sent ?? null;
  return outcomes.map(({ unsent }) => unsent).find((request) => request !== null) ?? null;
}

function marked(plan: Plan, origins: Origins): Plan {
  const mark = (given: Answer): Answer => ({
    ...given,
    headers: given.headers.map(([name, value]) => [
      name,
      resolveOrigins(value, origins).replace(requestToken, (token) => `${open}${token.slice(1, -1)}${close}`),
    ]),
  });
  return { ...plan, preflight: mark(plan.preflight), response: mark(plan.response) };
}

const framing: ReadonlySet<string> = new Set(['content-length', 'x-content-type-options', 'content-security-policy']);

function sending({ status, headers, body }: WireResponse, kind: Kind, made: Case): readonly string[] {
  const lines = headers
    .filter(([name]) => !framing.has(name.toLowerCase()))
    .flatMap((line) => lineCode(line, kind, made));
  const end = body === '' ? ');' : `, ${bodyCode(body)});`;
  if (lines.length === 0) return [`send(response, ${status}, []${end}`];
  return [`send(response, ${status}, [`, ...lines.map((line) => `  ${line},`), `]${end}`];
}

const bodyCode = (body: string): string =>
  body === sampleFont ? `Buffer.from(${literal(body.slice(body.indexOf(',') + 1))}, 'base64')` : literal(body);

/** One line of an answer, or none: a token without a value keeps its line from being sent. */
function lineCode([name, value]: HeaderLine, kind: Kind, made: Case): readonly string[] {
  const tokens = [...value.matchAll(anyToken)].map(([, token]) => token ?? '');
  const needs = new Set(tokens.map((token) => needOf(token, kind, made)).filter((need) => need !== ''));
  if (needs.has('never')) return [];
  const line = `[${literal(name)}, ${valueCode(withoutEndpoint(value))}]`;
  return needs.size === 0 ? [line] : [`...(${[...needs].join(' && ')} ? [${line}] : [])`];
}

const headerNames = {
  'requested-headers': "request.headers['access-control-request-headers']",
  'requested-method': "request.headers['access-control-request-method']",
} as const;

/** What has to hold for the token to have a value: nothing where it always has. */
function needOf(token: string, kind: Kind, { call, page }: Case): string {
  if (token === 'requested-headers') return kind === 'preflight' ? headerNames[token] : 'never';
  if (token === 'requested-method') return kind === 'preflight' ? '' : 'never';
  if (token !== 'origin')
    return `[${token.slice('origin in '.length).split(/\s/).filter(Boolean).map(literal).join(', ')}].includes(origin)`;
  const isSaid = kind === 'preflight' || (call.mode === 'cors' && originOf(call.url) !== askingOrigin(call, page));
  return isSaid ? '' : 'origin';
}

const tokenCode = (token: string): string =>
  token === 'requested-headers' || token === 'requested-method' ? headerNames[token] : 'origin';

function valueCode(value: string): string {
  const parts = value.split(anyToken);
  if (parts.length === 1) return literal(value);
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') return tokenCode(parts[1] ?? '');
  const inside = parts.map((part, i) => (i % 2 === 1 ? `\${${tokenCode(part)}}` : part.replace(/[\\`]|\$\{/g, '\\$&')));
  return `\`${inside.join('')}\``;
}

/** A string in single quotes where it reads better so. */
const literal = (text: string): string =>
  JSON.stringify(text) === `"${text.replaceAll('"', '\\"')}"` && !text.includes("'")
    ? `'${text}'`
    : JSON.stringify(text);
