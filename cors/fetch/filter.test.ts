import { describe, expect, it } from 'vitest';
import { reply } from './cases.ts';
import { readable, run } from './testing.ts';

const own = 'http://localhost:4000/orders';
const any = 'Access-Control-Allow-Origin: *';
const safe = ['Cache-Control: x', 'Content-Language: de', 'Content-Length: 0', 'Content-Type: x', 'Expires: 0'];
const others = ['ETag: "e"', 'X-Total: 7', 'Set-Cookie: a=1', 'Set-Cookie2: b=2'];
const expose = (list: string) => `Access-Control-Expose-Headers: ${list}`;

describe('the headers that a page may read', () => {
  it('of its own server are all but Set-Cookie', () => {
    expect(readable(run({ url: own }, [reply(200, ...safe, ...others)]))).toEqual([
      'cache-control',
      'content-language',
      'content-length',
      'content-type',
      'etag',
      'expires',
      'x-total',
    ]);
  });

  it('of another server are a handful', () => {
    expect(readable(run({}, [reply(200, any, ...safe, ...others, 'Last-Modified: x', 'Pragma: x')]))).toEqual([
      'cache-control',
      'content-language',
      'content-length',
      'content-type',
      'expires',
      'last-modified',
      'pragma',
    ]);
  });

  it.each([
    ['X-Total', ['x-total']],
    ['etag, x-TOTAL, X-Missing', ['etag', 'x-total']],
    [', etag ,', ['etag']],
    ['Set-Cookie, etag', ['etag']],
    ['*', ['access-control-allow-origin', 'access-control-expose-headers', 'etag', 'x-total']],
    ['', []],
    ['etag x-total', []],
    ['etag; x-total', []],
    ['"etag"', []],
    ['*, not good', []],
  ])('and those that it exposes: %s', (list, names) => {
    expect(readable(run({}, [reply(200, any, expose(list), ...others)]))).toEqual(names);
  });

  it('on several lines', () => {
    expect(readable(run({}, [reply(200, any, expose('etag'), ...others, expose('x-total'))]))).toEqual([
      'etag',
      'x-total',
    ]);
  });

  it('where the wildcard is literal with credentials', () => {
    const policy = ['Access-Control-Allow-Origin: http://localhost:4000', 'Access-Control-Allow-Credentials: true'];
    const call = { credentials: 'include' } as const;
    expect(readable(run(call, [reply(200, ...policy, expose('*'), ...others)]))).toEqual([]);
    expect(readable(run(call, [reply(200, ...policy, expose('*, etag'), ...others, '*: star')]))).toEqual([
      '*',
      'etag',
    ]);
  });

  it('where Firefox reads no further than the wildcard', () => {
    const answer = reply(200, any, expose('*, not good'), 'X-Total: 7');
    expect(readable(run({}, [answer], { browser: 'firefox' }))).toContain('x-total');
    expect(readable(run({}, [reply(200, any, expose('not good, *'), 'X-Total: 7')], { browser: 'firefox' }))).toEqual(
      [],
    );
  });

  it('are sorted, in lower case, with their values joined', () => {
    const answer = reply(200, 'X-B: 1', 'x-a: 2', 'x-b: 3', 'X-B:  4 ');
    expect(run({ url: own }, [answer]).response?.headers).toEqual([
      ['x-a', '2'],
      ['x-b', '1, 3, 4'],
    ]);
  });

  it('are counted among the steps, as lines', () => {
    const outcome = run({}, [reply(200, any, 'Pragma: 1', 'pragma: 2', 'X-A: 3')]);
    expect(outcome.steps.at(-1)).toEqual({
      code: 'filter',
      facts: { type: 'cors', visible: 2, total: 4 },
      result: 'passed',
    });
  });
});

describe('the response that a page gets', () => {
  it('from its own server is basic', () => {
    const answer = { ...reply(404), statusText: 'Not Found', body: 'no' };
    expect(run({ url: `${own}#top` }, [answer]).response).toEqual({
      type: 'basic',
      status: 404,
      statusText: 'Not Found',
      url: own,
      redirected: false,
      headers: [],
      body: 'no',
    });
  });

  it('from another server is cors', () => {
    expect(run({}, [{ ...reply(200, any), body: '{}' }]).response).toMatchObject({
      type: 'cors',
      status: 200,
      body: '{}',
    });
  });

  it('in mode no-cors is opaque, and says nothing', () => {
    const answer = { ...reply(200, 'Content-Type: text/plain'), body: 'secret' };
    const outcome = run({ mode: 'no-cors' }, [answer]);
    expect(outcome.finding).toEqual({ code: 'opaque-no-cors', facts: { method: 'GET' } });
    expect(outcome.response).toEqual({
      type: 'opaque',
      status: 0,
      statusText: '',
      url: '',
      redirected: false,
      headers: [],
      body: null,
    });
    expect(outcome.steps.at(-1)?.facts).toEqual({ type: 'opaque', visible: 0, total: 1 });
  });

  it.each([204, 205, 304])('with the status %i has no body', (status) => {
    expect(run({}, [{ ...reply(status, any), body: 'x' }]).response?.body).toBeNull();
  });
  it('to HEAD has no body', () => {
    expect(run({ method: 'HEAD' }, [{ ...reply(200, any), body: 'x' }]).response?.body).toBeNull();
  });
});

it('for XMLHttpRequest, what is wrong after a wildcard spoils the list in Firefox too', () => {
  const answer = [reply(200, 'Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: *, "', 'X-A: 1')];
  expect(readable(run({}, answer, { browser: 'firefox' }))).toContain('x-a');
  expect(readable(run({ api: 'xhr' }, answer, { browser: 'firefox' }))).not.toContain('x-a');
});
