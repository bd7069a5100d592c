import { sampleEvents } from '../sample-answers.ts';
import { eventStreamType, fontType, imageType, sampleImage, scriptType } from '../samples.ts';
import type { AnswerSpec } from '../spec.ts';
import type { Link } from '../words/language.ts';
import { cause } from './cause.ts';
import { anyOrigin, issue, mdnHeader, thisPage } from './common.ts';

const image = (...lines: string[]): AnswerSpec => ({ type: imageType, body: sampleImage, lines });
const script = (...lines: string[]): AnswerSpec => ({ type: scriptType, lines });
const font = (...lines: string[]): AnswerSpec => ({ type: fontType, lines });
const events = (...lines: string[]): AnswerSpec => ({ type: eventStreamType, body: sampleEvents, lines });

const crossorigin: Link = {
  label: 'MDN: crossorigin',
  href: 'https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Attributes/crossorigin',
};
const canvas: Link = {
  label: 'MDN: images from other origins in a canvas',
  href: 'https://developer.mozilla.org/en-US/docs/Web/HTML/How_to/CORS_enabled_image',
};
const moduleScripts: Link = {
  label: 'HTML: fetch a single module script',
  href: 'https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script',
};

/** Causes that are met where a page loads something without asking for it by `fetch()`. */
export const elementCauses = [
  cause({
    id: 'font-without-headers',
    group: 'elements',
    title: 'Web font blocked: no Access-Control-Allow-Origin',
    also: ['@font-face', 'woff2', 'Font Awesome', 'icons show as squares', 'CDN fonts', 'downloadable font', 'preload'],
    symptom: 'Images and stylesheets of the CDN appear; its fonts do not, and icons are shown as empty squares.',
    wrong: [
      'Fonts are asked for with CORS, unlike images and stylesheets. The CDN’s answer does not allow the page, so the browser throws the font away.',
    ],
    fix: [
      'Send `Access-Control-Allow-Origin: *` with fonts. A `<link rel="preload" as="font">` needs `crossorigin` too, or the font is loaded twice.',
    ],
    before: { requests: [{ api: 'font', path: '/fonts/icons.ttf' }], response: font() },
    after: { response: font(anyOrigin) },
    sources: [
      { label: 'CSS Fonts: font fetching', href: 'https://drafts.csswg.org/css-fonts-4/#font-fetching-requirements' },
      issue('mozilla/addons-server', 4595),
    ],
  }),
  cause({
    id: 'tainted-canvas',
    group: 'elements',
    title: 'Tainted canvases may not be exported',
    also: [
      'toDataURL SecurityError',
      'getImageData',
      'The canvas has been tainted by cross-origin data',
      'The operation is insecure',
      'html2canvas',
      'WebGL texture',
    ],
    symptom:
      'The image is shown and can be drawn. `toDataURL()`, `toBlob()` or `getImageData()` throws a SecurityError.',
    wrong: [
      'The `<img>` has no `crossorigin`, so the image was loaded without CORS: shown to people, kept from scripts. A canvas that it is drawn on becomes unreadable as a whole. This server would allow the page; it was not asked.',
    ],
    fix: [
      'Set `crossorigin` on the image, in a script before `src`. The server has to allow the page, as this one does.',
    ],
    before: {
      requests: [{ api: 'image', mode: 'no-cors', path: '/photos/7.svg' }],
      response: image(anyOrigin),
    },
    after: { requests: [{ api: 'image', path: '/photos/7.svg' }] },
    sources: [canvas, crossorigin],
  }),
  cause({
    id: 'image-with-crossorigin',
    group: 'elements',
    title: 'The image disappears once crossorigin is set',
    also: ['crossorigin anonymous', 'img blocked by CORS policy', 'useCORS', 'Access to image at'],
    symptom: 'Without the attribute the image is shown. With `crossorigin="anonymous"` it is not.',
    wrong: [
      'The attribute asks for the image with CORS. Then the answer has to allow the page, or the image is not even shown. This server says nothing.',
    ],
    fix: [
      'Let the image’s server send `Access-Control-Allow-Origin`. Where that is not possible, load the image by a server of your own.',
    ],
    before: { requests: [{ api: 'image', path: '/avatars/7.svg' }], response: image() },
    after: { response: image(thisPage) },
    sources: [canvas, crossorigin],
  }),
  cause({
    id: 'resource-policy-same-origin',
    group: 'elements',
    title: 'Cross-Origin-Resource-Policy: same-origin blocks the image',
    also: [
      'CORP',
      'Helmet',
      'ERR_BLOCKED_BY_RESPONSE.NotSameOrigin',
      'NotSameOriginAfterDefaultedToSameOriginByCoep',
      'Cross-Origin-Embedder-Policy',
      'COEP require-corp',
    ],
    symptom:
      'Images of the API show as broken since a security library such as Helmet was added, and `Access-Control-Allow-Origin: *` changes nothing.',
    wrong: [
      'The answer has `Cross-Origin-Resource-Policy: same-origin`: pages of other origins may not even show it. That is asked of whatever is loaded without CORS, as an `<img>` without `crossorigin` is.',
    ],
    fix: [
      'Send `Cross-Origin-Resource-Policy: cross-origin` with what other sites may show, or `same-site` for those of your own. A page with `Cross-Origin-Embedder-Policy: require-corp` needs this header with all that it loads without CORS.',
    ],
    before: {
      requests: [{ api: 'image', mode: 'no-cors', path: '/uploads/7.svg' }],
      response: image(anyOrigin, 'Cross-Origin-Resource-Policy: same-origin'),
    },
    after: { response: image(anyOrigin, 'Cross-Origin-Resource-Policy: cross-origin') },
    sources: [
      {
        label: 'Fetch: Cross-Origin-Resource-Policy',
        href: 'https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header',
      },
      mdnHeader('Cross-Origin-Resource-Policy'),
    ],
  }),
  cause({
    id: 'image-that-is-no-image',
    group: 'elements',
    title: 'ERR_BLOCKED_BY_ORB: the image’s address answers JSON',
    also: ['OpaqueResponseBlocking', 'opaque response blocking', 'CORB', 'img src returns error', 'NS_BINDING_ABORTED'],
    symptom: 'The image shows as broken. The address answers with 200 when it is opened by itself.',
    wrong: [
      'What came is JSON and not an image, usually an error or an answer that wants a login. Browsers keep such data from pages that ask for an image; some name that ORB. No CORS header makes an image of it.',
    ],
    fix: ['Open the address and read what it says. Let it answer with the image and its own `Content-Type`.'],
    before: {
      requests: [{ api: 'image', mode: 'no-cors', path: '/covers/7' }],
      response: { body: '{"error":"not signed in"}' },
    },
    after: { response: image() },
    sources: [{ label: 'Opaque response blocking', href: 'https://github.com/annevk/orb' }],
  }),
  cause({
    id: 'script-error',
    group: 'elements',
    title: '“Script error.” and nothing else',
    also: ['window.onerror', 'Script error. line 0', 'Sentry', 'muted errors', 'error details missing', 'CDN script'],
    symptom: 'Error reports say `Script error.` with line 0 and no stack.',
    wrong: [
      'The script comes from another origin and its element has no `crossorigin`. It runs, and since the page may not read it, it is not told of its errors either.',
    ],
    fix: [
      'Set `crossorigin` on the `<script>`, and let its server send `Access-Control-Allow-Origin`. Without that header the script would not run at all then.',
    ],
    before: {
      requests: [{ api: 'script', mode: 'no-cors', path: '/app.js' }],
      response: script(anyOrigin),
    },
    after: { requests: [{ api: 'script', path: '/app.js' }] },
    sources: [
      {
        label: 'HTML: muted errors',
        href: 'https://html.spec.whatwg.org/multipage/webappapis.html#muted-errors',
      },
      crossorigin,
    ],
  }),
  cause({
    id: 'script-with-crossorigin',
    group: 'elements',
    title: 'Script with crossorigin or integrity is blocked',
    also: ['Subresource Integrity', 'SRI', 'crossorigin anonymous', 'Access to script at', 'CDN'],
    symptom: 'The script runs without the attribute. With `crossorigin`, which `integrity` needs, it does not.',
    wrong: [
      'To compare a script with its `integrity` the page has to be allowed to read it, so it is asked for with CORS. The CDN does not say that the page may.',
    ],
    fix: ['Use a CDN that sends `Access-Control-Allow-Origin: *`, or serve the script yourself.'],
    before: { requests: [{ api: 'script', path: '/lib/chart.js' }], response: script() },
    after: { response: script(anyOrigin) },
    sources: [
      crossorigin,
      { label: 'Subresource Integrity', href: 'https://w3c.github.io/webappsec-subresource-integrity/' },
    ],
  }),
  cause({
    id: 'module-without-headers',
    group: 'elements',
    title: 'Module script from another origin is blocked',
    also: [
      'script type=module',
      'import from CDN',
      'micro frontend',
      'module federation',
      'import map',
      'remoteEntry.js',
    ],
    symptom: 'As a classic script the file runs. With `type="module"` or by `import` it does not.',
    wrong: [
      'Module scripts are always asked for with CORS, with or without `crossorigin`. Their server has to allow the page, and this one says nothing.',
    ],
    fix: ['Send `Access-Control-Allow-Origin` with the module and with every file that it imports.'],
    before: { requests: [{ api: 'module', path: '/widgets/cart.js' }], response: script() },
    after: { response: script(thisPage) },
    sources: [moduleScripts],
  }),
  cause({
    id: 'module-is-html',
    group: 'elements',
    title: 'Expected a JavaScript module script, but the server responded with text/html',
    also: [
      'Failed to load module script',
      'Strict MIME type checking',
      'disallowed MIME type',
      'index.html instead of JavaScript',
      'single page application fallback',
      'old chunk after deployment',
    ],
    symptom: 'The page stays empty after a new version was deployed. The script’s address answers with 200.',
    wrong: [
      'The file is gone, and the server answers every unknown address with the start page. That is HTML, and browsers run no module of that type. The CORS headers are in order.',
    ],
    fix: [
      'Correct the address or reload the page. Let the server answer 404 for files that are not there, and the start page only for pages.',
    ],
    before: {
      requests: [{ api: 'module', path: '/assets/index-4f81.js' }],
      response: { type: 'text/html', body: '<!doctype html><title>Shop</title>', lines: [anyOrigin] },
    },
    after: { response: script(anyOrigin) },
    sources: [moduleScripts],
  }),
  cause({
    id: 'event-source-without-headers',
    group: 'elements',
    title: 'EventSource to another origin is blocked',
    also: ['server-sent events', 'SSE', 'text/event-stream', 'onerror', "can't establish a connection", 'readyState 2'],
    symptom: '`onerror` is called at once, without a reason, and the browser does not try again.',
    wrong: [
      'An event stream is asked for with CORS like `fetch()`. The answer has the right type and does not allow the page.',
    ],
    fix: [
      'Send `Access-Control-Allow-Origin` with the stream, before its first event. With `withCredentials` it must be the origin itself and not `*`.',
    ],
    before: { requests: [{ api: 'event-source', path: '/events' }], response: events() },
    after: { response: events(thisPage) },
    sources: [
      {
        label: 'HTML: the EventSource interface',
        href: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#the-eventsource-interface',
      },
    ],
  }),
];
