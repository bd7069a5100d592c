import { type Entry, fetchStandard, mdn } from './term.ts';

/** What a page asks, and what goes before it. */
export const requests = {
  preflight: {
    term: 'preflight',
    also: ['preflights', 'preflighted', 'preflight request', 'preflight requests'],
    sentence:
      'A preflight is an `OPTIONS` request that the browser sends first, to ask whether the server allows the method and headers of the request itself.',
    more: 'It asks by `Access-Control-Request-Method` and `Access-Control-Request-Headers`, without cookies and without a body. The request follows only if the answer passes the CORS check, has a status from 200 to 299, and allows all of it.',
    lesson: 'preflight',
    link: fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0'),
  },
  'simple-request': {
    term: 'simple request',
    also: ['simple requests'],
    sentence:
      'A simple request is one that goes out without a preflight, because its method and all its headers are CORS-safelisted.',
    more: 'The standard has given up the name. A listener on the upload of an `XMLHttpRequest`, or a stream as the body, calls for a preflight all the same.',
    lesson: 'simple-requests',
    link: mdn('Simple requests', 'Web/HTTP/Guides/CORS#simple_requests'),
  },
  safelisted: {
    term: 'safelisted',
    also: ['CORS-safelisted', 'safelist'],
    sentence:
      'What is CORS-safelisted needs no permission of its own: three methods, five request headers with harmless values, and seven response headers.',
    more: 'With a safelisted method and safelisted headers only, a request needs no preflight. Response headers beyond the seven can be read once they are exposed.',
    lesson: 'simple-requests',
    link: fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header'),
  },
  'safelisted-method': {
    term: 'safelisted method',
    also: ['safelisted methods', 'CORS-safelisted method', 'CORS-safelisted methods'],
    sentence: 'The CORS-safelisted methods are `GET`, `HEAD` and `POST`, which no answer to a preflight has to list.',
    more: 'Every other method needs a preflight, and has to be listed in `Access-Control-Allow-Methods`.',
    lesson: 'methods',
    link: fetchStandard('CORS-safelisted method', 'cors-safelisted-method'),
  },
  'safelisted-header': {
    term: 'safelisted header',
    also: ['safelisted headers', 'safelisted request header', 'safelisted request headers'],
    sentence:
      'The CORS-safelisted request headers are `Accept`, `Accept-Language`, `Content-Language`, `Content-Type` and `Range`, each with certain values only.',
    more: '`Content-Type` may be `text/plain`, `multipart/form-data` or `application/x-www-form-urlencoded`. No value may be longer than 128 bytes, nor all of them together than 1,024.',
    lesson: 'headers',
    link: fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header'),
  },
  'unsafe-header': {
    term: 'CORS-unsafe header',
    also: ['CORS-unsafe headers', 'CORS-unsafe', 'CORS-unsafe request-header names'],
    sentence:
      'A CORS-unsafe header is a request header that is not safelisted, by its name or its value, and therefore needs a preflight.',
    more: '`Authorization` is one by its name, `Content-Type: application/json` by its value. Its name has to be listed in `Access-Control-Allow-Headers`.',
    lesson: 'headers',
    link: fetchStandard('CORS-unsafe request-header names', 'cors-unsafe-request-header-names'),
  },
  'forbidden-header': {
    term: 'forbidden header',
    also: ['forbidden headers', 'forbidden request-header', 'forbidden request header'],
    sentence:
      'A forbidden request header, such as `Cookie`, `Host` or `Origin`, is the browser’s to set; what a script writes there is dropped without an error.',
    lesson: 'headers',
    link: fetchStandard('forbidden request-header', 'forbidden-request-header'),
  },
  credentials: {
    term: 'credentials',
    also: ['credentialed'],
    sentence:
      'Credentials are cookies, TLS client certificates and authentication entries, which the browser adds to a request by itself.',
    more: 'An `Authorization` header that a script sets is none: it is a header like any other, and needs a preflight.',
    lesson: 'credentials',
    link: fetchStandard('credentials', 'credentials'),
  },
  'credentials-mode': {
    term: 'credentials mode',
    also: ['credentials modes'],
    sentence:
      'The credentials mode says whether credentials may travel: with `omit` to nobody, with `same-origin` to the page’s own origin, with `include` to any.',
    more: 'With `include`, another origin’s answer has to say `Access-Control-Allow-Credentials: true`, and `*` is no wildcard any more, whether or not there was a cookie to send.',
    lesson: 'credentials',
    link: fetchStandard('credentials mode', 'concept-request-credentials-mode'),
  },
  'request-mode': {
    term: 'request mode',
    also: ['request modes'],
    sentence:
      'The request mode says how a request deals with other origins: `cors` asks for their consent, `no-cors` goes without, `same-origin` stays away.',
    more: '`fetch()` uses `cors` unless told otherwise. Images and classic scripts without the attribute `crossorigin` use `no-cors`.',
    lesson: 'no-cors',
    link: fetchStandard('request mode', 'concept-request-mode'),
  },
  'no-cors': {
    term: '`no-cors`',
    also: ['no-cors'],
    sentence:
      'In mode `no-cors` a request goes to another origin without asking for consent, and its response is opaque to the page.',
    more: 'It carries no method and no header that would need a preflight. It does not switch CORS off, and gives a script nothing to read.',
    lesson: 'no-cors',
    link: fetchStandard('request mode', 'concept-request-mode'),
  },
  'preflight-cache': {
    term: 'preflight cache',
    also: ['CORS-preflight cache', 'preflight caches'],
    sentence:
      'The preflight cache is where a browser remembers what a preflight allowed, so that it need not ask again for a while.',
    more: 'It remembers by origin, URL and credentials, for as many seconds as `Access-Control-Max-Age` says and the browser grants. It may forget sooner.',
    lesson: 'preflight-cache',
    link: fetchStandard('CORS-preflight cache', 'concept-cache'),
  },
  'fetch-metadata': {
    term: '`Sec-Fetch-Site`',
    also: ['Fetch metadata', '`Sec-Fetch-Mode`', '`Sec-Fetch-Dest`'],
    sentence:
      '`Sec-Fetch-Site` is a request header in which the browser tells whether a request is same-origin, same-site, cross-site or the person’s own.',
    more: 'No script can set it. With it, a server can refuse requests from other sites before it acts on them, which CORS does not do.',
    lesson: 'not-a-firewall',
    link: {
      label: 'Fetch Metadata: Sec-Fetch-Site',
      href: 'https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header',
    },
  },
  'mixed-content': {
    term: 'mixed content',
    also: [],
    sentence:
      'Mixed content is what a page from an `https:` address asks for over plain `http:`, which browsers block before anything is sent.',
    more: 'It looks like a CORS error to a script, and no header of the server helps. `http://localhost` counts as trustworthy, and plain images are asked for over `https:` instead.',
    lesson: 'request-arrives',
    link: {
      label: 'Mixed Content: blocking',
      href: 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch',
    },
  },
} as const satisfies Record<string, Entry>;
