import { blocked, lesson, readable, readOrBlocked } from './lesson.ts';

/** What an origin is, and what browsers keep apart by it. */
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
];
