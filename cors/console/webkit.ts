import type { At } from '../findings.ts';
import { type Console, type ConsoleLine, line, type Scene } from './lines.ts';

// https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/CrossOriginAccessControl.cpp
// https://github.com/WebKit/WebKit/blob/main/Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp
// Seen in WebKitGTK 2.50.

const cannotLoad = (url: string): ConsoleLine =>
  line(`Fetch API cannot load ${url} due to access control checks.`, 'due to access control checks');

const because = (url: string, reason: string): readonly ConsoleLine[] => [line(reason), cannotLoad(url)];

const redirectDenied = (scene: Scene, reason: string): readonly ConsoleLine[] => [
  line(
    `Cross-origin redirection to ${withoutUserinfo(scene.location)} denied by Cross-Origin Resource Sharing policy: ${reason}`,
    reason,
  ),
  cannotLoad(scene.url),
];

const checkFailed = (scene: Scene, at: At, reason: string): readonly ConsoleLine[] =>
  at === 'redirect' ? redirectDenied(scene, reason) : because(scene.url, reason);

const notAllowed = (origin: string, scene: Scene): string =>
  `Origin ${origin} is not allowed by Access-Control-Allow-Origin. Status code: ${scene.response?.status ?? 0}`;

const thrown = (reason: string): readonly ConsoleLine[] => [
  line(`Unhandled Promise Rejection: TypeError: ${reason}`, reason),
];

const wantsTrue = 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".';
const moreThanOne = 'Access-Control-Allow-Origin cannot contain more than one origin.';

const withoutUserinfo = (url: string): string => url.replace(/^(https?:\/\/)[^/?#]*@/, '$1');

/** The header that it names is the first missing one in the page's own order, as the page wrote it. */
function headerField(missing: readonly string[], scene: Scene): readonly ConsoleLine[] {
  const names = scene.call.headers.map(([name]) => name);
  const first = names.find((name) => missing.includes(name.toLowerCase()));
  const name = first ?? (missing[0] === 'content-type' ? 'Content-Type' : (missing[0] ?? ''));
  return because(scene.url, `Request header field ${name} is not allowed by Access-Control-Allow-Headers.`);
}

export const webkit: Console = {
  'url-invalid': () => thrown('URL is not valid or contains user credentials.'),
  'url-credentials': () => thrown('URL is not valid or contains user credentials.'),
  'mode-navigate': () => thrown('Request constructor does not accept navigate fetch mode.'),
  'only-if-cached-mode': () => thrown('only-if-cached cache option requires fetch mode to be same-origin.'),
  'method-invalid': () => thrown('Method is not a valid HTTP token.'),
  'method-forbidden': () => thrown('Method is forbidden.'),
  'no-cors-method': () => thrown('Method must be GET, POST or HEAD in no-cors mode.'),
  'header-name-invalid': ({ name }) => thrown(`Invalid header name: '${name}'`),
  'header-value-invalid': ({ name, value }) => thrown(`Header '${name}' has invalid value: '${value}'`),
  'body-with-get': ({ method }) => thrown(`Request has method '${method}' and cannot have a body`),
  'bad-port': ({ url, port }) => [line(`Not allowed to use restricted network port ${port}: ${url}`)],
  'mixed-content': ({ url, page }) => [
    line(
      `[blocked] The page at ${page}/ requested insecure content from ${url}. This content was blocked and must be served over HTTPS.`,
      'This content was blocked and must be served over HTTPS.',
    ),
  ],
  'scheme-unsupported': ({ url }) => because(url, 'Cross origin requests are only supported for HTTP.'),
  'same-origin-mode': ({ page, at }, scene) =>
    at === 'request'
      ? [line(`Fetch API cannot load ${scene.call.url}.`)]
      : [
          line(
            `Unsafe attempt to load URL ${scene.location} from origin ${page}. Domains, protocols and ports must match.`,
            'Domains, protocols and ports must match.',
          ),
          cannotLoad(scene.location),
        ],
  'no-cors-redirect-mode': (_, { call }) => [
    line('No-Cors mode requires follow redirect mode'),
    line('Not allowed to request resource'),
    cannotLoad(call.url),
  ],
  'not-cached': () => [],
  'acao-missing': ({ at, origin }, scene) => checkFailed(scene, at, notAllowed(origin, scene)),
  'acao-wildcard-credentials': ({ at }, scene) =>
    checkFailed(scene, at, 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.'),
  'acao-multiple': ({ at, origin, value }, scene) =>
    checkFailed(scene, at, value.includes(',') ? moreThanOne : notAllowed(origin, scene)),
  'acao-invalid': ({ at, origin }, scene) => checkFailed(scene, at, notAllowed(origin, scene)),
  'acao-mismatch': ({ at, origin }, scene) => checkFailed(scene, at, notAllowed(origin, scene)),
  'acac-missing': ({ at }, scene) => checkFailed(scene, at, wantsTrue),
  'acac-not-true': ({ at }, scene) => checkFailed(scene, at, wantsTrue),
  'preflight-redirect': ({ status }, { url }) =>
    because(url, `Preflight response is not successful. Status code: ${status}`),
  'preflight-status': ({ status }, { url }) =>
    because(url, `Preflight response is not successful. Status code: ${status}`),
  'acam-invalid': ({ value }, { url }) =>
    because(url, `Header Access-Control-Allow-Methods has an invalid value: ${value}`),
  'acah-invalid': ({ value }, { url }) =>
    because(url, `Header Access-Control-Allow-Headers has an invalid value: ${value}`),
  'method-not-allowed': ({ method }, { url }) =>
    because(url, `Method ${method} is not allowed by Access-Control-Allow-Methods.`),
  'header-not-allowed': ({ missing }, scene) => headerField(missing, scene),
  'authorization-not-listed': ({ allowed }, scene) =>
    allowed.includes('*') ? [] : headerField(['authorization'], scene),
  'redirect-mode-error': (_, { url }) => because(url, `Not allowed to follow a redirection while loading ${url}`),
  'redirect-location-invalid': (_, scene) =>
    redirectDenied(scene, 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'),
  'redirect-scheme': ({ scheme }, scene) =>
    scheme === 'ftp'
      ? because(scene.url, 'FTP URLs are disabled')
      : redirectDenied(scene, 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'),
  'redirect-too-many': (_, { call }) => because(call.url, 'Load cannot follow more than 20 redirections'),
  'redirect-userinfo': ({ location }, scene) => redirectDenied(scene, `redirection URL ${location} has credentials`),
  'corp-blocked': (_, { url }) =>
    because(
      url,
      `Cancelled load to ${url} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
    ),
  'no-answer': (_, scene) => (scene.preflight ? because(scene.url, 'Connection terminated unexpectedly') : []),
  'opaque-no-cors': () => [],
  'opaque-redirect': () => [],
  'opaque-element': () => [],
  'opaque-beacon': () => [],
  'api-missing': () => [],
  'not-usable': () => [],
};
