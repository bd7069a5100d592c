import { expect, it } from 'vitest';
import { defaultRequest } from '../defaults.ts';
import type { WireRequest, WireResponse } from '../http.ts';
import { emptyState, type Outcome } from '../outcome.ts';
import { markdownReport, type Report } from './markdown.ts';

const request: WireRequest = {
  method: 'GET',
  url: 'http://localhost:4001/e/abcdefghij_-0123/orders',
  headers: [['Origin', 'http://localhost:4000']],
  body: null,
};
const response: WireResponse = {
  status: 200,
  statusText: 'OK',
  headers: [
    ['Vary', 'Origin'],
    ['vary', 'Accept'],
  ],
  body: '{"ok":true}',
};
const { target: _target, path: _path, ...settings } = defaultRequest;
const outcome: Outcome = {
  asker: { api: 'fetch', context: 'document' },
  verdict: 'blocked',
  finding: {
    code: 'acao-missing',
    facts: { at: 'response', origin: 'http://localhost:4000', status: 200, method: 'GET' },
  },
  response: null,
  messages: [{ kind: 'request', hop: 0, request, response, stopped: true }],
  unsent: null,
  steps: [
    {
      code: 'cors-check',
      facts: {
        at: 'response',
        origin: 'http://localhost:4000',
        value: null,
        allowCredentials: null,
        credentials: false,
        hop: 0,
      },
      result: 'failed',
    },
  ],
  advice: [],
  state: emptyState,
};
const report: Report = {
  title: 'The server says nothing about CORS',
  expect: 'My page reads the orders.',
  call: { ...settings, url: request.url },
  page: 'http://localhost:4000',
  outcome,
  observation: {
    result: { kind: 'error', name: 'TypeError', message: 'Failed to fetch' },
    exchanges: [{ number: 1, at: 0, request, response }],
    at: 0,
    duration: 3,
  },
  verdict: 'Blocked on the way back',
  reason: 'The answer names no origin.',
  browser: 'Chromium 156',
  link: 'http://localhost:4000/#1.abc',
};

it('tells what was expected, sent, answered, decided, and where', () => {
  expect(markdownReport(report)).toBe(`# The server says nothing about CORS

**Expected:** My page reads the orders.

**Observed:** Blocked on the way back. The answer names no origin.

**Failed step:** The answer does not pass the CORS check ([Fetch: CORS check](https://fetch.spec.whatwg.org/#concept-cors-check))

- needed: \`Access-Control-Allow-Origin: http://localhost:4000\`
- received: nothing by that name

**Why:** The browser sent the request first and judged the answer after. Only the server can say which origins may read its answers.

**What to change:** let the server name \`http://localhost:4000\` in that header.

Page \`http://localhost:4000\`, Chromium 156

## Request

\`\`\`js
await fetch("http://localhost:4001/e/abcdefghij_-0123/orders");
\`\`\`

## On the wire

\`\`\`http
GET http://localhost:4001/e/abcdefghij_-0123/orders
Origin: http://localhost:4000

HTTP/1.1 200 OK
Vary: Origin
vary: Accept

{"ok":true}
\`\`\`

[Open this scenario](http://localhost:4000/#1.abc)
`);
});

it.each<[string, Partial<Report>, string]>([
  ['says when it is only a prediction', { observation: null }, '**Predicted:** Blocked on the way back.'],
  ['takes the wire from the prediction then', { observation: null }, '## On the wire (predicted)'],
  [
    'says so when the evidence is lost',
    { observation: report.observation && { ...report.observation, exchanges: null } },
    '## On the wire (predicted)',
  ],
  [
    'says when nothing was sent',
    { observation: report.observation && { ...report.observation, exchanges: [] } },
    '## On the wire\n\nNothing was sent.',
  ],
  ['has a title of its own', { title: ' \n ' }, '# CORS report\n'],
  ['keeps a title on one line', { title: 'a\n# b' }, '# a \\# b\n'],
  ['shows a title as it was typed', { title: '<b>*x*</b> [y](z) `' }, '# \\<b\\>\\*x\\*\\</b\\> \\[y\\](z) \\`\n'],
  [
    'shows an expectation as it was typed',
    { expect: 'a <img src=x>\n- b\n1. c\n# d' },
    '**Expected:** a \\<img src=x\\>\\\n\\- b\\\n1\\. c\\\n\\# d\n\n**Observed',
  ],
  [
    'names the step of a prediction',
    { observation: null },
    '**Failed step:** The answer does not pass the CORS check ([',
  ],
  [
    'fences in what looks like a fence',
    {
      outcome: {
        ...outcome,
        messages: [{ kind: 'request', hop: 0, request, response: { ...response, body: '````' }, stopped: true }],
      },
      observation: null,
    },
    '\n`````http\nGET',
  ],
  [
    'says when no answer came',
    {
      outcome: { ...outcome, messages: [{ kind: 'request', hop: 0, request, response: null, stopped: true }] },
      observation: null,
    },
    '\n\n(no answer)\n```',
  ],
])('%s', (_, given, part) => {
  expect(markdownReport({ ...report, ...given })).toContain(part);
});

it('gives no reason for what did not happen', () => {
  const result = { ...response, kind: 'response', type: 'cors', url: request.url, redirected: false } as const;
  const observation = report.observation && { ...report.observation, result };
  expect(markdownReport({ ...report, observation })).not.toMatch(/Failed step|What to change/);
});

it('leaves out an expectation that nobody had', () => {
  expect(markdownReport({ ...report, expect: '  ' })).not.toContain('Expected');
});

it('of a prediction, says what would be', () => {
  const text = markdownReport({ ...report, observation: null });
  expect(text).toContain('**Predicted:** Blocked on the way back. The answer names no origin.');
  expect(text).toContain('## On the wire (predicted)');
  expect(text).toContain('**Failed step:**');
});

it('gives no reasons where nothing was found', () => {
  const text = markdownReport({ ...report, outcome: { ...outcome, finding: null }, observation: null });
  expect(text).not.toContain('**Why:**');
  expect(text).not.toContain('Failed step');
});

it.each([
  ['1. first', '# 1\\. first'],
  ['12) first', '# 12\\) first'],
  ['--- first', '# \\--- first'],
  ['a  \n b', '# a b'],
])('escapes the title %j', (title, line) => {
  expect(markdownReport({ ...report, title }).split('\n')[0]).toBe(line);
});
