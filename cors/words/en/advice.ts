import type { AdviceFacts } from '../../findings.ts';
import type { AdviceTexts } from '../language.ts';
import { duration } from './duration.ts';
import { code, codes, plain } from './text.ts';

const notStored: Record<AdviceFacts['cookie-not-stored']['reason'], string> = {
  credentials: 'Across origins, a browser takes cookies only when the page asks with credentials.',
  'none-needs-secure': '`SameSite=None` counts only together with `Secure`.',
  insecure: 'A `Secure` cookie is not taken over plain `http:`.',
  'cross-site': 'The server is on another site, which may only set cookies with `SameSite=None; Secure`.',
};

const notSent: Record<AdviceFacts['cookie-not-sent']['reason'], string> = {
  credentials: 'Across origins, cookies travel only when the page asks with credentials.',
  'cross-site': 'The server is on another site, where only cookies with `SameSite=None; Secure` travel.',
};

const notKept: Record<AdviceFacts['preflight-not-kept']['because'], string> = {
  'cache-mode': 'In this cache mode the browser keeps nothing, and so no preflight answer either.',
  'long-url': 'The browser keeps none for a URL as long as this one.',
  'null-origin': 'It was asked for by the origin `null`, and the browser keeps none for that.',
};

const is = (names: readonly string[], one: string, many: string): string => (names.length === 1 ? one : many);

/** The standard forbids pages all of these but User-Agent. */
function dropped(names: readonly string[]): string {
  const forbidden = names.filter((name) => name.toLowerCase() !== 'user-agent');
  const texts = [
    ...(forbidden.length > 0
      ? [
          `Only the browser itself sets ${forbidden.length < names.length ? codes(forbidden) : is(names, 'this header', 'these headers')}. What a page puts there is dropped without an error.`,
        ]
      : []),
    ...(forbidden.length < names.length
      ? ['The standard lets a page set `User-Agent`. Chromium drops it all the same, without an error.']
      : []),
  ];
  return texts.join(' ');
}

