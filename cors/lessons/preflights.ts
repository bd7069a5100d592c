import { blocked, lesson, notPreflighted, notSent, preflighted, readable, readOrBlocked, sent } from './lesson.ts';

const thisPage = 'Access-Control-Allow-Origin: {page}';
const methods = (value: string) => `Access-Control-Allow-Methods: ${value}`;
const headers = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const order = '{"item":"pizza"}';
const json = 'Content-Type: application/json';
const token = 'Authorization: Bearer t-4f81';

/** What is announced before it is sent, and what the server has to answer to that. */
export const preflightLessons = [
  lesson({
    id: 'simple-requests',
    title: 'What is sent without asking',
    text: [
      'A browser sends some requests at once, to whatever origin: such as pages have always made without a script, by a form, a link or an image. No server can be surprised by them.',
      'Their method is `GET`, `HEAD` or `POST`. Of headers, a script may set a few harmless ones, which the standard calls safelisted. A body goes as plain text or as a form does: its `Content-Type` is `text/plain`, `application/x-www-form-urlencoded` or `multipart/form-data`. People call such requests simple.',
    ],
    question: {
      scenario: { requests: [{ method: 'POST', body: 'one pizza' }], response: { lines: [thisPage] } },
      text: 'A script posts a text to a server that allows this page. How many messages reach the server?',
      choices: [
        { text: 'One: the `POST`', if: { about: 'messages', is: 1 } },
        { text: 'Two: a question, then the `POST`', if: { about: 'messages', is: 2 } },
      ],
      expected: 0,
      why: [
        'The method is safelisted, and the browser sent the text as `text/plain`, which is safelisted too. So there was nothing to ask, although a `POST` may well change something at the server.',
      ],
    },
    exercise: {
      goal: 'This server takes the order as JSON, whatever type it is said to be, but knows nothing of announced requests: to `OPTIONS` it answers `405`. Deliver the very same order without a preflight, and read the answer.',
      edits: 'request',
      requests: [
        {
          request: { method: 'POST', headers: [json], body: order },
          wanted: [notPreflighted, { about: 'body', is: order }, readable],
        },
      ],
      plan: { preflight: { status: 405 }, response: { lines: [thisPage] } },
      hints: [
        'Which header of this request could no form send?',
        'Remove `Content-Type`. The browser then sends the string as `text/plain`.',
      ],
      solution: { requests: [{ method: 'POST', body: order }] },
    },
  }),
  lesson({
    id: 'preflight',
    title: 'The preflight',
    text: [
      'Whatever is not simple, the browser announces. It sends a request of its own, with the method `OPTIONS`, that says what is to come: the method in `Access-Control-Request-Method`, and the headers in `Access-Control-Request-Headers`. This is the preflight. It has no body, and it carries no cookies.',
      'If the answer consents, the browser sends the request itself. That has an answer of its own, and each of the two needs `Access-Control-Allow-Origin`.',
    ],
    question: {
      scenario: {
        requests: [{ method: 'PUT', path: '/orders/42', body: 'two pizzas' }],
        response: { lines: [thisPage] },
      },
      text: 'To a `PUT` this server answers with its consent. To `OPTIONS` it answers `204`, and says nothing of origins. Does the `PUT` reach it?',
      choices: [
        { text: 'It reaches the server', if: sent },
        { text: 'It is never sent', if: notSent },
      ],
      expected: 1,
      why: [
        'The browser asked with `OPTIONS`, found no consent in the answer, and stopped there. How the server would have answered the `PUT` did not matter any more: there was none.',
      ],
    },
    exercise: {
      goal: 'Let this page change its order. The page on `{second}` shall not: its `PUT` must not even reach the server.',
      edits: 'server',
      requests: [
        { request: { method: 'PUT', path: '/orders/42', body: 'two pizzas' }, wanted: [preflighted, readable] },
        {
          request: { context: 'other-page', method: 'PUT', path: '/orders/42', body: 'no pizza' },
          wanted: [notSent, blocked],
        },
      ],
      plan: { preflight: { lines: [methods('PUT')] }, response: { lines: [thisPage] } },
      hints: [
        'Run it, and read on the right where the browser stopped.',
        'The editor has an answer for the preflight too. What the response has, it lacks.',
      ],
      solution: { plan: { preflight: { lines: [thisPage, methods('PUT')] }, response: { lines: [thisPage] } } },
    },
  }),
  lesson({
    id: 'methods',
    title: 'Methods',
    text: [
      'In its answer to the preflight the server lists the methods that it allows, separated by commas, in `Access-Control-Allow-Methods`. `GET`, `HEAD` and `POST` need not be listed. For requests without credentials, such as cookies, `*` stands for every method.',
      'Methods are compared to the letter too, and in them it matters whether letters are capitals. Browsers write some in capitals by themselves: `get` becomes `GET`, and `put` becomes `PUT`.',
    ],
    question: {
      scenario: {
        requests: [{ method: 'patch', path: '/orders/42', body: 'two pizzas' }],
        preflight: { lines: [thisPage, methods('GET, POST, PUT, PATCH, DELETE')] },
        response: { lines: [thisPage] },
      },
      text: 'The server allows `PATCH`. The script calls it `patch`.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'The standard has browsers write `DELETE`, `GET`, `HEAD`, `OPTIONS`, `POST` and `PUT` in capitals, and no other method. `patch` is asked for as it is, and nobody allowed that one. In a script, write `PATCH`.',
      ],
    },
    exercise: {
      goal: 'Orders may be put and patched from this page. Deleting them was never meant to be possible: that must not reach the server.',
      edits: 'server',
      requests: [
        { request: { method: 'PUT', path: '/orders/42', body: 'two pizzas' }, wanted: [readable] },
        { request: { method: 'PATCH', path: '/orders/43', body: 'extra cheese' }, wanted: [readable] },
        { request: { method: 'DELETE', path: '/orders/44' }, wanted: [notSent, blocked] },
      ],
      plan: { preflight: { lines: [thisPage, methods('*')] }, response: { lines: [thisPage] } },
      hints: ['Somebody allowed every method. Which ones are needed?', 'A list has commas: `PUT, PATCH`.'],
      solution: { plan: { preflight: { lines: [thisPage, methods('PUT, PATCH')] }, response: { lines: [thisPage] } } },
    },
  }),
  lesson({
    id: 'headers',
    title: 'Request headers',
    text: [
      'Headers that a script sets are announced as well, unless they are safelisted. The preflight names them, and the server lists those it allows in `Access-Control-Allow-Headers`. In the names of headers, capitals do not matter.',
      '`*` stands for every header, again without credentials only, and with one exception: by the standard, `Authorization` has to be named. Browsers do not insist on that yet. Name it all the same: once they do, a server that relies on `*` fails.',
    ],
    question: {
      scenario: {
        requests: [{ method: 'POST', headers: [json], body: order }],
        preflight: { lines: [thisPage, methods('POST')] },
        response: { lines: [thisPage] },
      },
      text: 'A script posts JSON. The server allows this page, and it allows `POST`.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'What needed the preflight was not the method but the header: `Content-Type: application/json` is not safelisted. The browser asked for `content-type`, and the server did not list it. Allowing `POST` changes nothing: it never needs to be allowed.',
      ],
    },
    exercise: {
      goal: 'A new order comes as JSON and with a token in `Authorization`: let it pass. `X-Debug` opens a back door of this server, and must not reach it.',
      edits: 'server',
      requests: [
        { request: { method: 'POST', headers: [json, token], body: order }, wanted: [readable] },
        { request: { path: '/orders/42', headers: ['X-Debug: on'] }, wanted: [notSent, blocked] },
      ],
      plan: { preflight: { lines: [thisPage, headers('*')] }, response: { lines: [thisPage] } },
      hints: [
        'Name what is needed in place of `*`.',
        'Two names, with a comma between them: one says what the body is, the other who is asking.',
      ],
      solution: {
        plan: {
          preflight: { lines: [thisPage, headers('Content-Type, Authorization')] },
          response: { lines: [thisPage] },
        },
      },
    },
  }),
  lesson({
    id: 'preflight-status',
    title: 'The status of a preflight',
    text: [
      'The answer to a preflight has to be a success: its status is from `200` to `299`, most often `204`. With any other its headers count for nothing, and a redirect is not followed.',
      'Two mistakes are common. The server knows no `OPTIONS` at this address. Or it demands a login of the preflight, which cannot have one: browsers send it without cookies and without `Authorization`, which it only names.',
    ],
    question: {
      scenario: {
        requests: [{ method: 'DELETE', path: '/orders/42' }],
        preflight: { status: 404, lines: [thisPage, methods('DELETE')] },
        response: { lines: [thisPage] },
      },
      text: 'All headers are in place, and `DELETE` is listed. The status of the answer to the preflight is `404`.',
      choices: readOrBlocked,
      expected: 1,
      why: [
        'For the answer to a request, the status makes no difference. For the answer to a preflight it does: a server that says “not found” to `OPTIONS` has not understood the question.',
      ],
    },
    exercise: {
      goal: 'Who changes an order has to show a token, and somebody made the server ask for it on `OPTIONS` as well. Let this page change its order, and nobody else.',
      edits: 'server',
      requests: [
        {
          request: { method: 'PUT', path: '/orders/42', headers: [token], body: 'two pizzas' },
          wanted: [readable, { about: 'request header', name: 'Authorization', is: 'Bearer t-4f81' }],
        },
        {
          request: { context: 'other-page', method: 'PUT', path: '/orders/42', headers: [token], body: 'no pizza' },
          wanted: [notSent, blocked],
        },
      ],
      plan: {
        preflight: { status: 401, lines: [thisPage, methods('PUT'), headers('Authorization')] },
        response: { lines: [thisPage] },
      },
      hints: [
        'All headers of the preflight’s answer are right already.',
        'The preflight has no token to show. Answer it with a success.',
      ],
      solution: {
        plan: {
          preflight: { lines: [thisPage, methods('PUT'), headers('Authorization')] },
          response: { lines: [thisPage] },
        },
      },
    },
  }),
];
