import type { FindingFacts } from '../findings.ts';
import { mimeEssence } from '../safelist.ts';
import { type Console, type ConsoleLine, line, type Scene } from './lines.ts';

// https://searchfox.org/mozilla-central/source/dom/locales/en-US/chrome/security/security.properties
// Seen in Firefox 153.

const misleading =
  'Misleading: the server did answer. Firefox adds this line whenever it stops before the request itself is done.';

function reason(url: string, text: string, status?: string): ConsoleLine {
  const end = status === undefined ? ').' : `). Status code: ${status}.`;
  const frame = 'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ';
  return line(`${frame}${url}. (Reason: ${text}${end}`, text);
}

const didNotSucceed = (url: string, note?: string): ConsoleLine => {
  const { text, strong } = reason(url, 'CORS request did not succeed', '(null)');
  return line(text, strong, note);
};

/** A failed preflight or redirect ends in a line that speaks of the network. */
function blocked(scene: Scene, text: string, status?: string, url = scene.url): readonly ConsoleLine[] {
  const lines = [reason(url, text, status)];
  const stopsRequest = scene.preflight || (scene.location !== '' && scene.call.redirect === 'follow');
  return [...lines, ...(stopsRequest ? [didNotSucceed(scene.url, misleading)] : []), ...notLoaded(scene)];
}

function stopped(scene: Scene, url = scene.url): readonly ConsoleLine[] {
  const { api, mode, url: asked } = scene.call;
  if (mode !== 'no-cors' || scene.preflight) return [didNotSucceed(url), ...notLoaded(scene)];
  return api === 'script' ? loadingFailed('<script>', asked) : [];
}

/** What those add that load something, whatever has stopped it. */
function notLoaded({ call: { api, url } }: Scene): readonly ConsoleLine[] {
  const notAllowed = 'source URI is not allowed in this document';
  switch (api) {
    case 'script':
      return [line(`<script> ${notAllowed}: “${url}”.`, notAllowed)];
    case 'module':
      return [line(`Module ${notAllowed}: “${url}”.`, notAllowed)];
    case 'font':
      return [fontFailed('download failed', 'bad URI or cross-site access not allowed', url)];
    case 'event-source':
      return [line(`Firefox can’t establish a connection to the server at ${url}.`, 'can’t establish a connection')];
    default:
      return [];
  }
}

/** The name of the family is this page's. */
const fontFailed = (what: string, reason: string, url: string): ConsoleLine =>
  line(
    `downloadable font: ${what} (font-family: "Sample" style:normal weight:400 stretch:100 src index:0)${reason && `: ${reason}`} source: ${url}`,
    reason || what,
  );

const loadingFailed = (what: string, url: string): readonly ConsoleLine[] => [
  line(`Loading failed for the ${what} with source “${url}”.`, 'Loading failed'),
];

const mismatch = (value: string): string => `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${value}’`;
const statusOf = (scene: Scene): string => String(scene.response?.status ?? '(null)');
const wantsTrue = 'expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’';
const notListed = (name: string): string =>
  `header ‘${name}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`;

const thrown = (text: string): readonly ConsoleLine[] => [
  line(`Uncaught (in promise) TypeError: Window.fetch: ${text}`, text),
];
const mayNotLoad = (page: string, url: string): readonly ConsoleLine[] => [
  line(`Security Error: Content at ${page}/ may not load data from ${url}.`, 'may not load data'),
];

