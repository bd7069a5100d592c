import type { At, CachedFacts, MismatchHint } from '../../findings.ts';
import type { Asker } from '../../outcome.ts';
import type { FindingTexts, Tense } from '../language.ts';
import { credentialsOf, isLost, withoutCredentials } from './apis.ts';
import { code, links, plain, say, status, subject } from './text.ts';

const acao = '`Access-Control-Allow-Origin`';
const acac = '`Access-Control-Allow-Credentials`';

/** What the page must know about an origin of `null`, whose owner it cannot see. */
const nullOrigin =
  'An origin is `null` after a redirect from one foreign origin to another, and for sandboxed pages and local files.';

/** Says that the browser kept the request back because the preflight's answer did not do. */
function lost(at: At, method: string, tense: Tense): string {
  if (at === 'response') return '';
  const what =
    at === 'preflight'
      ? `the ${plain(method)} ${say(tense, 'would not be', 'was not')} sent`
      : 'the browser stops there';
  return `, so ${what}`;
}

/** What would allow the origin, in a header whose name `header` stands for. */
function nameOrigin(origin: string, header: string, thenNull: boolean, { context }: Asker): string {
  if (context === 'sandboxed-iframe')
    return `ask from a page that is not sandboxed, or, without credentials, let the server send \`*\` in ${header}.`;
  if (thenNull)
    return `let the redirect and the final answer both send \`*\` in ${header}: after this redirect, the request’s origin is \`null\`. With credentials, let the page ask the final URL directly.`;
  if (origin === 'null')
    return `let the page ask the final URL directly, or, without credentials, let the server send \`*\` in ${header}.`;
  return `let the server name ${code(origin)} in ${header}.`;
}

/** Statuses with which libraries and gateways refuse a preflight, whatever it was that they did not like. */
const isRefusal = (at: At, n: number): boolean => at === 'preflight' && (n === 400 || n === 403);

const inItsAnswer: Readonly<Record<At, string>> = {
  preflight: `${acao} of its preflight answer too`,
  redirect: `${acao} of the redirect too`,
  response: 'that header',
};

/** Why an answer without the header is no rare thing. */
function whyMissing(at: At, n: number): string {
  if (isRefusal(at, n))
    return 'A library or gateway that refuses a preflight often leaves out every CORS header. What it refused may be the origin, the method or a header.';
  if (n >= 400)
    return `Error answers need the header too. Servers and proxies often leave it out there, which hides the real error. ${onlyServer}`;
  const reason =
    at === 'response'
      ? 'The browser sent the request first and judged the answer after.'
      : 'Every answer on the way must pass the CORS check, not only the last one.';
  return `${reason} ${onlyServer}`;
}
const onlyServer = 'Only the server can say which origins may read its answers.';

function parse(origin: string): URL | null {
  return URL.canParse(origin) ? new URL(origin) : null;
}

function difference(hint: MismatchHint, value: string, origin: string): string {
  const theirs = parse(value);
  const ours = parse(origin);
  const port = (url: URL | null) => (url === null || url.port === '' ? 'no port' : code(url.port));
  const part = (url: URL | null, name: 'protocol' | 'hostname') => code(url === null ? '' : url[name]);
  const texts: Record<MismatchHint, string> = {
    'trailing-slash': 'They differ in the slash at the end.',
    path: 'An origin has no path.',
    case: 'They differ in upper and lower case.',
    scheme: `They differ in the scheme: ${part(theirs, 'protocol')} and ${part(ours, 'protocol')}.`,
    'scheme-missing': `That is not an origin: ${code(`${ours?.protocol ?? 'http:'}//`)} is missing.`,
    port: `They differ in the port: ${port(theirs)} and ${port(ours)}.`,
    host: `They differ in the host: ${part(theirs, 'hostname')} and ${part(ours, 'hostname')}.`,
    'default-port': 'An origin never writes the default port of its scheme.',
    'loopback-name': `${part(theirs, 'hostname')} and ${part(ours, 'hostname')} are the same machine, but not the same origin.`,
    'subdomain-wildcard': 'Inside an origin, `*` is not a wildcard.',
    'null-for-origin': '`null` is the origin of sandboxed pages, not of yours.',
    'origin-for-null': 'The request no longer says where it came from.',
    other: '',
  };
  return texts[hint] === '' ? '' : ` ${texts[hint]}`;
}

