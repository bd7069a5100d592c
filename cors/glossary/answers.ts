import { type Entry, fetchStandard, html, mdn } from './term.ts';

/** What servers answer, what caches keep of it, and what a page gets of it. */
export const answers = {
  'cors-check': {
    term: 'CORS check',
    also: ['CORS checks'],
    sentence:
      'The CORS check lets an answer pass if `Access-Control-Allow-Origin` fits the request’s origin and, with credentials, `Access-Control-Allow-Credentials` is `true`.',
    more: 'Every answer to a CORS request has to pass it: the preflight’s, each redirect on the way, and the last one, whatever its status.',
    lesson: 'allow-origin',
    link: fetchStandard('CORS check', 'concept-cors-check'),
  },
  'allow-list': {
    term: 'allow-list',
    also: ['allow-lists', 'allow list', 'allowlist'],
    sentence:
      'An allow-list is a server’s own list of origins: it looks the request’s `Origin` up there, and names it in its answer if found.',
    more: 'The list never goes on the wire: `Access-Control-Allow-Origin` takes one origin. As the answer then differs by origin, it needs `Vary: Origin`.',
    lesson: 'exact-match',
    link: fetchStandard('CORS protocol and HTTP caches', 'cors-protocol-and-http-caches'),
  },
  wildcard: {
    term: 'wildcard',
    also: ['wildcards', '`*`'],
    sentence:
      'The wildcard `*` stands for any origin, method or header name, but only for requests made without credentials.',
    more: 'With credentials it is a name like any other. It never stands for a part, as in `https://*.example`, nor, by the standard, for `Authorization`.',
    lesson: 'wildcard-credentials',
    link: fetchStandard('CORS protocol and credentials', 'cors-protocol-and-credentials'),
  },
  'opaque-response': {
    term: 'opaque response',
    also: ['opaque', 'opaque responses', 'opaque answer', 'opaque answers'],
    sentence:
      'An opaque response tells the page nothing: its status is 0, it has no headers, and its body cannot be read.',
    more: 'The server did answer, and the browser may show the image or run the script that came. An element that uses it still does not let a script look inside.',
    lesson: 'no-cors',
    link: fetchStandard('opaque filtered response', 'concept-filtered-response-opaque'),
  },
  'response-tainting': {
    term: 'response tainting',
    also: [],
    sentence:
      'Response tainting is how a request’s answer will be treated: `basic` as the page’s own, `cors` if it passes the CORS check, `opaque` unread.',
    more: 'A redirect to another origin changes it. A redirect back does not change it again.',
    lesson: 'redirects',
    link: fetchStandard('response tainting', 'concept-request-response-tainting'),
  },
  'filtered-response': {
    term: 'filtered response',
    also: ['filtered responses'],
    sentence:
      'A filtered response is what a page gets in place of the server’s: a view that leaves out what it may not see.',
    more: 'From its own origin that is `Set-Cookie` only, from another one every header neither safelisted nor exposed, and in an opaque response everything.',
    lesson: 'exposed-headers',
    link: fetchStandard('filtered response', 'concept-filtered-response'),
  },
  'exposed-header': {
    term: 'exposed header',
    also: ['exposed headers', 'exposed'],
    sentence:
      'An exposed header is a response header that `Access-Control-Expose-Headers` lets a page of another origin read.',
    more: 'Seven can be read without: `Cache-Control`, `Content-Language`, `Content-Length`, `Content-Type`, `Expires`, `Last-Modified` and `Pragma`. `Set-Cookie` never can.',
    lesson: 'exposed-headers',
    link: fetchStandard('CORS-safelisted response-header name', 'cors-safelisted-response-header-name'),
  },
  'network-error': {
    term: 'network error',
    also: ['network errors'],
    sentence:
      'A network error is all that a page gets of a blocked request: no status, no headers, no body, and no reason.',
    more: 'A server that is down looks the same to a script. The reason stands in the browser’s console, for people only.',
    lesson: 'request-arrives',
    link: fetchStandard('network error', 'concept-network-error'),
  },
  'redirect-taint': {
    term: 'redirect taint',
    also: ['redirect-taint'],
    sentence:
      'Redirect taint is what a request gets when a redirect leads it from a foreign origin to a different one: its `Origin` becomes `null`.',
    more: 'That holds for the way back to the page’s own origin too. The answer there passes only with `*` or `null` in `Access-Control-Allow-Origin`.',
    lesson: 'redirects',
    link: fetchStandard('request’s origin', 'serializing-a-request-origin'),
  },
  'shared-cache': {
    term: 'shared cache',
    also: ['shared caches', 'CDN'],
    sentence: 'A shared cache, such as a CDN or a proxy, keeps answers and gives one and the same to many people.',
    more: 'If it does not learn by `Vary` that the answer differs by origin, it gives one origin the answer that was meant for another.',
    lesson: 'vary',
    link: { label: 'RFC 9111: HTTP caching', href: 'https://www.rfc-editor.org/rfc/rfc9111#section-1' },
  },
  samesite: {
    term: '`SameSite`',
    also: ['SameSite'],
    sentence:
      'A cookie’s `SameSite` says whether it travels from other sites: with `Strict` never, with `Lax` when a link is followed, with `None` always.',
    more: '`None` needs `Secure` too. The browser may withhold such cookies as third-party ones all the same, and no CORS header overrules it.',
    lesson: 'credentials',
    link: mdn('SameSite', 'Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value'),
  },
  corp: {
    term: '`Cross-Origin-Resource-Policy`',
    also: ['CORP', 'Cross-Origin-Resource-Policy'],
    sentence:
      '`Cross-Origin-Resource-Policy`, CORP for short, forbids other origins, or other sites, to use an answer in mode `no-cors`.',
    more: 'It takes `same-origin`, `same-site` or `cross-origin`. Requests in mode `cors` are not subject to it.',
    lesson: 'elements',
    link: fetchStandard('Cross-Origin-Resource-Policy', 'cross-origin-resource-policy-header'),
  },
  'tainted-canvas': {
    term: 'tainted canvas',
    also: ['tainted canvases', 'canvas is tainted'],
    sentence:
      'A canvas is tainted once an image of another origin was drawn on it without CORS: scripts can no longer read its pixels.',
    more: 'With the attribute `crossorigin` the image is asked for in mode `cors`, and either taints nothing or is not shown at all.',
    lesson: 'elements',
    link: html('security with canvas elements', 'canvas.html#security-with-canvas-elements'),
  },
} as const satisfies Record<string, Entry>;
