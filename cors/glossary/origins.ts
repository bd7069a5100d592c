import { type Entry, fetchStandard, html, mdn } from './term.ts';

/** Who asks, and whom. */
export const origins = {
  origin: {
    term: 'origin',
    also: ['origins'],
    sentence:
      'An origin is the scheme, host and port of a URL taken together, such as `https://shop.example:8443`; the path is no part of it.',
    more: 'The default port of a scheme is left out: `https://shop.example:443` is written `https://shop.example`. A page mostly has the origin of its URL; some have an opaque origin.',
    lesson: 'origin',
    link: html('origin', 'browsers.html#concept-origin'),
  },
  site: {
    term: 'site',
    also: ['sites'],
    sentence:
      'A site is a scheme and a registrable domain: `https://app.shop.example` and `https://api.shop.example` are two origins of one site.',
    more: 'A registrable domain is a public suffix, such as `com` or `co.uk`, with one label before it. A host without one, such as `localhost` or an IP address, counts whole. The port never counts.',
    lesson: 'origin',
    link: html('sites', 'browsers.html#sites'),
  },
  'same-origin': {
    term: 'same-origin',
    also: ['same origin'],
    sentence:
      'Two origins are the same when scheme, host and port are all equal, so `http://localhost` and `http://127.0.0.1` are not.',
    more: 'Within one origin CORS asks for nothing, unless a redirect has led the request elsewhere on its way.',
    lesson: 'origin',
    link: html('same origin', 'browsers.html#same-origin'),
  },
  'cross-origin': {
    term: 'cross-origin',
    also: ['another origin', 'other origins', 'foreign origin', 'foreign origins', 'across origins'],
    sentence:
      'A request is cross-origin when the scheme, host or port of its URL differs from that of the page that makes it.',
    more: 'One of the three is enough. A page with an opaque origin makes no other HTTP requests, not even to its own server.',
    lesson: 'same-origin-policy',
    link: mdn('CORS', 'Web/HTTP/Guides/CORS'),
  },
  'same-site': {
    term: 'same-site',
    also: ['same site'],
    sentence:
      'Two origins are same-site when their schemes and their registrable domains are equal; subdomains and ports make no difference.',
    more: 'Hosts without a registrable domain, such as IP addresses, have to be equal themselves. Cookies look at the site, CORS at the origin.',
    lesson: 'origin',
    link: html('same site', 'browsers.html#same-site'),
  },
  'cross-site': {
    term: 'cross-site',
    also: ['another site', 'other sites', 'across sites'],
    sentence:
      'A request is cross-site when the scheme or the registrable domain of its URL differs from that of the page that makes it.',
    more: 'Every cross-site request is cross-origin too, but many a cross-origin request stays within its site. What differs is which cookies travel.',
    lesson: 'origin',
    link: html('same site', 'browsers.html#same-site'),
  },
  'opaque-origin': {
    term: 'opaque origin',
    also: ['opaque origins', '`null`'],
    sentence:
      'An opaque origin is equal to nothing but itself and is written `null`; sandboxed frames and, in browsers, local files have one.',
    more: 'A frame is sandboxed by the attribute `sandbox` without `allow-same-origin`. Any site can open such a frame, so a server that allows `null` allows everybody. After a redirect taint, `null` is written too.',
    lesson: 'null-origin',
    link: html('opaque origin', 'browsers.html#concept-origin-opaque'),
  },
  'same-origin-policy': {
    term: 'Same-Origin Policy',
    also: [],
    sentence:
      'The Same-Origin Policy is the browser’s rule that a page may not read what comes from another origin without its consent.',
    more: 'It is about reading. Most requests may be sent all the same, and images, styles and classic scripts may be used without being read.',
    lesson: 'same-origin-policy',
    link: mdn('Same-origin policy', 'Web/Security/Defenses/Same-origin_policy'),
  },
  cors: {
    term: 'CORS',
    also: ['CORS protocol', 'Cross-Origin Resource Sharing'],
    sentence:
      'CORS, Cross-Origin Resource Sharing, is how a server tells browsers which other origins may read its answers.',
    more: 'It does so in response headers whose names begin with `Access-Control-`. It loosens the Same-Origin Policy, and never tightens it.',
    lesson: 'allow-origin',
    link: fetchStandard('CORS protocol', 'http-cors-protocol'),
  },
  'user-agent': {
    term: 'user agent',
    also: ['user agents'],
    sentence:
      'A user agent is the program that acts for a person on the web, mostly a browser, and CORS is enforced there alone.',
    more: 'Programs such as `curl` and Postman act for no page, so nothing keeps an answer from them. A server protects nothing by CORS headers that it does not check by itself.',
    lesson: 'not-a-firewall',
    link: mdn('User agent', 'Glossary/User_agent'),
  },
  csrf: {
    term: 'CSRF',
    also: ['cross-site request forgery'],
    sentence:
      'CSRF, cross-site request forgery, is when another site makes a person’s browser send a request on which the server then acts.',
    more: 'CORS does not prevent it: what needs no preflight arrives and is processed, whoever may read the answer. Tokens, `SameSite` cookies and a look at `Origin` do.',
    lesson: 'not-a-firewall',
    link: mdn('CSRF', 'Web/Security/Attacks/CSRF'),
  },
} as const satisfies Record<string, Entry>;
