import { describe, expect, it } from 'vitest';
import { isForbiddenMethod, isSafelistedMethod, isToken, normalizeMethod } from './methods.ts';

describe('methods', () => {
  it.each([
    ['get', 'GET'],
    ['Head', 'HEAD'],
    ['pOsT', 'POST'],
    ['put', 'PUT'],
    ['delete', 'DELETE'],
    ['options', 'OPTIONS'],
    ['patch', 'patch'],
    ['Patch', 'Patch'],
    ['PATCH', 'PATCH'],
    ['query', 'query'],
    ['chicken', 'chicken'],
  ])('%s is sent as %s', (written, method) => {
    expect(normalizeMethod(written)).toBe(method);
  });

  it.each(['GET', 'HEAD', 'POST'])('%s needs no preflight', (method) => {
    expect(isSafelistedMethod(method)).toBe(true);
  });
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'get', ''])('%j needs one', (method) => {
    expect(isSafelistedMethod(method)).toBe(false);
  });

  it.each(['CONNECT', 'connect', 'TRACE', 'Trace', 'track'])('%s is forbidden', (method) => {
    expect(isForbiddenMethod(method)).toBe(true);
  });
  it.each(['GET', 'TRACER', 'CONNECTED', ''])('%j is not forbidden', (method) => {
    expect(isForbiddenMethod(method)).toBe(false);
  });

  it.each(['GET', 'x', "!#$%&'*+-.^_`|~09AZaz", '*'])('%s is a token', (text) => {
    expect(isToken(text)).toBe(true);
  });
  it.each(['', ' ', 'a b', 'a:b', 'a/b', '"a"', 'a;b', 'a,b', '(a)', 'é', 'a\n', '{a}', 'a@b'])(
    '%j is none',
    (text) => {
      expect(isToken(text)).toBe(false);
    },
  );
});