/** Said of a value that would be an origin with its scheme. */
function schemeMissing(value: string, origin: string): string {
  const scheme = `${parse(origin)?.protocol ?? 'http:'}//`;
  return !value.includes('://') && parse(`${scheme}${value}`)?.host === value ? ` ${code(scheme)} is missing.` : '';
}

/** Who asked when the kept answer was made. */
const madeFor = ({ madeFor: origin }: CachedFacts): string =>
  origin === null ? 'a request without `Origin`, such as an image’s' : `a request of ${code(origin)}`;

const varyMissing =
  'let the server send `Vary: Origin` with every answer of this URL, so that the cache keeps one for each origin.';
const whyMixedUp = (cached: CachedFacts, origin: string): string =>
  `That answer was made for ${madeFor(cached)}. Unless its \`Vary\` names \`Origin\`, a shared cache hands it to everybody who asks for this URL. The server itself would have allowed ${code(origin)}.`;

/** The CORS check, on whichever answer it failed. https://fetch.spec.whatwg.org/#concept-cors-check */
export const corsFindings = {
  'acao-missing': ({ at, origin, status: n, method, thenNull = false, cached }, tense, asker) => ({
    what: cached
      ? `The cache in front ${say(tense, 'would answer', 'answered')} with what it keeps: ${status(n)}, without ${acao}. So ${isLost(asker, tense)}.`
      : isRefusal(at, n)
        ? `The server ${say(tense, 'would refuse', 'refused')} the preflight with ${status(n)} and no ${acao}${lost(at, method, tense)}.`
        : at === 'response'
          ? `The server ${say(tense, 'would process', 'processed')} the ${plain(method)} and ${say(tense, 'say', 'said')} ${status(n)}. ` +
            `Without ${acao}, ${isLost(asker, tense)}.`
          : `${subject(at)} (${status(n)}) ${say(tense, 'would have', 'has')} no ${acao}${lost(at, method, tense)}.`,
    change: cached?.isCause
      ? varyMissing
      : isRefusal(at, n)
        ? `let the server allow ${code(origin)}, ${code(method)} and every header asked for. Its answer does not say which of them it refused.`
        : nameOrigin(origin, thenNull || origin === 'null' ? acao : inItsAnswer[at], thenNull, asker),
    why: cached?.isCause
      ? whyMixedUp(cached, origin)
      : origin === 'null'
        ? `${nullOrigin} ${onlyServer}`
        : whyMissing(at, n),
    link: links.corsCheck,
  }),
  'acao-wildcard-credentials': ({ at, origin, method, thenNull = false }, tense, asker) => ({
    what:
      `${subject(at)} ${say(tense, 'would allow', 'allows')} any origin with \`*\`. ` +
      `Your page asks with ${credentialsOf[asker.api]}, where \`*\` does not count${lost(at, method, tense)}.`,
    change:
      thenNull || origin === 'null'
        ? asker.context === 'sandboxed-iframe'
          ? `${withoutCredentials(asker)}, or from a page that is not sandboxed.`
          : 'ask without credentials, or let the page ask the final URL directly.'
        : `let the server name ${code(origin)} instead of \`*\` and send ${acac} with \`true\`, or ${withoutCredentials(asker)}.`,
    why: `With credentials, an answer may be private to the person who is logged in, so the server must name who may read it. What counts is that your page asks with ${credentialsOf[asker.api]}, whether or not a cookie was sent.`,
    link: links.corsCheck,
  }),
  'acao-multiple': ({ at, origin, value, lines, method }, tense) => ({
    what:
      lines > 1
        ? `${subject(at)} ${say(tense, 'would send', 'sends')} ${acao} ${lines === 2 ? 'twice' : `${lines} times`}: ${code(value)}. It takes only one origin${lost(at, method, tense)}.`
        : `${subject(at)} ${say(tense, 'would list', 'lists')} several origins: ${code(value)}. It takes only one${lost(at, method, tense)}.`,
    change:
      lines > 1
        ? `let only one of application and proxy set the header, to ${code(origin)}.`
        : `let the server send only the one that asks, ${code(origin)}.`,
    why:
      lines > 1
        ? 'Repeated lines are joined with a comma and compared as one value, so even the same origin twice matches nothing.'
        : 'The header is not a list. A server with several origins sends back the one that asks, if it is on its own list, with `Vary: Origin`.',
    link: links.corsCheck,
  }),
  'acao-invalid': ({ at, origin, value, method, thenNull = false }, tense, asker) => ({
    what:
      value === ''
        ? `${subject(at)} ${say(tense, 'would have', 'has')} an empty ${acao}${lost(at, method, tense)}.`
        : `${subject(at)} ${say(tense, 'would allow', 'allows')} ${code(value)}, which is not an origin${lost(at, method, tense)}.${schemeMissing(value, origin)}`,
    change: nameOrigin(origin, 'that header', thenNull, asker),
    why: 'An origin is a scheme, a host and, if it is not the default, a port: `https://app.example:8443`. Nothing may be added or left out.',
    link: links.corsCheck,
  }),
  'acao-mismatch': ({ at, origin, value, hint, thenNull = false, cached }, tense, asker) => ({
    what: cached?.isCause
      ? `The cache in front ${say(tense, 'would answer', 'answered')} with what it keeps, which allows ${code(value)}. Your page is ${code(origin)}.`
      : origin === 'null'
        ? `${subject(at)} ${say(tense, 'would allow', 'allows')} ${code(value)}, but ${asker.context === 'sandboxed-iframe' ? 'the origin of a sandboxed frame is `null`' : 'the request’s origin is `null` by then'}.`
        : `${subject(at)} ${say(tense, 'would allow', 'allows')} ${code(value)}, your page is ${code(origin)}.${difference(hint, value, origin)}`,
    change: cached?.isCause ? varyMissing : nameOrigin(origin, 'that header', thenNull, asker),
    why: cached?.isCause
      ? whyMixedUp(cached, origin)
      : origin === 'null'
        ? `${nullOrigin} The value is compared letter by letter.`
        : 'The value is compared with the request’s origin letter by letter: scheme, host, port, upper and lower case.',
    link: origin === 'null' ? links.serializedOrigin : links.corsCheck,
  }),
  'acac-missing': ({ at }, tense, asker) => ({
    what:
      `Your page asks with ${credentialsOf[asker.api]}. ` +
      `${subject(at)} ${say(tense, 'would lack', 'lacks')} \`Access-Control-Allow-Credentials: true\`.`,
    change: `let the server send that header, or ${withoutCredentials(asker)}.`,
    why: 'With credentials, the origin must match exactly and the answer must say `true`, whether or not a cookie was sent. The preflight’s answer must say it too.',
    link: links.corsCheck,
  }),
  'acac-not-true': ({ at, value }, tense, asker) => ({
    what:
      `Your page asks with ${credentialsOf[asker.api]}. ${subject(at)} ${say(tense, 'would say', 'says')} ` +
      (value === '' ? `nothing in ${acac}.` : `${code(value)} in ${acac}, which is not \`true\`.`),
    change: `let the server send exactly \`true\`, once and in lower case, or ${withoutCredentials(asker)}.`,
    why: 'The value is compared letter by letter. `True`, `1` and `true, true` all fail.',
    link: links.corsCheck,
  }),
} satisfies Partial<FindingTexts>;
