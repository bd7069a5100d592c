import { describe, expect, it } from 'vitest';
import type { RequestBody } from '../scenario.ts';
import { reply } from './cases.ts';
import { run, sent } from './testing.ts';

const url = 'http://localhost:4001/orders';
const any = 'Access-Control-Allow-Origin: *';
const permission = reply(204, any, 'Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *');
const text: RequestBody = { type: 'text', text: 'hi', mime: '' };
const json: RequestBody = { type: 'blob', text: '{}', mime: 'application/json' };
const bytes: RequestBody = { type: 'bytes', text: 'hi', mime: '' };

describe('XMLHttpRequest', () => {
  const longAccept = [
    ['Accept', 'a'.repeat(100)],
    ['accept', 'a'.repeat(100)],
  ] as const;

  it('joins the values of a header as they are set', () => {
    expect(sent(run({ api: 'xhr', headers: longAccept }, [permission, reply(200, any)]))).toEqual([
      `OPTIONS ${url}`,
      `GET ${url}`,
    ]);
    expect(sent(run({ headers: longAccept }, [reply(200, any)]))).toEqual([`GET ${url}`]);
  });

  it('normalizes each value before it joins them', () => {
    const headers = [
      ['X-A', ' 1 '],
      ['x-a', '\t2'],
    ] as const;
    const outcome = run({ api: 'xhr', headers }, [permission, reply(200, any)]);
    expect(outcome.messages[1]?.request.headers).toContainEqual(['X-A', '1, 2']);
  });

  it('leaves out the body of a GET', () => {
    const outcome = run({ api: 'xhr', body: text }, [reply(200, any)]);
    expect(outcome.verdict).toBe('readable');
    expect(outcome.messages[0]?.request).toEqual({
      method: 'GET',
      url,
      headers: [['Origin', 'http://localhost:4000']],
      body: null,
    });
  });

  it('needs a preflight for what fetch() needs one', () => {
    expect(sent(run({ api: 'xhr', method: 'PUT' }, [permission, reply(200, any)]))).toEqual([
      `OPTIONS ${url}`,
      `PUT ${url}`,
    ]);
  });

  it.each([
    ['standard', text, true],
    ['standard', null, true],
    ['chromium', text, true],
    ['chromium', null, false],
    ['firefox', null, true],
  ] as const)('with a listener to the upload, in %s, with the body %j, needs one: %s', (browser, body, needed) => {
    const call = { api: 'xhr', method: 'POST', uploadListener: true, body } as const;
    const outcome = run(call, [permission, reply(200, any)], { browser });
    expect(outcome.messages.some(({ kind }) => kind === 'preflight')).toBe(needed);
  });
  it('without one does not', () => {
    expect(sent(run({ api: 'xhr', method: 'POST', body: text }, [reply(200, any)]))).toEqual([`POST ${url}`]);
  });
});

describe('a beacon', () => {
  const beacon = { api: 'beacon', method: 'POST', mode: 'no-cors', credentials: 'include' } as const;

  it.each([
    ['of text', text],
    ['of bytes', bytes],
  ])('%s asks nobody', (_, body) => {
    const outcome = run({ ...beacon, body }, [reply(200)]);
    expect(outcome.finding).toEqual({ code: 'opaque-beacon', facts: {} });
    expect(sent(outcome)).toEqual([`POST ${url}`]);
  });

  it('of JSON is a request of mode cors, and preflighted', () => {
    const outcome = run({ ...beacon, body: json }, [reply(404)]);
    expect(outcome.finding?.code).toBe('acao-missing');
    expect(sent(outcome)).toEqual([`OPTIONS ${url}`]);
  });
});

it('mode same-origin stays what it is, whatever the headers', () => {
  const outcome = run({ mode: 'same-origin', headers: [['X-A', '1']] }, []);
  expect(outcome.finding).toEqual({
    code: 'same-origin-mode',
    facts: { page: 'http://localhost:4000', target: 'http://localhost:4001', at: 'request' },
  });
});

it.each(['event-source', 'image', 'script', 'module', 'font'] as const)('%s is never preflighted', (api) => {
  expect(sent(run({ api, headers: [['X-A', '1']] }, [reply(200, any)]))).toEqual([`GET ${url}`]);
});

it('a script that is not asked for with CORS is opaque', () => {
  const script = { ...reply(200, 'Content-Type: text/javascript'), body: 'thisScriptCouldBeRead;\n' };
  expect(run({ api: 'script', mode: 'no-cors' }, [script]).finding).toEqual({
    code: 'opaque-element',
    facts: { api: 'script' },
  });
});

it.each(['module', 'font'] as const)('%s is always asked for with CORS', (api) => {
  expect(run({ api, mode: 'no-cors' }, [reply(200)]).finding?.code).toBe('acao-missing');
});
