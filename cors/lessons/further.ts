import { imageType, sampleImage } from '../samples.ts';
import { cookie, redirect } from '../spec.ts';
import type { Condition } from './condition.ts';
import {
  blocked,
  lesson,
  notPreflighted,
  notSent,
  opaque,
  preflighted,
  readable,
  readOrBlocked,
  sent,
} from './lesson.ts';

const anyOrigin = 'Access-Control-Allow-Origin: *';
const thisPage = 'Access-Control-Allow-Origin: {page}';
const whoeverAsks = 'Access-Control-Allow-Origin: {origin}';
const listed = 'Access-Control-Allow-Origin: {origin in {page} {second}}';
const credentialed = 'Access-Control-Allow-Credentials: true';
const methods = (value: string) => `Access-Control-Allow-Methods: ${value}`;
const headers = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const include = { credentials: 'include' } as const;
const other = { context: 'other-page' } as const;
const framed = { context: 'sandboxed-iframe' } as const;
const asksAs = (origin: string | null): Condition => ({ about: 'request header', name: 'Origin', is: origin });

/** What comes between page and server, and what CORS is not about. */
export const furtherLessons = [
  lesson({
    id: 'redirects',
    title: 'Redirects',
    text: [
      'A server may answer with a redirect, and the browser goes on to the address in its `Location` by itself. Each answer on the way has to pass the CORS check, the redirects like the last one.',
      'A redirect that leads from one foreign origin to a different one costs the request its name: from there on its `Origin` is `null`. The second server cannot know that this is where the page wanted to go, so it is not told which page it was.',
    ],
    question: {
      scenario: { response: { lines: [anyOrigin], redirects: [redirect('second')] } },
      text: 'The page asks `{same-site}`, which redirects to `{second}`. Both allow any origin. Which `Origin` is `{second}` told?',
      choices: [
        { text: '`{page}`, the page’s', if: asksAs('{page}') },
        { text: '`{same-site}`, of the server that redirects', if: asksAs('{same-site}') },
        { text: '`null`', if: asksAs('null') },
      ],
      expected: 2,
      why: [
        'The first request still said `{page}`. After the redirect it was `null`, so a server that allows `{page}` and nobody else would have been of no use here. Asking `{second}` directly is.',
      ],
    },
    exercise: {
      goal: 'The orders have moved to another path of the same server, which redirects there. Let this page follow and read them, and no other page.',
      edits: 'server',
      requests: [
        { request: {}, wanted: [{ about: 'messages', is: 2 }, readable] },
        { request: other, wanted: [blocked] },
      ],
      plan: { response: { lines: [thisPage], redirects: [redirect('same-site', { status: 308, cors: false })] } },
      hints: [
        'Run it, and look which of the two answers is refused.',
        'Under Redirect, have the redirect sent with the CORS headers as well.',
      ],
      solution: { plan: { response: { lines: [thisPage], redirects: [redirect('same-site', { status: 308 })] } } },
    },
  }),
  lesson({
    id: 'null-origin',
    title: 'The origin null',
    text: [
      'Some pages have no origin that could be named: a frame with the attribute `sandbox`, unless that includes `allow-same-origin`, or a page from a `data:` address. Their origin is opaque. It equals no other, and browsers send `null` as `Origin`.',
      '`Access-Control-Allow-Origin: null` therefore does not mean nobody. It means all of those, whoever made them; and every page on the web can put up a sandboxed frame.',
    ],
    question: {
      scenario: { requests: [{ ...framed, target: 'page', path: '/account' }] },
      text: 'This page puts up a sandboxed frame. A script in it asks the server that the page itself came from.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'Where a frame stands makes no difference. Its origin is opaque, so every server is a foreign one to it, even that of the page around it.',
      ],
    },
    exercise: {
      goal: 'The opening hours are for everyone: for this page, for any other, and for those without a name. But with credentials, nobody reads them.',
      edits: 'server',
      requests: [
        { request: { path: '/hours' }, wanted: [readable] },
        { request: { ...other, path: '/hours' }, wanted: [readable] },
        { request: { ...framed, path: '/hours' }, wanted: [readable] },
        { request: { ...other, path: '/hours', ...include }, wanted: [blocked] },
      ],
      plan: { response: { lines: ['Access-Control-Allow-Origin: null'] } },
      hints: [
        'One value stands for all origins, `null` among them, and not for requests with credentials.',
        'For what is public anyway, `*` is the right answer.',
      ],
      solution: { plan: { response: { lines: [anyOrigin] } } },
    },
  }),
  lesson({
    id: 'preflight-cache',
    title: 'Preflights are remembered',
    text: [
      'To ask first costs time, so a browser remembers what the answer to a preflight allowed: for pages of this origin, for this address, these methods and headers. While it remembers, it sends such requests at once.',
      'How long, the server says in seconds, in `Access-Control-Max-Age`. Without that header it is five seconds, and browsers have limits of their own: two hours in Chromium, a day in Firefox, ten minutes in Safari. What is remembered counts, even if the server has changed its mind since.',
    ],
    question: {
      scenario: {
        requests: [
          { method: 'PUT', path: '/orders/42', body: 'two pizzas' },
          { method: 'PUT', path: '/orders/42', body: 'three pizzas' },
        ],
        preflight: { lines: [thisPage, methods('PUT'), 'Access-Control-Max-Age: 60'] },
        response: { lines: [thisPage] },
      },
      shown: 1,
      text: 'An order is changed twice, one change right after the other. The server allows it for the next minute. Is the second `PUT` announced, too?',
      choices: [
        { text: 'A preflight goes before each', if: preflighted },
        { text: 'Only before the first', if: notPreflighted },
      ],
      expected: 1,
      why: [
        'The answer to the first preflight was remembered, and served the second `PUT`. Whoever watches the network and misses a preflight is often looking at this.',
      ],
    },
    exercise: {
      goal: 'On this server permissions are taken back from one minute to the next. Have every change announced anew. The page on `{second}` still may change nothing.',
      edits: 'server',
      requests: [
        { request: { method: 'PUT', path: '/orders/42', body: 'two pizzas' }, wanted: [preflighted, readable] },
        { request: { method: 'PUT', path: '/orders/42', body: 'three pizzas' }, wanted: [preflighted, readable] },
        { request: { ...other, method: 'PUT', path: '/orders/42', body: 'no pizza' }, wanted: [notSent, blocked] },
      ],
      plan: {
        preflight: { lines: [thisPage, methods('PUT'), 'Access-Control-Max-Age: 600'] },
        response: { lines: [thisPage] },
      },
      hints: [
        'To leave `Access-Control-Max-Age` out is not enough: that makes it five seconds.',
        'For how many seconds shall the answer be remembered? For none.',
      ],
      solution: {
        plan: {
          preflight: { lines: [thisPage, methods('PUT'), 'Access-Control-Max-Age: 0'] },
          response: { lines: [thisPage] },
        },
      },
    },
  }),
  lesson({
    id: 'vary',
    title: 'Caches in between',
    text: [
      'Between browsers and a server there is often a shared cache, such as a CDN. It keeps an answer and gives it to the next one who asks for the same address, whoever that is.',
      'An answer that names the origin of the page that asked is then handed to a page of another origin, whose browser refuses it. Who gets through depends on who came first. `Vary: Origin` tells caches that the answer depends on `Origin`, so that they keep one for each.',
    ],
    question: {
      scenario: { cache: true, requests: [other, {}], response: { lines: [listed] } },
      shown: 1,
      text: 'This server allows this page and the one on `{second}`, and answers each with its own origin. In front of it stands a shared cache. The page on `{second}` asks first, then this one.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'The server was never asked a second time. The cache gave this page the answer that it had kept, and that one allows `{second}`. Had this page come first, it would have been the other way round.',
      ],
    },
    exercise: {
      goal: 'Let both pages read the orders through the cache, whoever comes first, and keep the cache at work: when this page asks again, the cache answers. A sandboxed frame shall not read them.',
      edits: 'server',
      requests: [
        { request: other, wanted: [readable] },
        { request: {}, wanted: [readable] },
        { request: {}, wanted: [{ about: 'cache', is: true }, readable] },
        { request: framed, wanted: [blocked] },
      ],
      plan: { cache: true, response: { lines: [listed] } },
      hints: [
        'The cache has to know that the answer depends on who asks.',
        'Switch `Vary` on, with the value `Origin`.',
      ],
      solution: { plan: { cache: true, response: { lines: [listed, 'Vary: Origin'] } } },
    },
  }),
  lesson({
    id: 'elements',
    title: 'Images, scripts and fonts',
    text: [
      'Pages have always shown images and run scripts of other origins without anybody’s consent, and still do: such an element asks in the mode `no-cors`. Its image is shown, but no script may look into it. A canvas on which it is drawn is tainted: its pixels cannot be read any more.',
      'With the attribute `crossorigin` the element asks in the mode `cors`. Then the CORS check decides, as for a script’s own request, and without the server’s consent the image is not even shown. Fonts and module scripts always ask like that.',
    ],
    question: {
      scenario: {
        requests: [{ api: 'image', mode: 'no-cors', path: '/logo.svg' }],
        response: { type: imageType, body: sampleImage },
      },
      text: 'The page shows an image of a server that says nothing about other origins, and draws it on a canvas.',
      choices: [
        { text: 'It is shown, and its pixels can be read', if: readable },
        { text: 'It is shown, and its pixels cannot be read', if: opaque },
        { text: 'It is not shown', if: blocked },
      ],
      expected: 1,
      why: [
        'People see the image, scripts do not. With `crossorigin` it would not have been shown at all, as this server does not consent.',
      ],
    },
    exercise: {
      goal: 'This server allows any origin to read its logo, without credentials. Ask for it so that the pixels can be read.',
      edits: 'request',
      requests: [
        {
          request: { api: 'image', mode: 'cors', credentials: 'include', path: '/logo.svg' },
          wanted: [{ about: 'request', is: true }, readable],
        },
      ],
      plan: { response: { type: imageType, body: sampleImage, lines: [anyOrigin] } },
      hints: [
        '`use-credentials` includes credentials, and with them `*` does not count.',
        'Without the attribute the pixels stay hidden. One value is left: `anonymous`.',
      ],
      solution: { requests: [{ api: 'image', mode: 'cors', path: '/logo.svg' }] },
    },
  }),
  lesson({
    id: 'not-a-firewall',
    title: 'What CORS does not protect',
    text: [
      'CORS lets pages read more than they otherwise could. It keeps nobody from asking: `curl`, an app or another server does so without a browser, and heeds none of these headers. Who may do what, the server has to decide by itself, at every request.',
      'Nor does CORS keep a page from sending what needs no preflight, in its visitor’s name and with the visitor’s cookies. This is cross-site request forgery, CSRF. `SameSite` cookies help against other sites, though not against another origin of the same site. It also helps to demand what no form can send, such as a header of one’s own: that needs a preflight, and there a server can say no.',
    ],
    question: {
      scenario: {
        requests: [
          { path: '/login', ...include },
          {
            ...other,
            ...include,
            mode: 'no-cors',
            method: 'POST',
            path: '/transfer',
            body: { type: 'form', text: 'to=stranger&amount=100', mime: '' },
          },
        ],
        response: { lines: [thisPage, credentialed], cookies: [cookie('session=42')] },
      },
      shown: 1,
      text: 'You log in to this server, which allows nobody but this page. Then a page on `{second}`, which is of the same site, posts a transfer as a form would. Does the server get it, with your cookie?',
      choices: [
        { text: 'Yes, with the cookie', if: { about: 'cookie', name: 'session', is: true } },
        { text: 'No, or without the cookie', if: { about: 'cookie', name: 'session', is: false } },
      ],
      expected: 0,
      why: [
        'The stranger could not read the answer, and did not need to: the transfer had arrived, and with your cookie it looked like yours. That this server allows one page only did not matter.',
      ],
    },
    exercise: {
      goal: 'This server carries out a transfer only if the header `X-Transfer` comes with it. That is of no use as long as strangers are allowed to send the header, and here whoever asks is allowed. Let this page’s transfers pass, and no stranger’s; what comes without the header still arrives, and is for the server to refuse.',
      edits: 'server',
      requests: [
        {
          request: { method: 'POST', path: '/transfer', headers: ['X-Transfer: yes'], body: 'amount=5', ...include },
          wanted: [preflighted, readable],
        },
        {
          request: {
            ...other,
            method: 'POST',
            path: '/transfer',
            headers: ['X-Transfer: yes'],
            body: 'amount=100',
            ...include,
          },
          wanted: [notSent, blocked],
        },
        {
          request: { ...other, method: 'POST', path: '/transfer', body: 'amount=100', mode: 'no-cors', ...include },
          wanted: [sent, { about: 'request header', name: 'X-Transfer', is: null }],
        },
      ],
      plan: {
        preflight: { lines: [whoeverAsks, credentialed, headers('X-Transfer')] },
        response: { lines: [whoeverAsks, credentialed] },
      },
      hints: [
        'The stranger’s first transfer has to fail at its preflight.',
        'Name this page in `Access-Control-Allow-Origin`, in both answers.',
      ],
      solution: {
        plan: {
          preflight: { lines: [thisPage, credentialed, headers('X-Transfer')] },
          response: { lines: [thisPage, credentialed] },
        },
      },
    },
  }),
];
