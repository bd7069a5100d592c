import { library } from '../spec.ts';
import { cause } from './cause.ts';
import { anyOrigin, corsCheck, issue, mdnError, mdnHeader, thisPage } from './common.ts';

const allowed = { lines: [thisPage] };

/** Causes in which Access-Control-Allow-Origin is there and is no origin at all, or several. */
export const malformedOriginCauses = [
  cause({
    id: 'two-allow-origin-headers',
    group: 'origin',
    title: 'Two Access-Control-Allow-Origin headers',
    also: ["contains multiple values '*, *'", 'duplicate header', 'nginx add_header', 'proxy_pass', 'set twice'],
    symptom: 'It worked until a proxy was put in front, or until the application learned to send the header itself.',
    wrong: [
      'Two layers add the header: the application, and nginx in front of it. A browser joins lines of one name with a comma, and a list is no origin, even where both say the same.',
    ],
    fix: [
      'Let one layer send the CORS headers and take them out of the other. In nginx, `proxy_hide_header` drops the application’s.',
    ],
    before: {
      requests: [{ path: '/api/items' }],
      library: library('nginx', { origins: '*' }),
      response: { lines: [anyOrigin] },
    },
    after: { library: null },
    sources: [
      corsCheck,
      mdnError('several Access-Control-Allow-Origin', 'CORSMultipleAllowOriginNotAllowed'),
      issue('expressjs/cors', 145),
      {
        label: 'nginx: proxy_hide_header',
        href: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_hide_header',
      },
    ],
  }),
  cause({
    id: 'list-of-origins',
    group: 'origin',
    title: 'Several origins in one Access-Control-Allow-Origin',
    also: ['contains multiple values', 'comma separated list of origins', 'space separated', 'multiple domains'],
    symptom: 'With one origin in the header it works; with a second one beside it, not even the first is let in.',
    wrong: ['The header takes one origin, `*` or `null`. It is no list, neither with commas nor with spaces.'],
    fix: [
      'Keep the list on the server. Compare `Origin` with it, send back the one that asks, and add `Vary: Origin`, so that no cache hands the answer for one to another.',
    ],
    before: {
      requests: [{ path: '/catalog' }],
      response: { lines: ['Access-Control-Allow-Origin: https://admin.shop.example, {page}'] },
    },
    after: {
      response: {
        lines: ['Access-Control-Allow-Origin: {origin in https://admin.shop.example {page}}', 'Vary: Origin'],
      },
    },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
  cause({
    id: 'allow-origin-in-quotes',
    group: 'origin',
    title: 'Access-Control-Allow-Origin in quotation marks',
    also: ['quotes', 'contains the invalid value', 'Apache Header set', 'YAML', 'environment file'],
    symptom: 'The value is right but for the quotation marks around it.',
    wrong: ['What stands after the colon is the value, quotation marks included. The browser takes nothing off it.'],
    fix: [
      'Take away the quotation marks that reach the wire: often one pair belongs to the configuration file and another was put inside it.',
    ],
    before: { requests: [{ path: '/invoices' }], response: { lines: ['Access-Control-Allow-Origin: "{page}"'] } },
    after: { response: allowed },
    sources: [corsCheck, mdnError('Access-Control-Allow-Origin does not match', 'CORSAllowOriginNotMatchingOrigin')],
  }),
  cause({
    id: 'allow-origin-undefined',
    group: 'origin',
    title: 'Access-Control-Allow-Origin: undefined',
    also: ["contains the invalid value 'undefined'", 'process.env', 'environment variable not set', 'None'],
    symptom: 'It works on the developer’s machine and fails where it is deployed.',
    wrong: [
      'The server reads the origin from its environment, where the variable is not set, and writes what the program calls nothing into the header: the text `undefined`.',
    ],
    fix: ['Set the variable where the server runs. Better still, let the server refuse to start without it.'],
    before: { requests: [{ path: '/health' }], response: { lines: ['Access-Control-Allow-Origin: undefined'] } },
    after: { response: allowed },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
  cause({
    id: 'allow-origin-empty',
    group: 'origin',
    title: 'Access-Control-Allow-Origin is empty',
    also: ["contains the invalid value ''", 'empty header', 'blank'],
    symptom: 'The header is there, and nothing stands after its colon.',
    wrong: [
      'An empty value is no origin and no `*`. It is compared with the page’s origin like any other and is not equal.',
    ],
    fix: [
      'Find out why the value is empty, usually a variable that nothing was put into. Where no origin is to be allowed, send no such header.',
    ],
    before: { requests: [{ path: '/reviews' }], response: { lines: ['Access-Control-Allow-Origin:'] } },
    after: { response: allowed },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
  cause({
    id: 'allow-origin-variable',
    group: 'origin',
    title: 'Access-Control-Allow-Origin: $http_origin',
    also: ['variable not replaced', 'ORIGIN variable', 'placeholder', 'template'],
    symptom: 'The name of a variable crosses the wire in place of its value.',
    wrong: [
      'The header should send back who asks, and the configuration did not put the value in: wrong quotation marks, a file that is not a template, or another server’s way of writing variables.',
    ],
    fix: [
      'Look at the answer with `curl -i -H "Origin: …"` until an origin stands there. Send back only origins that you know: to send back any is to allow every page there is.',
    ],
    before: { requests: [{ path: '/map' }], response: { lines: ['Access-Control-Allow-Origin: $http_origin'] } },
    after: { response: { lines: ['Access-Control-Allow-Origin: {origin in {page}}', 'Vary: Origin'] } },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
  cause({
    id: 'allow-origin-regular-expression',
    group: 'origin',
    title: 'A regular expression in Access-Control-Allow-Origin',
    also: ['regex', 'regexp', 'pattern', '^https?://', 'localhost any port'],
    symptom: 'The expression is right when it is tried out, and no page is let in.',
    wrong: [
      'Browsers do not match, they compare. The header has to be the origin itself; the expression is sent as it stands.',
    ],
    fix: [
      'Use the expression on the server, against the request’s `Origin`, and send back that origin when it matches.',
    ],
    before: {
      requests: [{ path: '/stats' }],
      response: { lines: ['Access-Control-Allow-Origin: ^https?://localhost(:[0-9]+)?$'] },
    },
    after: { response: { lines: ['Access-Control-Allow-Origin: {origin in {page}}', 'Vary: Origin'] } },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
  cause({
    id: 'allow-origin-without-scheme',
    group: 'origin',
    title: 'Access-Control-Allow-Origin without http:// or https://',
    also: ['host only', 'domain only', 'scheme missing', 'localhost:3000'],
    symptom: 'The header names the right host, and the browser calls it invalid or not equal.',
    wrong: [
      'A host alone is no origin: its scheme stands first. `http` and `https` on one host are two origins, so the browser cannot guess.',
    ],
    fix: ['Write scheme and host, and the port if it is not the scheme’s own.'],
    before: { requests: [{ path: '/menu' }], response: { lines: ['Access-Control-Allow-Origin: localhost:4000'] } },
    after: { response: allowed },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
];
