import type { Asker } from '../../outcome.ts';
import type { Api } from '../../scenario.ts';
import type { FindingTexts, Tense } from '../language.ts';
import { credentialsOf } from './api-verdicts.ts';
import { apiNames, askOpenly, cannotAsk, capital, errors, needLinks, needs } from './apis.ts';
import { code, codes, links, listed, plain, say } from './text.ts';

const acam = '`Access-Control-Allow-Methods`';
const acah = '`Access-Control-Allow-Headers`';

const preflightAnswer = 'The server’s preflight answer';

/** What the preflight's answer does allow, said after what the page wants. */
function allows(allowed: readonly string[], header: string, credentials: string | null, tense: Tense): string {
  if (allowed.length === 0) return `${preflightAnswer} ${say(tense, 'would name', 'names')} none in ${header}.`;
  if (credentials !== null && allowed.length === 1 && allowed[0] === '*')
    return `${preflightAnswer} ${say(tense, 'would say', 'says')} \`*\`, which is not a wildcard with ${credentials}.`;
  return `${preflightAnswer} ${say(tense, 'would allow', 'allows')} only ${codes(allowed)}.`;
}

const alsoStar = (credentials: string | null): string =>
  credentials === null
    ? '`*` would also do, because this request includes no credentials.'
    : `With ${credentials}, \`*\` is no wildcard.`;

const with_ = (credentials: boolean, { api }: Asker): string | null => (credentials ? credentialsOf[api] : null);

const unreadable = (header: string, value: string, tense: Tense) => ({
  what: `${preflightAnswer} ${say(tense, 'would say', 'says')} ${code(value)} in ${header}, which is not a list of names.`,
  change: 'let the server write bare names, with commas between them.',
  why: 'Quotes, semicolons, colons, or blanks inside a name make the whole header void, and with it the preflight.',
  link: links.preflight,
});

/** Why a status is typical for a preflight, where it is. */
function statusReason(status: number): string {
  if (status === 401 || status === 403 || status === 407)
    return 'A preflight never carries cookies or `Authorization`. So the server must answer it before it checks who asks.';
  if (status === 404 || status === 405 || status === 501)
    return 'The server does not know `OPTIONS` on this path. It must answer it wherever it answers the request itself.';
  if (status >= 500) return 'The server failed on `OPTIONS`. Its log says why.';
  return 'Only a status from 200 to 299 counts as consent, whatever the headers say.';
}

