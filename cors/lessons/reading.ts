import { cookie } from '../spec.ts';
import type { Condition } from './condition.ts';
import { blocked, lesson, opaque, readable, readOrBlocked } from './lesson.ts';

const thisPage = 'Access-Control-Allow-Origin: {page}';
const credentialed = 'Access-Control-Allow-Credentials: true';
const include = { credentials: 'include' } as const;
const session: Condition = { about: 'cookie', name: 'session', is: true };
const noSession: Condition = { ...session, is: false };
const canRead = (name: string, is: boolean): Condition => ({ about: 'readable header', name, is });

/** What a page is let read, with credentials and without. */
export const readingLessons = [
  lesson({
    id: 'credentials',
    title: 'Cookies and other credentials',
    text: [
      'A server knows its visitors by what browsers send along by themselves: cookies above all, but also passwords typed into the browser’s own dialogue, and client certificates. The standard calls all of these credentials.',
      'By default, `fetch()` sends and keeps them for the page’s own origin only. With `credentials: "include"` it does so for other origins too. Then the server has to agree to that as well, with `Access-Control-Allow-Credentials: true`, or the page does not read the answer.',
      'Both must want it, and even so a cookie’s `SameSite` or the settings of the browser may keep it back.',
    ],
    question: {
      scenario: {
        requests: [{ path: '/login', ...include }, { path: '/account' }],
        response: { lines: [thisPage, credentialed], cookies: [cookie('session=42')] },
      },
      shown: 1,
      text: 'A first request includes credentials, and its answer brings the cookie `session`. A second one follows to the same server, and says nothing of credentials. Is the cookie sent with it?',
      choices: [
        { text: 'It is sent', if: session },
        { text: 'It is not sent', if: noSession },
      ],
      expected: 1,
      why: [
        'Without a word about credentials the mode is `same-origin`. This server is of another origin, so the cookie stayed behind, although the browser has it and the server would have agreed.',
      ],
    },
    exercise: {
      goal: 'The server sets the cookie `session` at the first request. Have it come back with the second one, and read the account of the visitor whom the server then knows.',
      edits: 'request',
      shown: 1,
      requests: [
        { request: { path: '/login', ...include }, wanted: [readable] },
        { request: { path: '/account' }, wanted: [session, readable] },
      ],
      plan: { response: { lines: [thisPage, credentialed], cookies: [cookie('session=42')] } },
      hints: [
        'The first request is fine. What does it say that the second one does not?',
        'Among its other settings, choose the credentials `include`.',
      ],
      solution: {
        requests: [
          { path: '/login', ...include },
          { path: '/account', ...include },
        ],
      },
    },
  }),
  lesson({
    id: 'wildcard-credentials',
    title: 'No wildcards with credentials',
    text: [
      'An answer to a request with credentials is meant for one person, so consent to it has to be meant too. `*` is not enough: with credentials it stands for nothing but itself, in `Access-Control-Allow-Origin` and in the lists of methods and headers. The server has to name the origin of the page.',
      'Some servers repeat whatever `Origin` they are sent, and add `Access-Control-Allow-Credentials: true`. That works, and it is worse than `*`: now any page whose requests carry the visitor’s cookies may read what is meant for the visitor alone.',
    ],
    question: {
      scenario: {
        requests: [{ path: '/account', ...include }],
        response: { lines: ['Access-Control-Allow-Origin: *', credentialed] },
      },
      text: 'The request includes credentials. The server allows any origin, and it allows credentials.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'With credentials, `*` is compared with the page’s origin like any other value, and is not equal to it. Without credentials the page would have read this very answer.',
      ],
    },
    exercise: {
      goal: 'Let this page read the visitor’s account, with credentials. Nobody else may read it.',
      edits: 'server',
      requests: [
        { request: { path: '/account', ...include }, wanted: [readable] },
        { request: { context: 'other-page', path: '/account', ...include }, wanted: [blocked] },
        { request: { context: 'sandboxed-iframe', path: '/account', ...include }, wanted: [blocked] },
      ],
      plan: { response: { lines: ['Access-Control-Allow-Origin: *', credentialed] } },
      hints: [
        'One of the two headers is right as it is.',
        'Name this page’s origin. Whichever origin asks would do for this page, and for the others too.',
      ],
      solution: { plan: { response: { lines: [thisPage, credentialed] } } },
    },
  }),
  lesson({
    id: 'exposed-headers',
    title: 'Which headers a page sees',
    text: [
      'With the server’s consent a page reads the body and the status of an answer. Of its headers it sees seven: `Cache-Control`, `Content-Language`, `Content-Length`, `Content-Type`, `Expires`, `Last-Modified` and `Pragma`. All others come as far as the browser, and no further.',
      'A server shows more of them by naming them in `Access-Control-Expose-Headers`. `Set-Cookie` is hidden from every page, named or not.',
    ],
    question: {
      scenario: {
        response: { lines: [thisPage, 'X-Total-Count: 42'], body: '[{"item":"pizza"}]' },
      },
      text: 'The server allows this page, and tells in `X-Total-Count` how many orders there are. Can the script read that?',
      choices: [
        { text: 'It reads 42', if: canRead('X-Total-Count', true) },
        { text: 'It finds no such header', if: canRead('X-Total-Count', false) },
      ],
      expected: 1,
      why: [
        'The header crossed the wire, and the browser’s own tools show it. For the script it is not there: `response.headers.get("X-Total-Count")` is `null`, while status and body can be read.',
      ],
    },
    exercise: {
      goal: 'Show this page the number of orders, in `X-Total-Count`. What an order brings in, `X-Margin`, is not for pages to see, and other pages shall not read any of it.',
      edits: 'server',
      requests: [
        { request: {}, wanted: [readable, canRead('X-Total-Count', true), canRead('X-Margin', false)] },
        { request: { context: 'other-page' }, wanted: [blocked] },
      ],
      plan: { response: { lines: [thisPage, 'X-Total-Count: 42', 'X-Margin: 0.31'] } },
      hints: [
        'The header that is missing is `Access-Control-Expose-Headers`.',
        'Name one header in it. `*` would show both.',
      ],
      solution: {
        plan: {
          response: {
            lines: [thisPage, 'X-Total-Count: 42', 'X-Margin: 0.31', 'Access-Control-Expose-Headers: X-Total-Count'],
          },
        },
      },
    },
  }),
  lesson({
    id: 'no-cors',
    title: 'What no-cors does',
    text: [
      '`fetch()` has a mode in which no server is asked to consent: `no-cors`. Only simple requests can be made in it, and what the page gets is an opaque response: its status is 0, it has no headers, and its body cannot be read.',
      'That is of use where nobody has to look at the answer. As a remedy against a CORS error it is none: the error goes away, and so does the answer.',
    ],
    question: {
      scenario: { requests: [{ mode: 'no-cors' }] },
      text: 'The script asks with `mode: "no-cors"`. The server says nothing about other origins.',
      choices: [
        { text: 'The page reads it', if: readable },
        { text: 'The page gets an answer that it cannot look into', if: opaque },
        { text: 'The browser blocks it', if: blocked },
      ],
      expected: 1,
      why: [
        'No error, and nothing learned: the script cannot even tell whether the server said `200` or `500`. What the server said crossed the wire all the same.',
      ],
    },
    exercise: {
      goal: 'This server does allow the page, only somebody turned to `no-cors` before it did, and it stayed that way. Read the status of the answer.',
      edits: 'request',
      requests: [{ request: { mode: 'no-cors' }, wanted: [{ about: 'status', is: 200 }] }],
      plan: { response: { lines: [thisPage] } },
      hints: [
        'The mode is among the other settings of the request.',
        'With the mode `cors`, which is the default, the server’s consent counts.',
      ],
      solution: { requests: [{}] },
    },
  }),
];
