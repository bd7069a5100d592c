import { describe, expect, it } from 'vitest';
import type { RequestBody } from '../scenario.ts';
import { reply } from './cases.ts';
import { run, sent, sentHeader } from './testing.ts';

const own = 'http://localhost:4000/orders';
const body = (type: RequestBody['type'], text: string, mime = ''): RequestBody => ({ type, text, mime });

describe('arguments that fetch() refuses, before anything is sent', () => {
  it.each([
    [{ url: 'http://[/' }, { code: 'url-invalid', facts: { url: 'http://[/' } }],
    [{ url: 'http://localhost:4001:x/' }, { code: 'url-invalid', facts: { url: 'http://localhost:4001:x/' } }],
    [{ url: 'http://me@localhost:4001/' }, { code: 'url-credentials', facts: { url: 'http://me@localhost:4001/' } }],
    [{ mode: 'navigate' }, { code: 'mode-navigate', facts: {} }],
    [{ cache: 'only-if-cached' }, { code: 'only-if-cached-mode', facts: { mode: 'cors' } }],
    [
      { cache: 'only-if-cached', mode: 'no-cors' },
      { code: 'only-if-cached-mode', facts: { mode: 'no-cors' } },
    ],
    [{ method: '' }, { code: 'method-invalid', facts: { method: '' } }],
    [{ method: 'GE T' }, { code: 'method-invalid', facts: { method: 'GE T' } }],
    [{ method: 'Connect' }, { code: 'method-forbidden', facts: { method: 'Connect' } }],
    [{ method: 'TRACK' }, { code: 'method-forbidden', facts: { method: 'TRACK' } }],
    [
      { method: 'delete', mode: 'no-cors' },
      { code: 'no-cors-method', facts: { method: 'DELETE' } },
    ],
    [{ headers: [['', '1']] }, { code: 'header-name-invalid', facts: { name: '' } }],
    [{ headers: [['X:Y', '1']] }, { code: 'header-name-invalid', facts: { name: 'X:Y' } }],
    [{ headers: [['X', '€']] }, { code: 'header-value-invalid', facts: { name: 'X', value: '€' } }],
    [{ headers: [['Cookie', 'a\nb']] }, { code: 'header-value-invalid', facts: { name: 'Cookie', value: 'a\nb' } }],
    [
      { method: 'head', body: body('text', '') },
      { code: 'body-with-get', facts: { method: 'HEAD' } },
    ],
  ] as const)('%j', (call, finding) => {
    const outcome = run(call, [reply(200)]);
    expect(outcome.finding).toEqual(finding);
    expect(outcome.verdict).toBe('blocked');
    expect(outcome.messages).toEqual([]);
  });

  it('are looked at in the order of the standard', () => {
    const worse = { url: 'http://[', mode: 'navigate', method: 'TRACE', headers: [['', '']] } as const;
    expect(run(worse, []).finding?.code).toBe('url-invalid');
    expect(run({ ...worse, url: own }, []).finding?.code).toBe('mode-navigate');
    expect(run({ ...worse, url: own, mode: 'no-cors' }, []).finding?.code).toBe('method-forbidden');
    expect(run({ ...worse, url: own, mode: 'no-cors', method: 'PUT' }, []).finding?.code).toBe('no-cors-method');
    expect(run({ ...worse, url: own, mode: 'cors', method: 'PUT' }, []).finding?.code).toBe('header-name-invalid');
  });
});

describe('headers that are dropped without a word', () => {
  it('are told as advice', () => {
    const outcome = run(
      {
        url: own,
        headers: [
          ['Cookie', 'a=1'],
          ['X-A', '1'],
          ['Sec-Mine', '2'],
        ],
      },
      [reply(200)],
    );
    expect(outcome.advice).toEqual([{ code: 'forbidden-header-dropped', facts: { names: ['Cookie', 'Sec-Mine'] } }]);
    expect(sentHeader(outcome, 'Cookie')).toBeNull();
    expect(sentHeader(outcome, 'X-A')).toBe('1');
  });

  it('in mode no-cors are all but a few harmless ones', () => {
    const headers = [
      ['Accept', 'text/html'],
      ['X-A', '1'],
      ['Content-Type', 'application/json'],
      ['Host', 'a.test'],
      ['Accept-Language', 'de'],
    ] as const;
    const outcome = run({ mode: 'no-cors', method: 'POST', headers }, [reply(200)]);
    expect(outcome.advice).toEqual([
      { code: 'forbidden-header-dropped', facts: { names: ['Host'] } },
      { code: 'no-cors-header-dropped', facts: { names: ['X-A', 'Content-Type'], contentType: null } },
    ]);
    expect(sentHeader(outcome, 'Accept')).toBe('text/html');
    expect(sentHeader(outcome, 'Accept-Language')).toBe('de');
    expect(sentHeader(outcome, 'Content-Type')).toBeNull();
  });

  it('in mode no-cors is a second value that makes the whole too long', () => {
    const long = 'a'.repeat(100);
    const outcome = run(
      {
        mode: 'no-cors',
        headers: [
          ['Accept', long],
          ['accept', long],
        ],
      },
      [reply(200)],
    );
    expect(sentHeader(outcome, 'Accept')).toBe(long);
    expect(outcome.advice).toEqual([
      { code: 'no-cors-header-dropped', facts: { names: ['accept'], contentType: null } },
    ]);
  });

  it('in Chromium are also User-Agent', () => {
    const headers = [['User-Agent', 'mine']] as const;
    expect(sent(run({ headers }, [reply(200, 'Access-Control-Allow-Origin: *')], { browser: 'chromium' }))).toEqual([
      'GET http://localhost:4001/orders',
    ]);
    expect(sent(run({ headers }, [reply(403)], { browser: 'firefox' }))).toEqual([
      'OPTIONS http://localhost:4001/orders',
    ]);
  });
});

