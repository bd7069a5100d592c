import { describe, expect, it } from 'vitest';
import { reply } from './cases.ts';
import { run, sent, sentHeader, trail } from './testing.ts';

const own = 'http://localhost:4000/orders';
const any = 'Access-Control-Allow-Origin: *';
const page = 'http://localhost:4000';

describe('Origin', () => {
  it.each([
    ['GET', 'cors', page],
    ['HEAD', 'cors', page],
    ['POST', 'cors', page],
    ['GET', 'no-cors', null],
    ['HEAD', 'no-cors', null],
    ['POST', 'no-cors', page],
  ] as const)('on a %s to another server in mode %s: %s', (method, mode, origin) => {
    expect(sentHeader(run({ method, mode }, [reply(200, any)]), 'Origin')).toBe(origin);
  });

  it.each([
    ['GET', null],
    ['HEAD', null],
    ['POST', page],
    ['PUT', page],
    ['OPTIONS', page],
  ])('on a %s to the own server: %s', (method, origin) => {
    expect(sentHeader(run({ url: own, method }, [reply(200)]), 'Origin')).toBe(origin);
  });

  it.each([
    ['', page],
    ['no-referrer', 'null'],
    ['no-referrer-when-downgrade', page],
    ['same-origin', 'null'],
    ['origin', page],
    ['strict-origin', page],
    ['origin-when-cross-origin', page],
    ['strict-origin-when-cross-origin', page],
    ['unsafe-url', page],
  ] as const)('on a no-cors POST with the referrer policy %j: %s', (referrerPolicy, origin) => {
    const call = { method: 'POST', mode: 'no-cors', referrerPolicy } as const;
    expect(sentHeader(run(call, [reply(200)]), 'Origin')).toBe(origin);
    expect(sentHeader(run(call, [reply(200)], { browser: 'firefox' }), 'Origin')).toBe(origin);
    expect(sentHeader(run(call, [reply(200)], { browser: 'chromium' }), 'Origin')).toBe(page);
  });

  it('of a secure page is not told to an insecure server', () => {
    const call = { method: 'POST', mode: 'no-cors' } as const;
    const secure = { page: 'https://shop.test' };
    expect(sentHeader(run(call, [reply(200)], secure), 'Origin')).toBe('null');
    expect(sentHeader(run({ ...call, referrerPolicy: 'origin' }, [reply(200)], secure), 'Origin')).toBe(
      'https://shop.test',
    );
    expect(sentHeader(run({ ...call, url: 'https://api.test/' }, [reply(200)], secure), 'Origin')).toBe(
      'https://shop.test',
    );
  });

  it('does not heed the referrer policy in mode cors', () => {
    const call = { url: own, method: 'POST', referrerPolicy: 'no-referrer' } as const;
    expect(sentHeader(run(call, [reply(200)]), 'Origin')).toBe(page);
    expect(sentHeader(run({ ...call, mode: 'same-origin' }, [reply(200)]), 'Origin')).toBe('null');
  });
});

describe('cache modes add headers', () => {
  it.each([
    ['default', null, null],
    ['no-store', 'no-cache', 'no-cache'],
    ['reload', 'no-cache', 'no-cache'],
    ['no-cache', 'max-age=0', null],
    ['force-cache', null, null],
  ] as const)('%s: Cache-Control %s, Pragma %s', (cache, cacheControl, pragma) => {
    const outcome = run({ cache }, [reply(200, any)]);
    expect(sent(outcome)).toEqual(['GET http://localhost:4001/orders']);
    expect(sentHeader(outcome, 'Cache-Control')).toBe(cacheControl);
    expect(sentHeader(outcome, 'Pragma')).toBe(pragma);
  });

  it('but not over those of the author', () => {
    const headers = [
      ['cache-control', 'max-age=9'],
      ['pragma', 'x'],
    ] as const;
    for (const cache of ['no-store', 'no-cache'] as const) {
      const outcome = run({ url: own, cache, headers }, [reply(200)]);
      expect(outcome.messages[0]?.request.headers).toEqual(headers);
    }
  });

  it('and so does a condition of the author', () => {
    const call = { url: own, headers: [['If-None-Match', 'x']] } as const;
    expect(sentHeader(run(call, [reply(304)]), 'Cache-Control')).toBe('no-cache');
    expect(sentHeader(run(call, [reply(304)], { browser: 'chromium' }), 'Cache-Control')).toBe('max-age=0');
    expect(sentHeader(run({ ...call, cache: 'force-cache' }, [reply(304)]), 'Cache-Control')).toBeNull();
  });
});

