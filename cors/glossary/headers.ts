import { type Entry, fetchStandard } from './term.ts';

/** The headers of the CORS protocol, and the one on which it leans. */
export const headers = {
  'access-control-allow-origin': {
    term: '`Access-Control-Allow-Origin`',
    also: ['Access-Control-Allow-Origin'],
    sentence:
      '`Access-Control-Allow-Origin` names the one origin that may read the answer, or says `*` for any that asks without credentials.',
    more: 'It is compared letter by letter: a slash at the end, a list or a second such line lets nobody read.',
    lesson: 'allow-origin',
    link: fetchStandard('Access-Control-Allow-Origin', 'http-access-control-allow-origin'),
  },
  'access-control-allow-credentials': {
    term: '`Access-Control-Allow-Credentials`',
    also: ['Access-Control-Allow-Credentials'],
    sentence:
      '`Access-Control-Allow-Credentials: true` allows a page to read the answer to a request with credentials, and no other value does.',
    more: 'The answer to the preflight needs it as well. `Access-Control-Allow-Origin` has to name the origin then.',
    lesson: 'credentials',
    link: fetchStandard('Access-Control-Allow-Credentials', 'http-access-control-allow-credentials'),
  },
  'access-control-allow-methods': {
    term: '`Access-Control-Allow-Methods`',
    also: ['Access-Control-Allow-Methods'],
    sentence:
      '`Access-Control-Allow-Methods`, in the answer to a preflight, lists the methods that requests to this URL may have.',
    more: 'Upper and lower case differ. `GET`, `HEAD` and `POST` need no mention.',
    lesson: 'methods',
    link: fetchStandard('Access-Control-Allow-Methods', 'http-access-control-allow-methods'),
  },
  'access-control-allow-headers': {
    term: '`Access-Control-Allow-Headers`',
    also: ['Access-Control-Allow-Headers'],
    sentence:
      '`Access-Control-Allow-Headers`, in the answer to a preflight, lists the CORS-unsafe headers that requests to this URL may carry.',
    more: 'Upper and lower case are the same. By the standard `*` does not cover `Authorization`, which has to be named.',
    lesson: 'headers',
    link: fetchStandard('Access-Control-Allow-Headers', 'http-access-control-allow-headers'),
  },
  'access-control-expose-headers': {
    term: '`Access-Control-Expose-Headers`',
    also: ['Access-Control-Expose-Headers'],
    sentence:
      '`Access-Control-Expose-Headers` lists the response headers that the page may read besides the safelisted ones.',
    more: 'It belongs in the answer that the page reads; in the answer to a preflight it does nothing.',
    lesson: 'exposed-headers',
    link: fetchStandard('Access-Control-Expose-Headers', 'http-access-control-expose-headers'),
  },
  'access-control-max-age': {
    term: '`Access-Control-Max-Age`',
    also: ['Access-Control-Max-Age', 'Max-Age'],
    sentence:
      '`Access-Control-Max-Age` says for how many seconds a browser may remember what a preflight allowed; without it, that is 5 seconds.',
    more: 'Browsers have limits of their own: Chromium 2 hours, Firefox 24 hours, WebKit 10 minutes.',
    lesson: 'preflight-cache',
    link: fetchStandard('Access-Control-Max-Age', 'http-access-control-max-age'),
  },
  'access-control-request-method': {
    term: '`Access-Control-Request-Method`',
    also: ['Access-Control-Request-Method'],
    sentence:
      '`Access-Control-Request-Method`, in a preflight, tells the server the method of the request that is to follow.',
    lesson: 'preflight',
    link: fetchStandard('Access-Control-Request-Method', 'http-access-control-request-method'),
  },
  'access-control-request-headers': {
    term: '`Access-Control-Request-Headers`',
    also: ['Access-Control-Request-Headers'],
    sentence:
      '`Access-Control-Request-Headers`, in a preflight, lists the CORS-unsafe headers of the request that is to follow, in lower case and sorted.',
    lesson: 'headers',
    link: fetchStandard('Access-Control-Request-Headers', 'http-access-control-request-headers'),
  },
  'origin-header': {
    term: '`Origin`',
    also: [],
    sentence:
      '`Origin` is the request header in which the browser tells a server the origin that asks; no script can change it.',
    more: 'Every CORS request carries it, and so does every other one whose method is neither `GET` nor `HEAD`. It proves nothing of programs that are no browsers.',
    lesson: 'allow-origin',
    link: fetchStandard('Origin header', 'origin-header'),
  },
  vary: {
    term: '`Vary`',
    also: [],
    sentence:
      '`Vary` names the request headers on which an answer depends, so that no cache gives it to a request in which they differ.',
    more: 'A server that picks `Access-Control-Allow-Origin` by the request’s `Origin` has to send `Vary: Origin`, also in answers that allow nobody.',
    lesson: 'vary',
    link: { label: 'RFC 9110: Vary', href: 'https://www.rfc-editor.org/rfc/rfc9110#name-vary' },
  },
} as const satisfies Record<string, Entry>;
