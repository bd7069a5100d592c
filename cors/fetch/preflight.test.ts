import { describe, expect, it } from 'vitest';
import { reply } from './cases.ts';
import { run, sent, trail } from './testing.ts';

const page = 'http://localhost:4000';
const any = 'Access-Control-Allow-Origin: *';
const thisPage = `Access-Control-Allow-Origin: ${page}`;
const withCookies = 'Access-Control-Allow-Credentials: true';
const methods = (list: string) => `Access-Control-Allow-Methods: ${list}`;
const headers = (list: string) => `Access-Control-Allow-Headers: ${list}`;
const options = 'OPTIONS http://localhost:4001/orders';

describe('a preflight', () => {
  it.each([
    [{ method: 'GET' }, false],
    [{ method: 'head' }, false],
    [{ method: 'POST' }, false],
    [{ method: 'PUT' }, true],
    [{ method: 'OPTIONS' }, true],
    [{ headers: [['Accept', 'text/html']] }, false],
    [{ headers: [['X-A', '1']] }, true],
    [{ headers: [['Content-Type', 'application/json']] }, true],
    [{ cache: 'no-cache' }, false],
    [{ cache: 'no-store' }, false],
    [{ credentials: 'include' }, false],
    [{ url: 'http://localhost:4000/orders', method: 'PUT', headers: [['X-A', '1']] }, false],
    [{ mode: 'no-cors', headers: [['X-A', '1']] }, false],
  ] as const)('for %j: %s', (call, first) => {
    expect(sent(run(call, [reply(200)]))[0]?.startsWith('OPTIONS')).toBe(first);
  });

  it('has exactly these headers', () => {
    const call = {
      method: 'DELETE',
      headers: [
        ['X-Zebra', '1'],
        ['authorization', 'x'],
        ['Accept', 'y'],
        ['X-Apple', '2'],
      ],
      credentials: 'include',
      cache: 'no-cache',
      body: { type: 'text', text: 'hello', mime: '' },
    } as const;
    expect(run(call, [reply(403)]).messages[0]?.request).toEqual({
      method: 'OPTIONS',
      url: 'http://localhost:4001/orders',
      headers: [
        ['Accept', '*/*'],
        ['Access-Control-Request-Method', 'DELETE'],
        ['Access-Control-Request-Headers', 'authorization,x-apple,x-zebra'],
        ['Origin', 'http://localhost:4000'],
      ],
      body: null,
    });
  });

  it('does not mention headers when there are none to ask for', () => {
    expect(run({ method: 'patch' }, [reply(403)]).messages[0]?.request.headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'patch'],
      ['Origin', 'http://localhost:4000'],
    ]);
  });
});

describe('the answer to a preflight for PUT', () => {
  it.each([200, 201, 204, 206, 299])('may have the status %i', (status) => {
    expect(run({ method: 'PUT' }, [reply(status, any, methods('PUT')), reply(200, any)]).verdict).toBe('readable');
  });
  it.each([
    [300, 'preflight-status'],
    [304, 'preflight-status'],
    [401, 'preflight-status'],
    [404, 'preflight-status'],
    [405, 'preflight-status'],
    [500, 'preflight-status'],
    [301, 'preflight-redirect'],
    [302, 'preflight-redirect'],
    [303, 'preflight-redirect'],
    [307, 'preflight-redirect'],
    [308, 'preflight-redirect'],
  ])('may not have the status %i', (status, code) => {
    expect(run({ method: 'PUT' }, [reply(status, any, methods('PUT'))]).finding?.code).toBe(code);
  });

  it.each([
    ['PUT', true],
    ['GET,PUT', true],
    [' , PUT ,', true],
    ['*', true],
    ['put', false],
    ['Put', false],
    ['PUTS', false],
    ['GET, POST', false],
    ['', false],
  ])('lists %j: %s', (list, allowed) => {
    const outcome = run({ method: 'PUT' }, [reply(204, any, methods(list)), reply(200, any)]);
    expect(outcome.finding?.code ?? null).toBe(allowed ? null : 'method-not-allowed');
  });

  it('may list methods on several lines', () => {
    const answer = reply(204, any, methods('GET'), methods('PUT'));
    expect(run({ method: 'PUT' }, [answer, reply(200, any)]).verdict).toBe('readable');
  });

  it('takes the wildcard literally with credentials', () => {
    const answer = reply(204, thisPage, withCookies, methods('*'));
    expect(run({ method: 'PUT', credentials: 'include' }, [answer]).finding).toEqual({
      code: 'method-not-allowed',
      facts: { method: 'PUT', allowed: ['*'], credentials: true, caseOnly: false },
    });
  });

  it('tells when only the case is wrong', () => {
    expect(run({ method: 'patch' }, [reply(204, any, methods('PATCH'))]).finding).toEqual({
      code: 'method-not-allowed',
      facts: { method: 'patch', allowed: ['PATCH'], credentials: false, caseOnly: true },
    });
  });

  it('passes the CORS check, of the credentials mode of the request', () => {
    const include = { method: 'PUT', credentials: 'include' } as const;
    expect(run({ method: 'PUT' }, [reply(204, methods('PUT'))]).finding).toEqual({
      code: 'acao-missing',
      facts: { at: 'preflight', origin: page, status: 204, method: 'PUT' },
    });
    expect(run(include, [reply(204, any, methods('PUT'))]).finding?.code).toBe('acao-wildcard-credentials');
    expect(run(include, [reply(204, thisPage, methods('PUT'))]).finding?.code).toBe('acac-missing');
  });

  it('may never come', () => {
    const outcome = run({ method: 'PUT' }, [null]);
    expect(outcome.finding).toEqual({ code: 'no-answer', facts: { url: 'http://localhost:4001/orders' } });
    expect(outcome.messages).toMatchObject([{ kind: 'preflight', response: null, stopped: false }]);
    expect(outcome.unsent?.method).toBe('PUT');
  });
});

