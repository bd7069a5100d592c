import type { At, FindingCode, FindingFacts, MismatchHint } from '../../findings.ts';
import type { Asker } from '../../outcome.ts';
import type { Tense } from '../language.ts';
import { credentialsOf, isLost } from './api-verdicts.ts';
import { code, plain, say, status, subject } from './text.ts';

export const acao = '`Access-Control-Allow-Origin`';
export const acac = '`Access-Control-Allow-Credentials`';

/** Says that the browser kept the request back because the preflight's answer did not do. */
function lost(at: At, method: string, tense: Tense): string {
  if (at === 'response') return '';
  const what =
    at === 'preflight'
      ? `the ${plain(method)} ${say(tense, 'would not be', 'was not')} sent`
      : 'the browser stops there';
  return `, so ${what}`;
}

/** Statuses with which libraries and gateways refuse a preflight, whatever it was that they did not like. */
export const isRefusal = (at: At, n: number): boolean => at === 'preflight' && (n === 400 || n === 403);

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

export type CorsCheckCode = Extract<FindingCode, `aca${'o' | 'c'}-${string}`>;

/** What was wrong when the CORS check failed, apart from what to change, because the page shows that later. */
export const corsCheckReasons: {
  readonly [C in CorsCheckCode]: (facts: Readonly<FindingFacts[C]>, tense: Tense, asker: Asker) => string;
} = {
  'acao-missing': ({ at, status: n, method, cached }, tense, asker) =>
    cached
      ? `The cache in front ${say(tense, 'would answer', 'answered')} with what it keeps: ${status(n)}, without ${acao}. So ${isLost(asker, tense)}.`
      : isRefusal(at, n)
        ? `The server ${say(tense, 'would refuse', 'refused')} the preflight with ${status(n)} and no ${acao}${lost(at, method, tense)}.`
        : at === 'response'
          ? `The server ${say(tense, 'would process', 'processed')} the ${plain(method)} and ${say(tense, 'say', 'said')} ${status(n)}. ` +
            `Without ${acao}, ${isLost(asker, tense)}.`
          : `${subject(at)} (${status(n)}) ${say(tense, 'would have', 'has')} no ${acao}${lost(at, method, tense)}.`,
  'acao-wildcard-credentials': ({ at, method }, tense, asker) =>
    `${subject(at)} ${say(tense, 'would allow', 'allows')} any origin with \`*\`. ` +
    `Your page asks with ${credentialsOf[asker.api]}, where \`*\` does not count${lost(at, method, tense)}.`,
  'acao-multiple': ({ at, value, lines, method }, tense) =>
    lines > 1
      ? `${subject(at)} ${say(tense, 'would send', 'sends')} ${acao} ${lines === 2 ? 'twice' : `${lines} times`}: ${code(value)}. It takes only one origin${lost(at, method, tense)}.`
      : `${subject(at)} ${say(tense, 'would list', 'lists')} several origins: ${code(value)}. It takes only one${lost(at, method, tense)}.`,
  'acao-invalid': ({ at, origin, value, method }, tense) =>
    value === ''
      ? `${subject(at)} ${say(tense, 'would have', 'has')} an empty ${acao}${lost(at, method, tense)}.`
      : `${subject(at)} ${say(tense, 'would allow', 'allows')} ${code(value)}, which is not an origin${lost(at, method, tense)}.${schemeMissing(value, origin)}`,
  'acao-mismatch': ({ at, origin, value, hint, cached }, tense, asker) =>
    cached?.isCause
      ? `The cache in front ${say(tense, 'would answer', 'answered')} with what it keeps, which allows ${code(value)}. Your page is ${code(origin)}.`
      : origin === 'null'
        ? `${subject(at)} ${say(tense, 'would allow', 'allows')} ${code(value)}, but ${asker.context === 'sandboxed-iframe' ? 'the origin of a sandboxed frame is `null`' : 'the request’s origin is `null` by then'}.`
        : `${subject(at)} ${say(tense, 'would allow', 'allows')} ${code(value)}, your page is ${code(origin)}.${difference(hint, value, origin)}`,
  'acac-missing': ({ at }, tense, asker) =>
    `Your page asks with ${credentialsOf[asker.api]}. ` +
    `${subject(at)} ${say(tense, 'would lack', 'lacks')} \`Access-Control-Allow-Credentials: true\`.`,
  'acac-not-true': ({ at, value }, tense, asker) =>
    `Your page asks with ${credentialsOf[asker.api]}. ${subject(at)} ${say(tense, 'would say', 'says')} ` +
    (value === '' ? `nothing in ${acac}.` : `${code(value)} in ${acac}, which is not \`true\`.`),
};
