import { library } from '../spec.ts';
import { cause } from './cause.ts';
import { corsCheck, mdnError, mdnHeader, thisPage } from './common.ts';

const notMatching = mdnError('Access-Control-Allow-Origin does not match', 'CORSAllowOriginNotMatchingOrigin');
const allowed = { lines: [thisPage] };

/** Causes in which Access-Control-Allow-Origin is an origin, or nearly one, and not the page's. */
export const otherOriginCauses = [
  cause({
    id: 'allow-origin-https-for-http',
    group: 'origin',
    title: 'Access-Control-Allow-Origin has https, the page has http',
    also: ['wrong scheme', 'protocol', 'not equal to the supplied origin', 'development server without certificate'],
    symptom: 'It works on the site with a certificate, and fails on the development server without one.',
    wrong: [
      'An origin is scheme, host and port, and all three have to be the page’s. The answer allows an origin that begins with `https`, and this page was opened by `http`.',
    ],
    fix: [
      'Keep a list of origins that are allowed, each with its scheme, and send back the one that asks. Such an answer differs by who asks, which `Vary: Origin` tells caches.',
    ],
    before: {
      requests: [{ path: '/profile' }],
      response: { lines: ['Access-Control-Allow-Origin: https://localhost:4000'] },
    },
    after: {
      response: { lines: ['Access-Control-Allow-Origin: {origin in https://localhost:4000 {page}}', 'Vary: Origin'] },
    },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'allow-origin-other-port',
    group: 'origin',
    title: 'Access-Control-Allow-Origin has another port',
    also: ['localhost:3000', 'localhost:5173', 'Vite', 'development server changed its port', 'port mismatch'],
    symptom:
      'Nothing was changed on the server. Every request fails since the development server starts on another port.',
    wrong: [
      'The port is a part of the origin. The answer allows the same host with another port than the page’s, and that is another origin.',
    ],
    fix: [
      'Allow the port that the page really comes from, or start the development server on the port that is allowed.',
    ],
    before: { requests: [{ path: '/todos' }], response: { lines: ['Access-Control-Allow-Origin: {second}'] } },
    after: { response: allowed },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'allow-origin-staging',
    group: 'origin',
    title: 'Access-Control-Allow-Origin is the staging site, not this one',
    also: [
      'that is not equal to the supplied origin',
      'production',
      'environment variable',
      'Express cors origin string',
    ],
    symptom: 'It works on one deployment and fails on another, with the same code.',
    wrong: [
      'The server is configured with one origin and sends it to whoever asks, even to pages that it does not match. Express does so when `origin` is a single text. The browser compares it with the page’s origin, and they differ.',
    ],
    fix: ['Configure a list of origins. The library then sends back the one that asks, if it is on the list.'],
    before: {
      requests: [{ path: '/news' }],
      library: library('express', { origins: 'https://staging.shop.example' }),
    },
    after: { library: library('express', { origins: 'https://staging.shop.example, {page}' }) },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'allow-origin-www',
    group: 'origin',
    title: 'Access-Control-Allow-Origin with www, the page without',
    also: ['subdomain', 'www.example.com', 'apex domain', 'naked domain'],
    symptom: 'Some visitors see it fail and others do not, depending on how they typed the address.',
    wrong: [
      'To a browser `www.` makes another host, and another host is another origin, even where both show the same site.',
    ],
    fix: ['Redirect all visitors to one of the two addresses, or allow both origins: a list, and the one that asks.'],
    before: {
      requests: [{ path: '/search?q=tea' }],
      response: { lines: ['Access-Control-Allow-Origin: http://www.localhost:4000'] },
    },
    after: {
      response: {
        lines: ['Access-Control-Allow-Origin: {origin in http://www.localhost:4000 {page}}', 'Vary: Origin'],
      },
    },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'localhost-and-127',
    group: 'origin',
    title: 'localhost is allowed, the page is on 127.0.0.1, or the other way round',
    also: ['127.0.0.1', '[::1]', 'loopback', '0.0.0.0', 'Live Server'],
    symptom: 'It fails or works by the address that the page was opened with, although both lead to the same machine.',
    wrong: [
      'Origins are compared as text. `localhost` and `127.0.0.1` are different hosts, whatever they resolve to. This answer allows `127.0.0.1`, and the page was opened on `localhost`.',
    ],
    fix: ['Open the page by the name that the server allows, or allow the name that you use.'],
    before: {
      requests: [{ path: '/me' }],
      response: { lines: ['Access-Control-Allow-Origin: http://127.0.0.1:4000'] },
    },
    after: { response: allowed },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'allow-origin-trailing-slash',
    group: 'origin',
    title: 'Access-Control-Allow-Origin with a trailing slash',
    also: ['slash at the end', 'origin ends with /', 'identical but not equal'],
    symptom: 'The value in the message looks like the page’s own address.',
    wrong: [
      'An origin has no path, not even `/`. The browser compares the value letter by letter with the page’s origin, and one letter is too many.',
    ],
    fix: ['Leave out the slash at the end.'],
    before: { requests: [{ path: '/articles' }], response: { lines: ['Access-Control-Allow-Origin: {page}/'] } },
    after: { response: allowed },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'allow-origin-with-path',
    group: 'origin',
    title: 'Access-Control-Allow-Origin with a path',
    also: ['full URL', 'Referer', 'address of the page instead of its origin', 'GitHub Pages project'],
    symptom: 'The header holds the very address that stands in the address bar.',
    wrong: [
      'The header holds the page’s address. An origin is the beginning of an address: scheme, host, and port if it is not the default. Permission cannot be given to one path of an origin only.',
    ],
    fix: [
      'Cut the address off after host or port. To send back who asks, use the request’s `Origin`, not its `Referer`.',
    ],
    before: { requests: [{ path: '/comments' }], response: { lines: ['Access-Control-Allow-Origin: {page}/app'] } },
    after: { response: allowed },
    sources: [corsCheck, notMatching],
  }),
  cause({
    id: 'allow-origin-subdomain-wildcard',
    group: 'origin',
    title: 'Access-Control-Allow-Origin: https://*.example.com',
    also: ['wildcard subdomain', 'all subdomains', 'any subdomain', 'asterisk in origin', 'http://localhost:*'],
    symptom: 'The header seems to allow every subdomain, and no page of any of them is let in.',
    wrong: [
      'In this header `*` means something only where it stands alone. As a part of an origin it is a letter like any other, and no page has an origin with that letter.',
    ],
    fix: [
      'Let the server compare `Origin` with the subdomains that it allows and send back the whole origin that asks, with `Vary: Origin`.',
    ],
    before: {
      requests: [{ path: '/tenants' }],
      response: { lines: ['Access-Control-Allow-Origin: https://*.shop.example'] },
    },
    after: {
      response: { lines: ['Access-Control-Allow-Origin: {origin in https://de.shop.example {page}}', 'Vary: Origin'] },
    },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
  cause({
    id: 'allow-origin-null',
    group: 'origin',
    title: 'Access-Control-Allow-Origin: null',
    also: ["has a value 'null'", 'allow null origin', 'null instead of my domain'],
    symptom: 'The message says that the header has the value `null`.',
    wrong: [
      'The server sends the text `null`: a program’s empty value that was written out, or a setting meant for pages opened from a file. It allows pages whose origin is `null`, and this page has an origin of its own.',
    ],
    fix: [
      'Send the page’s origin, or no header at all where none is known. `null` is a poor thing to allow: any site can put a script into a sandboxed frame, which has that origin.',
    ],
    before: { requests: [{ path: '/settings' }], response: { lines: ['Access-Control-Allow-Origin: null'] } },
    after: { response: allowed },
    sources: [corsCheck, notMatching],
  }),
];