/** The preflight's answer, redirects, and what else ends a fetch after something was sent. */
export const exchangeFindings = {
  'preflight-redirect': ({ status, location }, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} the preflight with \`${status}\`${location === null ? '' : ` to ${code(location)}`}. Browsers never follow that.`,
    change:
      location === null
        ? 'let the server answer `OPTIONS` itself, with `204`.'
        : `let the page ask ${code(location)} directly, or let the server answer \`OPTIONS\` without a redirect.`,
    why: 'A preflight asks about one URL, and only that URL can answer. Common causes are a move to `https:`, a slash at the end of the path, and a login page.',
    link: links.preflight,
  }),
  'preflight-status': ({ status }, tense) => ({
    what: `The server ${say(tense, 'would answer', 'answered')} the preflight with \`${status}\`. Only \`200\` to \`299\` ${say(tense, 'would let', 'lets')} the request go.`,
    change: 'let the server answer `OPTIONS` on this path with `204`, before anything else looks at it.',
    why: statusReason(status),
    link: links.preflight,
  }),
  'acam-invalid': ({ value }, tense) => unreadable(acam, value, tense),
  'acah-invalid': ({ value }, tense) => unreadable(acah, value, tense),
  'method-not-allowed': ({ method, allowed, credentials, caseOnly }, tense, asker) => ({
    what: `Your page wants to use ${code(method)}. ${allows(allowed, acam, with_(credentials, asker), tense)}`,
    change:
      caseOnly && method !== method.toUpperCase()
        ? `ask with ${code(method.toUpperCase())}.`
        : `let the server list ${code(method)} in ${acam}.`,
    why: caseOnly
      ? 'Upper and lower case are different methods. Browsers turn only `DELETE`, `GET`, `HEAD`, `OPTIONS`, `POST` and `PUT` into capitals.'
      : `The answer must name every method but \`GET\`, \`HEAD\` and \`POST\`. ${alsoStar(with_(credentials, asker))}`,
    link: links.preflight,
  }),
  'header-not-allowed': ({ missing, allowed, credentials }, tense, asker) => ({
    what: `Your page wants to send ${codes(missing)}. ${allows(allowed, acah, with_(credentials, asker), tense)}`,
    change: missing.some((name) => name.startsWith('access-control-'))
      ? `take ${codes(missing)} out of the request. Headers of that kind belong in the server’s answer.`
      : `let the server list ${codes(missing)} in ${acah}.`,
    why: `The answer must name every header asked for. Upper and lower case count as the same. ${alsoStar(with_(credentials, asker))}`,
    link: links.preflight,
  }),
  'authorization-not-listed': ({ allowed }, tense) => ({
    what: allowed.includes('*')
      ? `Your page wants to send \`authorization\`. ${preflightAnswer} ${say(tense, 'would allow', 'allows')} ${listed(allowed)}, which does not cover it.`
      : `Your page wants to send \`authorization\`. ${allows(allowed, acah, null, tense)}`,
    change: `let the server list \`authorization\` in ${acah} by name.`,
    why: 'The standard lets `*` cover every header but `Authorization`. Chromium, Firefox and WebKit still let it pass, two of them with a warning.',
    link: links.preflight,
  }),
  'redirect-mode-error': ({ status }, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} with \`${status}\`. Your page asks with redirect mode \`error\`.`,
    change: 'use redirect mode `follow`, or ask the final URL directly.',
    why: 'With redirect mode `error`, any redirect ends the fetch.',
    link: links.http,
  }),
  'redirect-location-invalid': ({ location }, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} to ${code(location)}, which is not a URL.`,
    change: 'let the server send a `Location` that can be parsed.',
    why: 'A redirect that leads nowhere ends the fetch.',
    link: links.redirect,
  }),
  'redirect-scheme': ({ location, scheme }, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} to ${code(location)}. A redirect may not lead to ${code(`${scheme}:`)}.`,
    change: 'let the server redirect to an `http:` or `https:` URL.',
    why: 'Redirects of a fetch lead only to `http:` and `https:`.',
    link: links.redirect,
  }),
  'redirect-too-many': (_, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} more than 20 times.`,
    change: 'let the server answer instead. Often two rules send the request back and forth.',
    why: 'Browsers follow 20 redirects and give up at the next.',
    link: links.redirect,
  }),
  'redirect-userinfo': ({ location }, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} to ${code(location)}, which carries a user name or password.`,
    change: 'let the server redirect to a URL without them.',
    why: 'Across origins, a redirect may not carry a password.',
    link: links.redirect,
  }),
  'corp-blocked': ({ value, page, target }, tense, { api }) => ({
    what: `The answer of ${code(target)} ${say(tense, 'would say', 'says')} ${code(`Cross-Origin-Resource-Policy: ${value}`)}, so ${code(page)} may not have it, not even unread.`,
    change: `${api === 'beacon' ? '' : `${askOpenly(api)}, where this header does not count, or `}let the server send \`cross-origin\` in it.`,
    why: `${api === 'fetch' ? 'Mode `no-cors`' : capital(apiNames[api])} ${api === 'image' || api === 'script' ? 'without `crossorigin` ' : ''}needs no consent, so with this header a server can refuse.`,
    link: links.corp,
  }),
  'no-answer': ({ url }, tense, { api }) => ({
    what: `No answer ${say(tense, 'would come', 'came')} from ${code(url)}. CORS has no part in that.`,
    change: 'check that the server runs and can be reached, and that no extension holds the request back.',
    why: `A refused connection, an unknown host, a bad certificate: your page is told ${api === 'beacon' ? 'nothing, as always by a beacon' : `the same ${apiError(api)} as for CORS`}.`,
    link: links.network,
  }),
  'opaque-no-cors': ({ method, cached }, tense) => ({
    what: `${cached ? `The cache in front ${say(tense, 'would answer', 'answered')}` : `The server ${say(tense, 'would process', 'processed')}`} the ${plain(method)}. In mode \`no-cors\`, your page ${say(tense, 'could', 'may')} not read the answer: no status, no headers, no body.`,
    change: 'use mode `cors`, and let the server allow your page.',
    why: 'Mode `no-cors` does not switch CORS off. It sends only what a form could send, and gives back an empty answer.',
    link: links.opaque,
  }),
  'opaque-redirect': ({ status }, tense) => ({
    what: `The server ${say(tense, 'would redirect', 'redirected')} with \`${status}\`. In redirect mode \`manual\`, your page ${say(tense, 'would be', 'is')} not told where to.`,
    change: 'use redirect mode `follow` to read the final answer.',
    why: 'In mode `manual`, the redirect is handed over sealed: only a service worker can follow it.',
    link: links.opaqueRedirect,
  }),
  'opaque-element': ({ api }, tense) => ({
    what:
      api === 'image'
        ? `The image ${say(tense, 'would be', 'is')} shown, but without \`crossorigin\` your page ${say(tense, 'could', 'may')} not read its pixels. A canvas that it is drawn on is tainted.`
        : `The script ${say(tense, 'would run', 'ran')}, but without \`crossorigin\` your page ${say(tense, 'would be', 'is')} told nothing of its errors but \`Script error.\``,
    change: 'set the attribute `crossorigin`, and let the server allow your page.',
    why: 'Pages could always show images and run scripts of other origins. To look inside, they need the server’s consent.',
    link: links.elements,
  }),
  'opaque-beacon': (_, tense) => ({
    what: `The beacon ${say(tense, 'would be', 'was')} sent. \`sendBeacon()\` never tells a page what the server answered.`,
    change: 'use `fetch()` with `keepalive` to read the answer.',
    why: 'A beacon is for pages that are about to go away, so nobody waits for its answer.',
    link: links.beacon,
  }),
  'not-usable': ({ api, because, status, type }, tense) => ({
    what: `${capital(apiNames[api])} needs ${needs[api]}. The server ${say(tense, 'would answer', 'answered')} ${because === 'status' ? `with \`${status}\`` : ofType(type)}${because === 'content' ? ', and nothing of the kind in it' : ''}. CORS has no part in that.`,
    change: `let the server answer with ${needs[api]}.`,
    why: 'Whatever CORS allows, what was fetched must be of the kind that was asked for. Your page is told the same as for CORS.',
    link: needLinks[api],
  }),
  'api-missing': ({ api, context }, tense) => ({
    what: `${cannotAsk({ api, context })}, so nothing ${say(tense, 'would be', 'was')} sent.`,
    change: 'ask from a document, or use `fetch()`.',
    why: 'A worker has no elements, and no `sendBeacon()`.',
    link: needLinks[api],
  }),
} satisfies Partial<FindingTexts>;

const ofType = (type: string | null): string => (type === null ? 'without a type' : `with ${code(type)}`);

/** As in the middle of a sentence. */
const apiError = (api: Api): string => {
  const { name } = errors[api];
  return name.includes(' ') ? name.toLowerCase() : code(name);
};
