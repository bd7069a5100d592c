import { blocked, lesson, notSent, preflighted, readable, readOrBlocked, sent } from './lesson.ts';

/** What an origin is, what browsers keep apart by it, and how a server lets others in. */
export const originLessons = [
  lesson({
    id: 'origin',
    title: 'What an origin is',
    text: [
      'An origin is three things taken together: a scheme, a host and a port. This page came from `{page}`, and that is its origin. Two addresses have the same origin if all three are equal. What comes after them, the path, does not count.',
      'Browsers keep origins apart. What a page’s own origin answers, the page may always read. What another origin answers, it may read only if that origin agrees.',
    ],
    question: {
      scenario: {},
      text: 'A script of this page asks `{same-site}/orders`. Scheme and host are the page’s own; the port is not. The server says nothing about who may read its answer.',
      choices: [
        { text: 'One origin: the page reads the answer', if: readable },
        { text: 'Two origins: the browser blocks it', if: blocked },
      ],
      expected: 1,
      why: [
        'One of the three differs, so these are two origins. That both are on the same machine makes no difference, and neither would a common domain: `https://shop.example` and `https://api.shop.example` are two origins as well.',
      ],
    },
    exercise: {
      goal: 'Have the page read its orders without any change of the server: ask an address that has the page’s own origin.',
      edits: 'request',
      requests: [{ request: {}, wanted: [readable] }],
      plan: {},
      hints: [
        'The page’s origin stands in the first lines of this lesson. The request goes to another one.',
        'Under the method and the path, `to` says which origin is asked. One of the four is this page’s own.',
      ],
      solution: { requests: [{ target: 'page' }] },
    },
  }),
  lesson({
    id: 'same-origin-policy',
    title: 'The Same-Origin Policy',
    text: [
      'Your browser holds the keys to your mail, your bank and the router at home: it sends along your cookies, and it stands inside your network. If every page could read what those servers answer you, one visit to a bad page would be enough.',
      'So browsers follow the Same-Origin Policy: the script of a page reads answers of its own origin, and no others. The policy protects the origin that is asked from the page that asks. The way around it, CORS, is therefore for the asked server to open, never for the page.',
    ],
    question: {
      scenario: { requests: [{ context: 'other-page', target: 'page', path: '/account' }] },
      text: 'Now the other way round. A page on `{second}` asks this page’s own server, `{page}`, for `/account`. That server says nothing about other origins.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'For the page on `{second}`, `{page}` is another origin like any other. The server did not open its answer to it, and so the browser gave it nothing.',
      ],
    },
    exercise: {
      goal: 'Somebody opened the account to every origin that asks, to be rid of an error. Close it again: this page reads its account, and no stranger does.',
      edits: 'server',
      requests: [
        { request: { target: 'page', path: '/account' }, wanted: [readable] },
        { request: { context: 'other-page', target: 'page', path: '/account' }, wanted: [blocked] },
        { request: { context: 'sandboxed-iframe', target: 'page', path: '/account' }, wanted: [blocked] },
      ],
      plan: { response: { lines: ['Access-Control-Allow-Origin: {origin}', 'Vary: Origin'] } },
      hints: [
        'This page has the same origin as its account. Which permission does it need?',
        'None. Whatever the server says in `Access-Control-Allow-Origin` is for others only.',
      ],
      solution: { plan: {} },
    },
  }),
  lesson({
    id: 'request-arrives',
    title: 'The request arrives all the same',
    text: [
      'The Same-Origin Policy keeps the answer from the page. It does not keep the request from the server: only the answer can say whether the server agrees, so there has to be one.',
      'When a script is told of an error, the server may therefore long have done what it was asked: the order is placed, the row is deleted, the mail is sent. A script that tries once more then has it done twice.',
    ],
    question: {
      scenario: {
        requests: [{ method: 'POST', body: 'one pizza' }],
        response: { status: 201, body: '{"order":42}' },
      },
      text: 'A script posts an order to `{same-site}`, which says nothing about other origins. The page will not read the answer. And the order?',
      choices: [
        { text: 'The server receives it', if: sent },
        { text: 'The browser holds it back', if: notSent },
      ],
      expected: 0,
      why: [
        'The server received the order and answered `201 Created`. Only then did the browser look for the server’s consent, and finding none, it kept the answer. To the script it looks as if nothing had been sent.',
      ],
    },
    exercise: {
      goal: 'Some requests are so unusual that the browser asks the server first and sends nothing without its consent. It begins with the method: all but `GET`, `HEAD` and `POST` are announced. Change the method so that this order never reaches the server.',
      edits: 'request',
      requests: [{ request: { method: 'POST', body: 'one pizza' }, wanted: [preflighted, notSent, blocked] }],
      plan: { response: { status: 201, body: '{"order":42}' } },
      hints: ['The method stands first in the request, before the path.', 'Try `PUT` or `DELETE`.'],
      solution: { requests: [{ method: 'PUT', body: 'one pizza' }] },
    },
  }),
  lesson({
    id: 'allow-origin',
    title: 'The server’s consent',
    text: [
      'A server agrees to be read by a header in its answer: `Access-Control-Allow-Origin`. Its value is the origin of the page that may read, as in `Access-Control-Allow-Origin: {page}`, or `*` for any page. Which page asks, the browser tells the server in the request’s `Origin`.',
      'The browser compares the header with the origin of the page. This is the CORS check. If they agree, the page reads the answer. A page cannot consent for the server: in a request this header means nothing.',
    ],
    question: {
      scenario: {
        response: {
          status: 404,
          lines: ['Access-Control-Allow-Origin: {page}'],
          body: '{"error":"no such order"}',
        },
      },
      text: 'The server allows this page. But what the page asks for is not there.',
      choices: [
        { text: 'The page reads the 404 and what it says', if: readable },
        { text: 'The browser blocks it', if: blocked },
      ],
      expected: 0,
      why: [
        'The check looks at the consent and not at the status. A page may read a `404` or a `500` like any other answer. In practice these often lack the header, because another part of the server writes them; then the page is told of a network error and never learns of the `404`.',
      ],
    },
    exercise: {
      goal: 'Let this page read the orders, and nobody else.',
      edits: 'server',
      requests: [
        { request: {}, wanted: [readable] },
        { request: { context: 'other-page' }, wanted: [blocked] },
        { request: { context: 'sandboxed-iframe' }, wanted: [blocked] },
      ],
      plan: {},
      hints: [
        'Below, under Response, there is a switch for `Access-Control-Allow-Origin`.',
        'Its value is an origin. `*`, or whichever origin asks, would let the others read as well.',
      ],
      solution: { plan: { response: { lines: ['Access-Control-Allow-Origin: {page}'] } } },
    },
  }),
  lesson({
    id: 'exact-match',
    title: 'To the letter',
    text: [
      'The CORS check compares `Access-Control-Allow-Origin` with the page’s origin to the letter. It knows no lists and no patterns: two origins in one header allow neither, and `https://*.example` allows nobody.',
      'A server that wants to allow several origins keeps a list of its own, looks up the `Origin` of the request, and names that one in its answer if it is on the list. The server of this playground does so where the value is `{origin in …}`. As its answers then differ by origin, it adds `Vary: Origin`, of which a later lesson tells.',
    ],
    question: {
      scenario: { response: { lines: ['Access-Control-Allow-Origin: {page}/'] } },
      text: 'This server allows `{page}/`, with a slash at the end, as the address bar may show it.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'An origin ends with its port, or with its host where the port is the scheme’s own. The slash already belongs to the path. One character more, and the two no longer agree.',
      ],
    },
    exercise: {
      goal: 'This page and the one on `{second}` shall read the orders. Nobody else: a sandboxed frame, whose origin is `null`, shall not.',
      edits: 'server',
      requests: [
        { request: {}, wanted: [readable] },
        { request: { context: 'other-page' }, wanted: [readable] },
        { request: { context: 'sandboxed-iframe' }, wanted: [blocked] },
      ],
      plan: { response: { lines: ['Access-Control-Allow-Origin: {page}, {second}'] } },
      hints: [
        'The header takes one origin. Which one, depends on who asks.',
        'Among the suggested values of `Access-Control-Allow-Origin` is one that answers by a list.',
      ],
      solution: {
        plan: { response: { lines: ['Access-Control-Allow-Origin: {origin in {page} {second}}', 'Vary: Origin'] } },
      },
    },
  }),
];
