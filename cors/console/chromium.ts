import { isRedirectStatus } from '../fetch/request.ts';
import type { At, FindingFacts } from '../findings.ts';
import { mimeEssence } from '../safelist.ts';
import type { Api } from '../scenario.ts';
import { type Console, type ConsoleLine, line, type Scene } from './lines.ts';

// https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/loader/cors/cors_error_string.cc
// Seen in Chromium 156.

const schemes =
  'chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app';
const validValue = ' Have the server send the header with a valid value.';

/** What it calls that which a request is for. A beacon is a resource, and an EventSource another. */
const kinds: Readonly<Record<Api, string>> = {
  fetch: 'fetch',
  xhr: 'XMLHttpRequest',
  'event-source': 'resource',
  beacon: 'resource',
  image: 'image',
  script: 'script',
  module: 'script',
  font: 'font',
};

function blocked({ url, call, origin, redirected }: Scene, reason: string, prefix = ''): readonly ConsoleLine[] {
  const from = redirected ? ` (redirected from '${visible(call.url)}')` : '';
  const frame = `Access to ${kinds[call.api]} at '${visible(url)}'${from} from origin '${origin}' has been blocked by CORS policy: `;
  return [line(`${frame}${prefix}${visible(reason)}`, visible(reason))];
}

function checkFailed(scene: Scene, at: At, reason: string): readonly ConsoleLine[] {
  return blocked(
    scene,
    reason,
    at === 'preflight' ? "Response to preflight request doesn't pass access control check: " : '',
  );
}

/** A line of the network stack, which knows nothing of CORS. */
const failed = ({ method, call }: Scene, error: string): readonly ConsoleLine[] => [
  line(`${method} ${visible(call.url)} ${error}`, error),
];

const cannotLoad = ({ call }: Scene, reason: string): readonly ConsoleLine[] => [
  line(`Fetch API cannot load ${visible(call.url)}. ${reason}`, reason),
];

const thrown = (reason: string): readonly ConsoleLine[] => [
  line(`Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': ${reason}`, reason),
];