describe('headers that are sent', () => {
  it('are as written, without the whitespace around their values', () => {
    const outcome = run(
      {
        url: own,
        headers: [
          ['x-LOUD', ' a  b\t'],
          ['X-Empty', ''],
        ],
      },
      [reply(200)],
    );
    expect(outcome.messages[0]?.request.headers).toEqual([
      ['x-LOUD', 'a  b'],
      ['X-Empty', ''],
    ]);
  });

  it('make one line a name', () => {
    const outcome = run(
      {
        url: own,
        headers: [
          ['X-A', '1'],
          ['x-a', '2'],
        ],
      },
      [reply(200)],
    );
    expect(outcome.messages[0]?.request.headers).toEqual([['X-A', '1, 2']]);
  });
});

describe('the body', () => {
  it.each([
    [body('text', 'a=b'), 'text/plain;charset=UTF-8', 'a=b'],
    [body('form', 'a=b&c=ü'), 'application/x-www-form-urlencoded;charset=UTF-8', 'a=b&c=%C3%BC'],
    [body('blob', '{}', 'Application/JSON'), 'application/json', '{}'],
    [body('blob', '{}'), null, '{}'],
    [body('blob', '{}', 'text/plän'), null, '{}'],
    [body('bytes', 'abc'), null, 'abc'],
  ])('%j has the type %s', (given, type, text) => {
    const outcome = run({ url: own, method: 'POST', body: given }, [reply(200)]);
    expect(sentHeader(outcome, 'Content-Type')).toBe(type);
    expect(outcome.messages[0]?.request.body).toBe(text);
  });

  it('of several parts has a boundary', () => {
    const outcome = run({ url: own, method: 'POST', body: body('multipart', 'a=b&c"=d') }, [reply(200)]);
    expect(sentHeader(outcome, 'Content-Type')).toMatch(/^multipart\/form-data; boundary=----/);
    expect(outcome.messages[0]?.request.body).toContain('Content-Disposition: form-data; name="c%22"\r\n\r\nd\r\n');
  });

  it('leaves a type alone that is already there', () => {
    const given = {
      url: own,
      method: 'POST',
      headers: [['content-TYPE', 'text/x']],
      body: body('text', '{}'),
    } as const;
    expect(sentHeader(run(given, [reply(200)]), 'Content-Type')).toBe('text/x');
  });

  it.each([
    [body('text', '{}'), 'POST'],
    [body('form', 'a=b'), 'POST'],
    [body('multipart', 'a=b'), 'POST'],
    [body('bytes', 'a'), 'POST'],
    [body('blob', '{}', 'text/plain'), 'POST'],
    [body('blob', '{}', 'application/json'), 'OPTIONS'],
  ])('%j: %s comes first', (given, method) => {
    expect(sent(run({ method: 'POST', body: given }, [reply(200)]))).toEqual([
      `${method} http://localhost:4001/orders`,
    ]);
  });

  it('of a type that mode no-cors does not take is sent without it', () => {
    const given = { mode: 'no-cors', method: 'POST', body: body('blob', '{}', 'application/json') } as const;
    expect(sentHeader(run(given, [reply(200)]), 'Content-Type')).toBeNull();
  });
});

it('a multipart body is made as HTML says, its names escaped', () => {
  const call = { url: own, method: 'POST', body: body('multipart', 'a=1&x%0Ay%0Dz%22=2') } as const;
  expect(run(call, [reply(200)]).messages[0]?.request.body).toBe(
    [
      '------FormBoundary7MA4YWxkTrZu0gW',
      'Content-Disposition: form-data; name="a"',
      '',
      '1',
      '------FormBoundary7MA4YWxkTrZu0gW',
      'Content-Disposition: form-data; name="x%0Ay%0Dz%22"',
      '',
      '2',
      '------FormBoundary7MA4YWxkTrZu0gW--',
      '',
    ].join('\r\n'),
  );
});

describe('what mode no-cors drops', () => {
  const dropped = (...headers: [string, string][]) =>
    run({ mode: 'no-cors', method: 'POST', headers, body: body('text', 'hi') }, [reply(200)]).advice;

  it('names the type that the body has instead, when a Content-Type is among it', () => {
    expect(dropped(['X-A', '1'], ['content-type', 'application/json'])).toEqual([
      {
        code: 'no-cors-header-dropped',
        facts: { names: ['X-A', 'content-type'], contentType: 'text/plain;charset=UTF-8' },
      },
    ]);
    expect(dropped(['X-A', '1'])).toEqual([
      { code: 'no-cors-header-dropped', facts: { names: ['X-A'], contentType: null } },
    ]);
  });
});
