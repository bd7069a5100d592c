import { describe, expect, it } from 'vitest';
import {
  isBadPort,
  isLoopbackHost,
  isPotentiallyTrustworthy,
  isSameOrigin,
  isSameSite,
  isSchemelesslySameSite,
  originOf,
  parseUrl,
} from './origin.ts';

describe('the origin of a URL', () => {
  it.each([
    ['https://a.test/path?query#fragment', 'https://a.test'],
    ['https://a.test:443/', 'https://a.test'],
    ['http://a.test:80', 'http://a.test'],
    ['http://a.test:443', 'http://a.test:443'],
    ['HTTP://A.Test/', 'http://a.test'],
    ['http://127.1:4001/', 'http://127.0.0.1:4001'],
    ['http://0x7f.1/', 'http://127.0.0.1'],
    ['http://[0:0::1]:80/', 'http://[::1]'],
    ['http://user:secret@a.test/', 'http://a.test'],
    ['http://a.test./', 'http://a.test.'],
    ['http://bücher.test/', 'http://xn--bcher-kva.test'],
    ['data:text/plain,hello', 'null'],
    ['about:blank', 'null'],
    ['file:///etc/hosts', 'null'],
  ])('%s is %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });

  it.each(['', '/orders', 'www.a.test', 'http://', 'http://[', 'http://a b/', 'http://a.test:99999/'])(
    '%j is no URL',
    (url) => {
      expect(originOf(url)).toBeNull();
    },
  );
});

describe('same origin', () => {
  it.each([
    ['http://localhost:4000', 'http://localhost:4000', true],
    ['http://localhost:4000', 'http://localhost:4001', false],
    ['http://localhost', 'https://localhost', false],
    ['http://localhost:4000', 'http://127.0.0.1:4000', false],
    ['https://a.test', 'https://www.a.test', false],
    ['null', 'null', false],
    ['null', 'http://localhost:4000', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameOrigin(a, b)).toBe(same);
    expect(isSameOrigin(b, a)).toBe(same);
  });
});

describe('same site', () => {
  it.each([
    ['http://localhost:4000', 'http://localhost:4001', true],
    ['http://localhost:4000', 'http://127.0.0.1:4000', false],
    ['http://localhost', 'https://localhost', false],
    ['https://app.shop.test', 'https://api.shop.test', true],
    ['https://shop.test', 'https://api.v2.shop.test:8443', true],
    ['https://shop.test', 'https://workshop.test', false],
    ['http://127.0.0.1', 'http://126.0.0.1', false],
    ['http://[::1]:1', 'http://[::1]:2', true],
    ['http://[::1]', 'http://[::2]', false],
    ['http://a.localhost', 'http://localhost', false],
    ['null', 'null', false],
    ['null', 'http://localhost', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameSite(a, b)).toBe(same);
    expect(isSameSite(b, a)).toBe(same);
  });
});

// `null` is an opaque origin, and not a scheme or a host of so many letters.
it.each([
  ['null', 'null'],
  ['null', 'http://ll'],
  ['http://ll', 'null'],
])('%s and %s are not of one site, whatever their schemes', (a, b) => {
  expect(isSchemelesslySameSite(a, b)).toBe(false);
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.10.200.3', true],
  ['127.1.10.255', true],
  ['[::1]', true],
  ['128.0.0.1', false],
  ['127.0.0.1.evil.test', false],
  ['127.evil.127.0.0.1', false],
  ['[::2]', false],
])('%s names this machine: %s', (host, names) => {
  expect(isLoopbackHost(host)).toBe(names);
});

describe('potentially trustworthy', () => {
  it.each([
    ['https://a.test', true],
    ['wss://a.test', true],
    ['ws://a.test', false],
    ['http://a.test', false],
    ['http://localhost:4001', true],
    ['http://api.localhost', true],
    ['http://127.0.0.1', true],
    ['http://127.8.8.8', true],
    ['http://[::1]', true],
    ['http://127.evil.test', false],
    ['http://notlocalhost', false],
  ])('%s: %s', (url, trustworthy) => {
    const parsed = parseUrl(url);
    expect(parsed !== null && isPotentiallyTrustworthy(parsed)).toBe(trustworthy);
  });
});

describe('bad ports', () => {
  // https://fetch.spec.whatwg.org/#bad-port
  it('are those of the standard’s table', () => {
    const all = Array.from({ length: 65536 }, (_, port) => String(port));
    expect(all.filter(isBadPort).join(' ')).toBe(
      '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 ' +
        '123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 ' +
        '990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080',
    );
  });
  it('are not meant when a URL names none', () => {
    expect(isBadPort('')).toBe(false);
  });
});

describe('a URL on the wire', () => {
  it.each([
    ['http://user:secret@a.test/x?y#z', 'http://a.test/x?y', 'http://user:secret@a.test/x?y'],
    ['http://a.test', 'http://a.test/', 'http://a.test/'],
    ['http://a.test/a b', 'http://a.test/a%20b', 'http://a.test/a%20b'],
    ['http://a.test/#', 'http://a.test/', 'http://a.test/'],
    ['http://a.test/x?#z', 'http://a.test/x?', 'http://a.test/x?'],
    ['http://u%2F:@a.test?', 'http://a.test/?', 'http://u%2F@a.test/?'],
  ])('%s goes as %s, and is told as %s', (url, wire, told) => {
    expect(parseUrl(url)).toMatchObject({ wire, document: told });
  });

  it('is resolved against another', () => {
    expect(parseUrl('../x', 'http://a.test/b/c/d')?.href).toBe('http://a.test/b/x');
  });

  it.each([
    ['http://a.test/', false],
    ['http://user@a.test/', true],
    ['http://:secret@a.test/', true],
  ])('%s has userinfo: %s', (url, userinfo) => {
    expect(parseUrl(url)?.userinfo).toBe(userinfo);
  });

  it('is parsed once, unless it is longer than 4096, and forgotten when there are too many', () => {
    const length = (count: number) => `http://long.test/${'x'.repeat(count - 'http://long.test/'.length)}`;
    expect(parseUrl(length(4096))).toBe(parseUrl(length(4096)));
    expect(parseUrl(length(4097))).not.toBe(parseUrl(length(4097)));
    const early = parseUrl('http://early.test/');
    for (let i = 0; i < 256; i++) parseUrl(`http://many.test/${i}`);
    expect(parseUrl('http://early.test/')).not.toBe(early);
  });

  it('is the same when parsed again, and when too many others came between', () => {
    const first = parseUrl('http://again.test/');
    for (let i = 0; i < 1000; i++) parseUrl(`http://other.test/${i}`);
    expect(parseUrl('http://again.test/')).toEqual(first);
  });
});