describe('the answer to a preflight for a POST with a header', () => {
  const ask = { method: 'POST', headers: [['X-Trace', '1']] } as const;
  it.each([
    ['X-Trace', null],
    ['x-TRACE', null],
    ['content-type, x-trace', null],
    ['*', null],
    ['X-Tracer', 'header-not-allowed'],
    ['', 'header-not-allowed'],
    ['X Trace', 'acah-invalid'],
    ['x-trace; x-other', 'acah-invalid'],
    ['"x-trace"', 'acah-invalid'],
  ])('lists %j: %s', (list, code) => {
    expect(run(ask, [reply(204, any, headers(list)), reply(200, any)]).finding?.code ?? null).toBe(code);
  });

  it('need not list POST', () => {
    const answer = reply(204, any, methods('GET'), headers('x-trace'));
    expect(run(ask, [answer, reply(200, any)]).verdict).toBe('readable');
  });

  it('but what it lists has to be a list', () => {
    const answer = reply(204, any, methods('GET POST'), headers('x-trace'));
    expect(run(ask, [answer]).finding).toEqual({ code: 'acam-invalid', facts: { value: 'GET POST' } });
  });

  it('takes the wildcard literally with credentials', () => {
    const answer = reply(204, thisPage, withCookies, headers('*'));
    expect(run({ ...ask, credentials: 'include' }, [answer]).finding).toEqual({
      code: 'header-not-allowed',
      facts: { missing: ['x-trace'], requested: ['x-trace'], allowed: ['*'], credentials: true },
    });
  });

  it('names all that is missing', () => {
    const call = {
      headers: [
        ['X-C', '1'],
        ['X-A', '1'],
        ['X-B', '1'],
        ['Accept', '*/*'],
      ],
    } as const;
    expect(run(call, [reply(204, any, headers('X-B, X-D'))]).finding?.facts).toEqual({
      missing: ['x-a', 'x-c'],
      requested: ['x-a', 'x-b', 'x-c'],
      allowed: ['x-b', 'x-d'],
      credentials: false,
    });
  });
});

describe('a preflight that fails', () => {
  it('keeps the request back', () => {
    const call = { method: 'PUT', headers: [['X-A', '1']], body: { type: 'text', text: 'hi', mime: '' } } as const;
    const outcome = run(call, [reply(204, any, methods('PUT'))]);
    expect(sent(outcome)).toEqual([options]);
    expect(outcome.messages).toMatchObject([{ kind: 'preflight', hop: 0, stopped: true }]);
    expect(outcome.unsent).toEqual({
      method: 'PUT',
      url: 'http://localhost:4001/orders',
      headers: [
        ['X-A', '1'],
        ['Content-Type', 'text/plain;charset=UTF-8'],
        ['Origin', 'http://localhost:4000'],
      ],
      body: 'hi',
    });
  });

  it('shows the steps that would have come', () => {
    expect(trail(run({ method: 'PUT', headers: [['X-A', '1']] }, [reply(404, any)]))).toBe(
      'origin mode preflight-needed preflight-cache preflight-cors-check !preflight-status ?preflight-lists ' +
        '?preflight-method ?preflight-headers ?send ?cors-check ?filter',
    );
  });
});

describe('an answer to a preflight', () => {
  it('that is sent again after a 421 is not told as refused', () => {
    const answers = [reply(421), reply(204, any, 'Access-Control-Allow-Methods: PUT'), reply(200, any)];
    expect(run({ method: 'PUT' }, answers).messages.map(({ stopped }) => stopped)).toEqual([false, false, false]);
  });

  it.each([199, 300, 399, 400])('with the status %i fails', (status) => {
    expect(run({ method: 'PUT' }, [reply(status, any, 'Access-Control-Allow-Methods: PUT')]).finding?.code).toBe(
      'preflight-status',
    );
  });

  it('sees a method that is listed in another case, whatever else is', () => {
    const answer = reply(204, any, 'Access-Control-Allow-Methods: DELETE, patch');
    expect(run({ method: 'PATCH' }, [answer]).finding?.facts).toMatchObject({ caseOnly: true });
    const none = reply(204, any, 'Access-Control-Allow-Methods: DELETE');
    expect(run({ method: 'PATCH' }, [none]).finding?.facts).toMatchObject({ caseOnly: false });
  });
});