const visible = (text: string): string =>
  text.replace(/[\p{Cc}]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** What is wrong with credentials; who uses XMLHttpRequest is told where they come from. */
const credentialed = (scene: Scene, at: At, reason: string): readonly ConsoleLine[] =>
  checkFailed(
    scene,
    at,
    scene.call.api === 'xhr'
      ? `${reason} The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.`
      : reason,
  );

const credentials = (value: string): string =>
  `The value of the 'Access-Control-Allow-Credentials' header in the response is '${value}' which must be 'true' when the request's credentials mode is 'include'.`;

const headerField = (name: string): string =>
  `Request header field ${name} is not allowed by Access-Control-Allow-Headers in preflight response.`;

const cannotParse = (name: string): string => `Cannot parse ${name} response header field in preflight response.`;

/** https://source.chromium.org/chromium/chromium/src/+/main:services/network/public/cpp/cors/cors.cc */
export const chromium: Console = {
  'url-invalid': ({ url }) => thrown(`Failed to parse URL from ${url}`),
  'url-credentials': ({ url }) => thrown(`Request cannot be constructed from a URL that includes credentials: ${url}`),
  'mode-navigate': () =>
    thrown("Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'."),
  'only-if-cached-mode': () => thrown("'only-if-cached' can be set only with 'same-origin' mode"),
  'method-invalid': ({ method }) => thrown(`'${method}' is not a valid HTTP method.`),
  'method-forbidden': ({ method }) => thrown(`'${method}' HTTP method is unsupported.`),
  'no-cors-method': ({ method }) => thrown(`'${method}' is unsupported in no-cors mode.`),
  'header-name-invalid': () => thrown('Invalid name'),
  'header-value-invalid': () => thrown('Invalid value'),
  'body-with-get': () => thrown('Request with GET/HEAD method cannot have body.'),
  'bad-port': (_, scene) => failed(scene, 'net::ERR_UNSAFE_PORT'),
  'mixed-content': ({ url, page }) => {
    const reason = 'This request has been blocked; the content must be served over HTTPS.';
    return [
      line(
        `Mixed Content: The page at '${page}/' was loaded over HTTPS, but requested an insecure resource '${url}'. ${reason}`,
        reason,
      ),
    ];
  },
  'scheme-unsupported': ({ url, scheme }, scene) =>
    url === scene.call.url
      ? cannotLoad(scene, `URL scheme "${scheme}" is not supported.`)
      : blocked(scene, `Cross origin requests are only supported for protocol schemes: ${schemes}.`),
  'same-origin-mode': ({ page, at }, scene) =>
    at === 'request'
      ? cannotLoad(
          scene,
          `Request mode is "same-origin" but the URL's origin is not same as the request origin ${page}.`,
        )
      : [
          line(
            `Unsafe attempt to load URL ${scene.location} from frame with URL ${page}/. Domains, protocols and ports must match.`,
            'Domains, protocols and ports must match.',
          ),
        ],
  'no-cors-redirect-mode': (_, scene) =>
    cannotLoad(scene, 'Request mode is "no-cors" but the redirect mode is not "follow".'),
  'not-cached': (_, scene) => failed(scene, 'net::ERR_CACHE_MISS'),
  'acao-missing': ({ at }, scene) =>
    checkFailed(scene, at, "No 'Access-Control-Allow-Origin' header is present on the requested resource."),
  'acao-wildcard-credentials': ({ at }, scene) =>
    credentialed(
      scene,
      at,
      "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ),
  'acao-multiple': ({ at, value }, scene) =>
    checkFailed(
      scene,
      at,
      `The 'Access-Control-Allow-Origin' header contains multiple values '${value}', but only one is allowed.${validValue}`,
    ),
  'acao-invalid': ({ at, value }, scene) =>
    checkFailed(
      scene,
      at,
      `The 'Access-Control-Allow-Origin' header contains the invalid value '${value}'.${validValue}`,
    ),
  'acao-mismatch': ({ at, value }, scene) =>
    checkFailed(
      scene,
      at,
      `The 'Access-Control-Allow-Origin' header has a value '${value}' that is not equal to the supplied origin.${validValue}`,
    ),
  'acac-missing': ({ at }, scene) => credentialed(scene, at, credentials('')),
  'acac-not-true': ({ at, value }, scene) => credentialed(scene, at, credentials(value)),
  'preflight-redirect': ({ status, location }, scene) =>
    checkFailed(
      scene,
      'preflight',
      isRedirectStatus(status) && location !== null
        ? 'Redirect is not allowed for a preflight request.'
        : 'It does not have HTTP ok status.',
    ),
  'preflight-status': (_, scene) => checkFailed(scene, 'preflight', 'It does not have HTTP ok status.'),
  'acam-invalid': (_, scene) => blocked(scene, cannotParse('Access-Control-Allow-Methods')),
  'acah-invalid': (_, scene) => blocked(scene, cannotParse('Access-Control-Allow-Headers')),
  'method-not-allowed': ({ method }, scene) =>
    blocked(scene, `Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`),
  'header-not-allowed': ({ missing }, scene) => blocked(scene, headerField(missing[0] ?? '')),
  'authorization-not-listed': ({ allowed }, scene) =>
    allowed.includes('*') ? [] : blocked(scene, headerField('authorization')),
  'redirect-mode-error': (_, scene) => failed(scene, 'net::ERR_FAILED'),
  'redirect-location-invalid': (_, scene) => failed(scene, 'net::ERR_INVALID_REDIRECT'),
  'redirect-scheme': ({ scheme }, scene) =>
    scheme === 'data' || scheme === 'about' || scheme === 'blob' || scheme === 'file'
      ? failed(scene, 'net::ERR_UNSAFE_REDIRECT')
      : blocked(
          { ...scene, url: scene.location, redirected: true },
          `Cross origin requests are only supported for protocol schemes: ${schemes}.`,
        ),
  'redirect-too-many': (_, scene) => failed(scene, 'net::ERR_TOO_MANY_REDIRECTS'),
  // The location is empty in the text although it is what the sentence is about.
  'redirect-userinfo': (_, scene) =>
    blocked(
      scene,
      "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
    ),
  'corp-blocked': ({ value }, scene) =>
    failed(scene, `net::ERR_BLOCKED_BY_RESPONSE.${value === 'same-site' ? 'NotSameSite' : 'NotSameOrigin'}`),
  'no-answer': ({ url }, { method }) => [
    line(
      `${method} ${visible(url)} net::ERR_CONNECTION_REFUSED`,
      'net::ERR_CONNECTION_REFUSED',
      'Or another name after net::, depending on what went wrong.',
    ),
  ],
  'opaque-no-cors': () => [],
  'opaque-redirect': () => [],
  'opaque-element': () => [],
  'opaque-beacon': () => [],
  'api-missing': () => [],
  'not-usable': unusable,
};

/** Types of which a script without `crossorigin` gets an empty body instead: https://github.com/annevk/orb */
const withheld = /^text\/(html|plain)$|[/+](json|xml)$/;

function unusable({ api, because, status, type }: FindingFacts['not-usable'], scene: Scene): readonly ConsoleLine[] {
  if (because === 'status') return failed(scene, `${status} (${scene.response?.statusText ?? ''})`);
  const mime = mimeEssence(type ?? '') ?? '';
  switch (api) {
    case 'event-source':
      return [
        line(
          `EventSource's response has a MIME type ("${mime}") that is not "text/event-stream". Aborting the connection.`,
        ),
      ];
    case 'script':
      if (scene.call.mode === 'no-cors' && withheld.test(mime)) return [];
      return [
        line(
          `Refused to execute script from '${visible(scene.url)}' because its MIME type ('${mime}') is not executable, and strict MIME type checking is enabled.`,
          'is not executable',
        ),
      ];
    case 'module':
      return [
        line(
          `Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a MIME type of "${mime}". Strict MIME type checking is enforced for module scripts per HTML spec.`,
          `the server responded with a MIME type of "${mime}"`,
        ),
      ];
    case 'font':
      return [line(`Failed to decode downloaded font: ${visible(scene.url)}`, 'Failed to decode downloaded font')];
    default:
      return [];
  }
}