const token = /^[!#$%&'*+\-.^_`|~\dA-Za-z]*$/;

/** The first element of a list that is no token. */
const badToken = (value: string): string =>
  value
    .split(',')
    .map((element) => element.trim())
    .find((element) => !token.test(element)) ?? '';

/** https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp */
export const firefox: Console = {
  'url-invalid': ({ url }) => thrown(`${url} is not a valid URL.`),
  'url-credentials': ({ url }) => thrown(`${url} is an url with embedded credentials.`),
  'mode-navigate': () => thrown('Invalid request mode navigate.'),
  'only-if-cached-mode': ({ mode }) =>
    thrown(
      `Request mode '${mode}' was used, but request cache mode 'only-if-cached' can only be used with request mode 'same-origin'.`,
    ),
  'method-invalid': ({ method }) => thrown(`Invalid request method ${method}.`),
  'method-forbidden': ({ method }) => thrown(`Invalid request method ${method}.`),
  'no-cors-method': ({ method }) => thrown(`Invalid request method ${method}.`),
  'header-name-invalid': ({ name }) => thrown(`${name.toLowerCase()} is an invalid header name.`),
  'header-value-invalid': ({ value }) => thrown(`${value} is an invalid header value.`),
  'body-with-get': () => thrown('HEAD or GET Request cannot have a body.'),
  'bad-port': () => [],
  'mixed-content': ({ url }) => [
    line(`Blocked loading mixed active content “${url}”`, 'Blocked loading mixed active content'),
  ],
  'scheme-unsupported': ({ url }) => [reason(url, 'CORS request not http')],
  'same-origin-mode': ({ page, at }, scene) => mayNotLoad(page, at === 'request' ? scene.call.url : scene.location),
  'no-cors-redirect-mode': () => [],
  'not-cached': () => [],
  'acao-missing': (_, scene) => [
    ...blocked(scene, 'CORS header ‘Access-Control-Allow-Origin’ missing', statusOf(scene)),
    ...(scene.preflight && scene.location !== '' ? [didNotSucceed(scene.url, misleading)] : []),
  ],
  // Only this reason puts the URL into quotation marks.
  'acao-wildcard-credentials': (_, scene) =>
    blocked(
      scene,
      'Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’',
      undefined,
      `‘${scene.url}’`,
    ),
  'acao-multiple': ({ value, lines }, scene) =>
    blocked(scene, lines > 1 ? 'Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed' : mismatch(value)),
  'acao-invalid': ({ value }, scene) => blocked(scene, mismatch(value)),
  'acao-mismatch': ({ value }, scene) => blocked(scene, mismatch(value)),
  'acac-missing': (_, scene) => blocked(scene, wantsTrue),
  'acac-not-true': (_, scene) => blocked(scene, wantsTrue),
  'preflight-redirect': ({ status, location }, scene) => [
    ...(location === null ? [] : [reason(scene.url, 'CORS request external redirect not allowed')]),
    ...blocked(scene, 'CORS preflight response did not succeed', String(status)),
  ],
  'preflight-status': ({ status }, scene) => blocked(scene, 'CORS preflight response did not succeed', String(status)),
  'acam-invalid': ({ value }, scene) =>
    blocked(scene, `invalid token ‘${badToken(value)}’ in CORS header ‘Access-Control-Allow-Methods’`),
  'acah-invalid': ({ value }, scene) =>
    blocked(scene, `invalid token ‘${badToken(value)}’ in CORS header ‘Access-Control-Allow-Headers’`),
  'method-not-allowed': (_, scene) =>
    blocked(scene, 'Did not find method in CORS header ‘Access-Control-Allow-Methods’'),
  'header-not-allowed': ({ missing }, scene) => blocked(scene, notListed(missing[0] ?? '')),
  'authorization-not-listed': ({ allowed }, scene) =>
    allowed.includes('*') ? willDisallow(scene.url) : blocked(scene, notListed('authorization')),
  'redirect-mode-error': () => [],
  'redirect-location-invalid': (_, scene) => stopped(scene),
  'redirect-scheme': ({ location, scheme }, scene) => [
    ...(scheme === 'data'
      ? [
          line(
            `Redirecting to data: URI not allowed (Blocked loading of: “${location}”)`,
            'Redirecting to data: URI not allowed',
          ),
        ]
      : [reason(location, 'CORS request not http')]),
    ...stopped(scene),
  ],
  'redirect-too-many': (_, scene) => stopped(scene, scene.call.url),
  'redirect-userinfo': (_, scene) => stopped(scene),
  'corp-blocked': (_, { url, call }) => [
    line(
      `The resource at “${url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`,
      'was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof)',
    ),
    ...(call.api === 'script' ? loadingFailed('<script>', call.url) : []),
  ],
  'no-answer': (_, scene) => (scene.preflight ? [didNotSucceed(scene.url), ...stopped(scene)] : stopped(scene)),
  'opaque-no-cors': () => [],
  'opaque-redirect': () => [],
  'opaque-element': () => [],
  'opaque-beacon': () => [],
  'api-missing': () => [],
  'not-usable': unusable,
};

function unusable({ api, because, type }: FindingFacts['not-usable'], scene: Scene): readonly ConsoleLine[] {
  const { url } = scene;
  const mime = mimeEssence(type ?? '') ?? '';
  switch (api) {
    case 'event-source':
      return notLoaded(scene);
    case 'script':
      if (because === 'status') return loadingFailed('<script>', url);
      return [
        line(
          `The resource from “${url}” was blocked due to MIME type (“${mime}”) mismatch (X-Content-Type-Options: nosniff).`,
          `was blocked due to MIME type (“${mime}”) mismatch`,
        ),
        ...stopped(scene),
      ];
    case 'module':
      if (because === 'status') return loadingFailed('module', url);
      return [
        line(
          `Loading module from “${url}” was blocked because of a disallowed MIME type (“${mime}”).`,
          `was blocked because of a disallowed MIME type (“${mime}”)`,
        ),
        ...stopped(scene),
      ];
    case 'font':
      return [
        because === 'status'
          ? fontFailed('download failed', 'status=2147746065', url)
          : fontFailed('rejected by sanitizer', '', url),
      ];
    default:
      return [];
  }
}

/** Printed although the request passes. */
export function willDisallow(url: string): readonly ConsoleLine[] {
  const text =
    'When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`';
  return [
    line(
      `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: ${text}).`,
      text,
      'A warning only: Firefox lets the request pass.',
    ),
  ];
}