export const advice: AdviceTexts = {
  'reflects-any-origin-with-credentials': ({ value }) => ({
    title: 'Every site may read this as the person who is logged in',
    text: `The server answers any origin with its own name (${code(value)}) and allows credentials. Compare the origin with a list first.`,
    level: 'danger',
  }),
  'allows-null': ({ credentials }) => ({
    title: 'Every site can pass as `null`',
    text: `Any site can open a sandboxed frame, whose origin is \`null\`. ${credentials ? 'With credentials, it reads as the person who is logged in.' : 'Without credentials, that is as open as `*`.'}`,
    level: credentials ? 'danger' : 'fragile',
  }),
  'insecure-origin-allowed': ({ value }) => ({
    title: 'An origin without encryption is trusted',
    text: `Whoever can tamper with ${code(value)} on the way can read this answer. Allow its \`https:\` origin instead.`,
    level: 'danger',
  }),
  'vary-origin-missing': ({ value }) => ({
    title: 'A cache may mix up the origins',
    text: `The answer differs by origin (${code(value)}) without saying so. Add \`Vary: Origin\`, even to answers that allow nobody.`,
    level: 'fragile',
  }),
  'max-age-above-cap': ({ value, browser, cap }) => ({
    title: `The preflight answer is kept for only ${duration(cap)}`,
    text: `\`Access-Control-Max-Age\` asks for ${duration(value)}, and ${browser} stops at \`${cap}\`.`,
    level: 'note',
  }),
  'max-age-invalid': ({ value }) => ({
    title: '`Access-Control-Max-Age` is not a number of seconds',
    text: `It is ${value === '' ? 'empty' : code(value)}, so the preflight answer is kept for 5 seconds, or not at all. Write digits only, such as \`600\`.`,
    level: 'broken',
  }),
  'max-age-missing': () => ({
    title: 'The preflight answer is kept for only 5 seconds',
    text: 'It has no `Access-Control-Max-Age`. With `600`, every browser may keep it 10 minutes.',
    level: 'note',
  }),
  'max-age-zero': () => ({
    title: 'Every such request is preflighted again',
    text: '`Access-Control-Max-Age: 0` keeps the answer for no time. That is right while you try things out, and slow afterwards.',
    level: 'fragile',
  }),
  'preflight-not-kept': ({ because }) => ({
    title: 'The preflight answer is not kept',
    text: `${notKept[because]} The next request of this kind has a preflight again.`,
    level: 'note',
  }),
  'authorization-under-wildcard': () => ({
    title: 'This works only because browsers are lenient',
    text: 'By the standard, `*` in `Access-Control-Allow-Headers` does not cover `Authorization`. List it by name.',
    level: 'fragile',
  }),
  'expose-invalid': ({ value }) => ({
    title: 'No header is exposed',
    text: `\`Access-Control-Expose-Headers\` is ${code(value)}, which is not a list of names. One bad name makes the whole header void.`,
    level: 'broken',
  }),
  'wildcard-literal': ({ header }) => ({
    title: `\`*\` in ${code(header)} is not a wildcard here`,
    text: 'The page asks with credentials, so it only stands for itself. List the names.',
    level: 'broken',
  }),
  'acac-pointless': ({ value }) => ({
    title: `\`Access-Control-Allow-Credentials\` means nothing as ${value === '' ? 'an empty line' : code(value)}`,
    text: 'The only value that counts is `true`. To refuse credentials, leave the header out.',
    level: 'pointless',
  }),
  'preflight-header-on-response': ({ names }) => ({
    title: `${codes(names)} ${is(names, 'belongs', 'belong')} in the preflight answer`,
    text: `On any other answer, browsers do not look at ${is(names, 'it', 'them')}.`,
    level: 'pointless',
  }),
  'response-header-on-preflight': ({ names }) => ({
    title: `${codes(names)} ${is(names, 'belongs', 'belong')} in the answer itself`,
    text: `In a preflight answer, browsers do not look at ${is(names, 'it', 'them')}.`,
    level: 'pointless',
  }),
  'safelisted-listed': ({ header, names }) => ({
    title: `${codes(names)} need not be listed`,
    text: `${is(names, 'It is', 'They are')} safelisted, with or without ${code(header)}.`,
    level: 'pointless',
  }),
  'vary-pointless': () => ({
    title: '`Vary: Origin` splits caches for nothing',
    text: 'The answer allows `*` to everybody, so it does not vary by origin.',
    level: 'pointless',
  }),
  'forbidden-listed': ({ header, names }) => ({
    title: `Listing ${codes(names)} has no effect`,
    text:
      header.toLowerCase() === 'access-control-expose-headers'
        ? `No page may ever read ${is(names, 'it', 'them')}, whatever ${code(header)} says.`
        : header.toLowerCase() === 'access-control-allow-methods'
          ? `No page may ever use ${is(names, 'it', 'them')}, whatever ${code(header)} says.`
          : `No page may ever set ${is(names, 'it', 'them')}, so no preflight asks for ${is(names, 'it', 'them')}.`,
    level: 'pointless',
  }),
  'response-header-on-request': ({ names }) => ({
    title: `${codes(names)} ${is(names, 'is', 'are')} for the server to send`,
    text: `On a request ${is(names, 'it allows', 'they allow')} nothing, and ${is(names, 'makes', 'make')} a preflight necessary. Remove ${is(names, 'it', 'them')} from the request.`,
    level: 'broken',
  }),
  'header-misspelt': ({ name, meant, side }) => ({
    title: `${code(name)} is not ${meant.startsWith('Access-Control-') ? 'a CORS header' : 'a known header'}`,
    text: `Did you mean ${code(meant)}? ${side === 'response' ? 'Browsers ignore a header that they do not know.' : 'As it is, the server may look for another name.'}`,
    level: 'broken',
  }),
  'forbidden-header-dropped': ({ names }) => ({
    title: `The browser leaves out ${codes(names)}`,
    text: dropped(names),
    level: 'note',
  }),
  'no-cors-header-dropped': ({ names, contentType }) => ({
    title: `Mode \`no-cors\` leaves out your ${codes(names)}`,
    text:
      'It sends only `Accept`, `Accept-Language`, `Content-Language` and a plain `Content-Type`. The rest is dropped without an error.' +
      (contentType === null ? '' : ` The body’s own \`Content-Type\` goes instead: ${code(contentType)}.`),
    level: 'note',
  }),
  'method-case': ({ method, meant }) => ({
    title: `${code(method)} is not ${code(meant)}`,
    text: `Methods are sent as they are written, except \`DELETE\`, \`GET\`, \`HEAD\`, \`OPTIONS\`, \`POST\` and \`PUT\`. Write ${code(meant)}.`,
    level: 'broken',
  }),
  'cookie-not-stored': ({ name, reason }) => ({
    title: `The cookie ${code(name)} is not kept`,
    text: notStored[reason],
    level: 'note',
  }),
  'cookie-not-sent': ({ names, reason }) => ({
    title: `${is(names, 'The cookie', 'The cookies')} ${codes(names)} ${is(names, 'is', 'are')} not sent`,
    text: notSent[reason],
    level: 'note',
  }),
  'headers-hidden': ({ names }) => ({
    title: `Your page cannot see ${codes(names)}`,
    text: `On another origin, asking for ${is(names, 'it', 'one of them')} gives a page \`null\`. List ${is(names, 'it', 'them')} in \`Access-Control-Expose-Headers\`.`,
    level: 'note',
  }),
  'library-refused': ({ library, status, refused, methods }) => ({
    title: `${library} refuses ${codes(refused)}`,
    text: `No header of its answer ${code(String(status))} says so.${methods === null ? '' : ` It allows ${codes(methods)}.`}`,
    level: 'broken',
  }),
  'served-from-shared-cache': ({ madeFor, seconds }) => ({
    title: 'The cache in front answers, and the server is not asked',
    text: `It keeps this answer from a request ${madeFor === null ? 'without `Origin`' : `of ${code(madeFor)}`}, made ${seconds === 0 ? 'less than a second' : duration(seconds)} before.`,
    level: 'note',
  }),
  'processed-anyway': ({ method }) => ({
    title: `The server processed the ${plain(method)} all the same`,
    text: 'Only the answer is kept from the page. CORS protects what can be read, not what can be done.',
    level: 'note',
  }),
};
