import { cause } from './cause.ts';
import { anyOrigin, mdnError, thisPage } from './common.ts';

const opaqueOrigin = {
  label: 'Opaque origins',
  href: 'https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-opaque',
};

/** Causes in which the page itself has the origin `null`. */
export const nullOriginCauses = [
  cause({
    id: 'page-from-file',
    group: 'origin',
    title: 'The page was opened from a file: origin null',
    also: [
      "from origin 'null'",
      'file://',
      'index.html by double click',
      'Cordova',
      'Electron',
      'WebView',
      'data: URL',
    ],
    symptom:
      'The page was opened by a double click. The server allows the site, and the message speaks of the origin `null`.',
    wrong: [
      'A page from the disk comes from no server, so no server can name it: its origin is `null`, as is that of a `data:` page, of some app frames and of a sandboxed frame. Here a sandboxed frame asks, whose origin is the same `null`. The answer allows the site.',
    ],
    fix: [
      'Serve the page by HTTP, for example with the development server, and allow that origin. Here the page itself asks, from where it is served.',
      'Do not allow `null`: every sandboxed frame of every site has it.',
    ],
    before: {
      requests: [{ context: 'sandboxed-iframe', path: '/data.json' }],
      response: { lines: [thisPage] },
    },
    after: { requests: [{ path: '/data.json' }] },
    sources: [opaqueOrigin, mdnError('Access-Control-Allow-Origin does not match', 'CORSAllowOriginNotMatchingOrigin')],
  }),
  cause({
    id: 'sandboxed-iframe',
    group: 'origin',
    title: 'A sandboxed iframe is a stranger to its own site',
    also: ['sandbox', 'allow-same-origin', 'srcdoc', 'CodePen', 'preview frame', "origin 'null'"],
    symptom: 'The same script works in the page and fails in the frame, even with the site’s own server.',
    wrong: [
      'Without `allow-same-origin` a sandboxed frame has an origin of its own, which is sent as `null`. It is nobody’s, so the frame’s own site is another origin to it, and has to allow it like any other.',
    ],
    fix: [
      'For what anybody may read, answer with `Access-Control-Allow-Origin: *`, which includes `null`. Otherwise ask from the page and hand the answer to the frame by `postMessage()`.',
      '`allow-same-origin` together with `allow-scripts` makes the sandbox pointless for content of the same origin: the frame’s script can take the sandbox away.',
    ],
    before: { requests: [{ context: 'sandboxed-iframe', target: 'page', path: '/widget.json' }] },
    after: { response: { lines: [anyOrigin] } },
    sources: [
      opaqueOrigin,
      {
        label: 'MDN: sandbox',
        href: 'https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Elements/iframe#sandbox',
      },
    ],
  }),
];
