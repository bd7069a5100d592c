import type { At, FindingFacts } from '../findings.ts';
import { mimeEssence } from '../safelist.ts';
import { type Console, type ConsoleLine, line, type Scene } from './lines.ts';

// https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/CrossOriginAccessControl.cpp
// https://github.com/WebKit/WebKit/blob/main/Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp
// Seen in WebKitGTK 2.50.

const cannotLoad = (url: string): ConsoleLine => denied(`Fetch API cannot load ${url}`);

const denied = (what: string): ConsoleLine =>
  line(`${what} due to access control checks.`, 'due to access control checks');

/** What follows the reason; a worker and a module are content with that. */
function notLoaded({ call: { api, context, url: asked } }: Scene, url: string, reason: string): readonly ConsoleLine[] {
  if (context === 'worker') return [];
  switch (api) {
    case 'fetch':
      return [cannotLoad(url)];
    case 'xhr':
      return [denied(`XMLHttpRequest cannot load ${url}`)];
    case 'event-source':
      return [denied(`EventSource cannot load ${url}`)];
    case 'beacon':
      return [line(`Beacon API cannot load ${asked}. ${reason}`, reason)];
    case 'image':
      return [denied(`Cannot load image ${asked}`)];
    case 'script':
      return [line('Cross-origin script load denied by Cross-Origin Resource Sharing policy.')];
    case 'module':
    case 'font':
      return [];
  }
}

const because = (scene: Scene, reason: string, url = scene.url): readonly ConsoleLine[] => [
  line(reason),
  ...notLoaded(scene, url, reason),
];

const redirectDenied = (scene: Scene, reason: string): readonly ConsoleLine[] => [
  line(
    `Cross-origin redirection to ${withoutUserinfo(scene.location)} denied by Cross-Origin Resource Sharing policy: ${reason}`,
    reason,
  ),
  ...notLoaded(scene, scene.url, reason),
];

const checkFailed = (scene: Scene, at: At, reason: string): readonly ConsoleLine[] =>
  at === 'redirect' ? redirectDenied(scene, reason) : because(scene, reason);

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
  return because(scene, `Request header field ${name} is not allowed by Access-Control-Allow-Headers.`);
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
  'scheme-unsupported': ({ url }, scene) => because(scene, 'Cross origin requests are only supported for HTTP.', url),
  'same-origin-mode': ({ page, at }, scene) =>
    at === 'request'
      ? scene.call.api === 'fetch'
        ? [line(`Fetch API cannot load ${scene.call.url}.`)]
        : []
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
  'preflight-redirect': ({ status }, scene) =>
    because(scene, `Preflight response is not successful. Status code: ${status}`),
  'preflight-status': ({ status }, scene) =>
    because(scene, `Preflight response is not successful. Status code: ${status}`),
  'acam-invalid': ({ value }, scene) =>
    because(scene, `Header Access-Control-Allow-Methods has an invalid value: ${value}`),
  'acah-invalid': ({ value }, scene) =>
    because(scene, `Header Access-Control-Allow-Headers has an invalid value: ${value}`),
  'method-not-allowed': ({ method }, scene) =>
    because(scene, `Method ${method} is not allowed by Access-Control-Allow-Methods.`),
  'header-not-allowed': ({ missing }, scene) => headerField(missing, scene),
  'authorization-not-listed': ({ allowed }, scene) =>
    allowed.includes('*') ? [] : headerField(['authorization'], scene),
  'redirect-mode-error': (_, scene) => because(scene, `Not allowed to follow a redirection while loading ${scene.url}`),
  'redirect-location-invalid': (_, scene) =>
    redirectDenied(scene, 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'),
  'redirect-scheme': ({ scheme }, scene) =>
    scheme === 'ftp'
      ? because(scene, 'FTP URLs are disabled')
      : redirectDenied(scene, 'not allowed to follow a cross-origin CORS redirection with non CORS scheme'),
  'redirect-too-many': (_, scene) => because(scene, 'Load cannot follow more than 20 redirections', scene.call.url),
  'redirect-userinfo': ({ location }, scene) => redirectDenied(scene, `redirection URL ${location} has credentials`),
  'corp-blocked': (_, scene) =>
    because(
      scene,
      `Cancelled load to ${scene.url} because it violates the resource's Cross-Origin-Resource-Policy response header.`,
    ),
  'no-answer': (_, scene) => {
    if (scene.preflight) return because(scene, 'Connection terminated unexpectedly');
    if (scene.call.api !== 'beacon') return [];
    const reason = `Could not connect to ${new URL(scene.url).hostname}: Connection refused`;
    return notLoaded(scene, scene.url, reason);
  },
  'opaque-no-cors': () => [],
  'opaque-redirect': () => [],
  'opaque-element': ({ api }) =>
    api === 'image'
      ? [
          line(
            'Unable to get image data from canvas because the canvas has been tainted by cross-origin data.',
            undefined,
            'When a script tries to read the canvas that the image was drawn on, as this page’s does.',
          ),
        ]
      : [],
  'opaque-beacon': () => [],
  'api-missing': () => [],
  'not-usable': unusable,
};

function unusable({ api, because, type }: FindingFacts['not-usable'], { url }: Scene): readonly ConsoleLine[] {
  if (because !== 'type') return [];
  const mime = mimeEssence(type ?? '') ?? '';
  switch (api) {
    case 'event-source':
      return [
        line(
          `EventSource's response has a MIME type ("${mime}") that is not "text/event-stream". Aborting the connection.`,
        ),
      ];
    case 'script':
      return [
        line(
          `Refused to execute ${url} as script because "X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.`,
          'its Content-Type is not a script MIME type',
        ),
      ];
    case 'module':
      return [line(`TypeError: '${mime}' is not a valid JavaScript MIME type.`)];
    default:
      return [];
  }
}