describe('before the network', () => {
  it.each([
    ['http://localhost:6667/', { code: 'bad-port', facts: { url: 'http://localhost:6667/', port: '6667' } }],
    ['ws://localhost/', { code: 'scheme-unsupported', facts: { url: 'ws://localhost/', scheme: 'ws' } }],
    ['blob:null/x', { code: 'scheme-unsupported', facts: { url: 'blob:null/x', scheme: 'blob' } }],
  ])('%s', (url, finding) => {
    const outcome = run({ url }, [reply(200, any)]);
    expect(outcome.finding).toEqual(finding);
    expect(trail(outcome)).toBe('!may-be-fetched ?send ?filter');
  });

  it.each([
    ['http://api.test/', 'mixed-content'],
    ['http://localhost:4001/', null],
    ['http://127.0.0.1:4001/', null],
    ['https://api.test/', null],
  ])('a secure page asks %s: %s', (url, code) => {
    expect(run({ url }, [reply(200, any)], { page: 'https://shop.test' }).finding?.code ?? null).toBe(code);
    expect(run({ url }, [reply(200, any)]).verdict).toBe('readable');
  });

  it('nothing is in the cache', () => {
    const outcome = run({ url: own, mode: 'same-origin', cache: 'only-if-cached' }, [reply(200)]);
    expect(outcome.finding).toEqual({ code: 'not-cached', facts: { url: own } });
    expect(outcome.messages).toEqual([]);
    expect(trail(outcome)).toBe('origin !send ?filter');
  });
});

describe('an answer that is none', () => {
  it('does not come', () => {
    const outcome = run({}, [null]);
    expect(outcome.finding).toEqual({ code: 'no-answer', facts: { url: 'http://localhost:4001/orders' } });
    expect(outcome.messages).toMatchObject([{ kind: 'request', response: null, stopped: false }]);
    expect(trail(outcome)).toBe('origin mode preflight-needed !send ?cors-check ?filter');
  });

  it('407 from a server that is no proxy, in Chromium', () => {
    expect(run({}, [reply(407, any)], { browser: 'chromium' }).finding?.code).toBe('no-answer');
    expect(run({}, [reply(407, any)], { browser: 'firefox' }).response?.status).toBe(407);
  });

  it('421 is asked for once more', () => {
    expect(sent(run({}, [reply(421, any), reply(200, any)]))).toHaveLength(2);
    expect(run({}, [reply(421, any), reply(421, any), reply(200, any)]).response?.status).toBe(421);
    const put = [reply(421, any), reply(204, any, 'Access-Control-Allow-Methods: PUT'), reply(200, any)];
    expect(run({ method: 'PUT' }, put).messages.map(({ kind }) => kind)).toEqual(['preflight', 'preflight', 'request']);
  });
});

describe('Cross-Origin-Resource-Policy', () => {
  const corp = (value: string) => `Cross-Origin-Resource-Policy: ${value}`;
  const sibling = 'http://localhost:4001/logo';
  const stranger = 'http://127.0.0.1:4001/logo';
  it.each([
    [sibling, 'same-origin', 'blocked'],
    [sibling, 'same-site', 'opaque'],
    [sibling, 'cross-origin', 'opaque'],
    [stranger, 'same-origin', 'blocked'],
    [stranger, 'same-site', 'blocked'],
    [stranger, 'cross-origin', 'opaque'],
    [stranger, 'Same-Origin', 'opaque'],
    [stranger, 'nonsense', 'opaque'],
    [own, 'same-origin', 'readable'],
  ])('%s, %s: %s', (url, value, verdict) => {
    expect(run({ url, mode: 'no-cors' }, [reply(200, corp(value))]).verdict).toBe(verdict);
    expect(run({ url, mode: 'cors' }, [reply(200, any, corp(value))]).verdict).toBe('readable');
  });

  it('given twice says nothing', () => {
    const twice = reply(200, corp('same-origin'), corp('same-origin'));
    expect(run({ mode: 'no-cors' }, [twice]).verdict).toBe('opaque');
  });

  it('same-site wants a secure answer kept from an insecure page', () => {
    const call = { url: 'https://api.shop.test/', mode: 'no-cors' } as const;
    expect(run(call, [reply(200, corp('same-site'))], { page: 'http://shop.test' }).verdict).toBe('blocked');
    expect(run(call, [reply(200, corp('same-site'))], { page: 'https://shop.test' }).verdict).toBe('opaque');
  });

  it('counts at every hop', () => {
    const hop = reply(302, 'Location: http://localhost:4002/', corp('same-origin'));
    const outcome = run({ mode: 'no-cors' }, [hop, reply(200)]);
    expect(outcome.finding).toEqual({
      code: 'corp-blocked',
      facts: { value: 'same-origin', page, target: 'http://localhost:4001' },
    });
    expect(outcome.messages).toMatchObject([{ stopped: true }]);
  });
});
