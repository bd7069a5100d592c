import { describe, expect, it } from 'vitest';
import { deviations } from './browsers.ts';
import type { HeaderLine } from './http.ts';
import {
  isNoCorsSafelistedRequestHeader,
  isSafelistedRequestHeader,
  mimeEssence,
  requestedHeaderNames,
  unsafeRequestHeaderNames,
} from './safelist.ts';

const a = (length: number) => 'a'.repeat(length);

describe('a request header that needs no preflight', () => {
  it.each([
    ['Accept', 'application/json;q=0.9, */*'],
    ['Accept', ''],
    ['Accept', a(128)],
    ['accept', 'tab\there'],
    ['Accept', 'é'],
    ['Accept-Language', 'de, en;q=0.5'],
    ['Accept-Language', ''],
    ['Content-Language', 'de-CH.*=x;1'],
    ['Content-Type', 'text/plain'],
    ['Content-Type', 'TEXT/Plain;charset=utf-8'],
    ['Content-Type', 'text/plain;'],
    ['Content-Type', 'text/plain ;charset=x'],
    ['Content-Type', 'multipart/form-data; boundary=x'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Range', 'bytes=0-'],
    ['Range', 'bytes=5-'],
    ['Range', 'bytes=5-5'],
    ['Range', 'bytes=10-20'],
    ['Range', 'bytes=0-99999999999999999999'],
  ])('%s: %s', (name, value) => {
    expect(isSafelistedRequestHeader(name, value)).toBe(true);
  });

  it.each([
    ['Accept', a(129), 'longer than 128 bytes'],
    ['Accept', 'say "hello"', 'a quote'],
    ['Accept', '(comment)', 'a parenthesis'],
    ['Accept', 'a:b', 'a colon'],
    ['Accept', '<a>', 'an angle'],
    ['Accept', 'who?', 'a question mark'],
    ['Accept', 'a@b', 'an at sign'],
    ['Accept', '[a]', 'a bracket'],
    ['Accept', 'a\\b', 'a backslash'],
    ['Accept', '{a}', 'a brace'],
    ['Accept', '\u0001', 'a control character'],
    ['Accept', '\u007f', 'delete'],
    ['Accept-Language', 'en_US', 'an underscore'],
    ['Content-Language', 'de/en', 'a slash'],
    ['Content-Type', 'application/json', 'another type'],
    ['Content-Type', 'text/html', 'another text'],
    ['Content-Type', 'text/plain,text/plain', 'two types'],
    ['Content-Type', 'text/plain;charset="utf-8"', 'a quote'],
    ['Content-Type', 'text/ plain', 'a blank in it'],
    ['Content-Type', 'text /plain', 'a blank in it'],
    ['Content-Type', 'text/plain\u00a0', 'a blank that is none'],
    ['Content-Type', 'plain', 'no slash'],
    ['Content-Type', '/plain', 'no type'],
    ['Content-Type', '', 'nothing'],
    ['Range', 'bytes=-500', 'no start'],
    ['Range', 'kilobytes=0-1', 'another unit'],
    ['Range', 'bytes=5-2', 'end before start'],
    ['Range', 'bytes=0-1,5-6', 'two ranges'],
    ['Range', 'bytes= 0-1', 'a blank'],
    ['Range', 'Bytes=0-1', 'a capital'],
    ['Range', 'bytes=-', 'no number'],
    ['Range', 'bytes=\f100-200', 'a form feed before the start'],
    ['Range', 'bytes=100\f-200', 'a form feed after the start'],
    ['Range', 'bytes=100-\f200', 'a form feed before the end'],
    ['Range', 'bytes=100-200\f', 'a form feed after the end'],
    ['Authorization', 'x', 'another name'],
    ['X-Requested-With', 'XMLHttpRequest', 'another name'],
    ['Cache-Control', 'no-cache', 'another name'],
    ['If-None-Match', 'x', 'another name'],
    ['DPR', '2', 'another name'],
    ['Last-Event-ID', '1', 'another name'],
  ])('%s: %s needs one: %s', (name, value) => {
    expect(isSafelistedRequestHeader(name, value)).toBe(false);
  });
});

describe('browsers of their own mind', () => {
  it.each([
    ['webkit', 'Range', 'Bytes=0-1', true],
    ['chromium', 'Range', 'Bytes=0-1', false],
    ['firefox', 'Content-Type', 'text/plain;a=b', true],
    ['firefox', 'Content-Type', 'text/plain;', true],
    ['firefox', 'Content-Type', 'text/plain;a=b;', false],
    ['firefox', 'Content-Type', 'text/plain;;', false],
    ['firefox', 'Content-Type', 'text/plain;;a', true],
    ['firefox', 'Content-Type', 'text/plain;a=b,text/plain', false],
    ['chromium', 'Content-Type', 'text/plain;a=b;', true],
    ['chromium', 'Range', 'bytes=0-99999999999999999999', false],
    ['firefox', 'Range', 'bytes=99999999999999999999-', false],
    ['chromium', 'Range', 'bytes=0-9223372036854775806', true],
    ['chromium', 'Range', 'bytes=0-9223372036854775807', false],
    ['firefox', 'Range', 'bytes=0-18446744073709551615', true],
    ['firefox', 'Range', 'bytes=0-18446744073709551616', false],
    ['webkit', 'Range', 'bytes=18446744073709551615-', true],
    ['webkit', 'Range', 'bytes=18446744073709551616-', false],
    ['chromium', 'Range', 'bytes=9223372036854775806-', true],
    ['chromium', 'Range', 'bytes=9223372036854775807-', false],
    ...['Device-Memory', 'DPR', 'Downlink'].flatMap((name) => [
      ...['2', '10', '1.5', '0.25'].map((value) => ['chromium', name, value, true] as const),
      ...['', 'x', '-1', '1.', '.5', '1.x', '1.5x', 'x1', '1x'].map(
        (value) => ['chromium', name, value, false] as const,
      ),
    ]),
    ...['Width', 'Viewport-Width', 'RTT'].flatMap((name) => [
      ...['5', '320'].map((value) => ['chromium', name, value, true] as const),
      ...['', 'x', '-1', '1.5', '1x'].map((value) => ['chromium', name, value, false] as const),
    ]),
    ['webkit', 'Range', 'bytes=+0-+4', true],
    ['webkit', 'Range', 'bytes=0-+', false],
    ['chromium', 'Range', 'bytes=+0-4', false],
    ['chromium', 'Save-Data', 'on', true],
    ['chromium', 'Save-Data', 'On', true],
    ['chromium', 'Save-Data', 'off', false],
    ['chromium', 'Save-Data', 'one', false],
    ['chromium', 'Save-Data', 'non', false],
    ['chromium', 'ECT', 'slow-2g', true],
    ['chromium', 'ECT', '4g', true],
    ['chromium', 'ECT', '5g', false],
    ['chromium', 'ECT', '4g+', false],
    ['chromium', 'ECT', 'fast-2g', false],
    ['chromium', 'Intervention', 'any', true],
    ['chromium', 'DPR', '1'.repeat(129), false],
    ['firefox', 'DPR', '1', false],
    ['chromium', 'Accept', '\x80', true],
    ['firefox', 'Accept', '\x80', false],
    ['firefox', 'Accept', '~', true],
    ['firefox', 'Content-Type', 'text/plain;a=\xff', false],
  ] as const)('%s, %s: %s: %s', (browser, name, value, safe) => {
    expect(isSafelistedRequestHeader(name, value, deviations[browser])).toBe(safe);
  });
});

it.each([
  ['text/plain', 'text/plain'],
  [' Text/HTML ; charset=utf-8', 'text/html'],
  ['plain', null],
  ['/plain', null],
  ['text/', null],
  ['te xt/plain', null],
  ['text/pl ain', null],
])('the essence of %j is %j', (value, essence) => {
  expect(mimeEssence(value)).toBe(essence);
});

it.each([
  ['Accept', 'x', true],
  ['Accept-Language', 'de', true],
  ['Content-Language', 'de', true],
  ['Content-Type', 'text/plain', true],
  ['Content-Type', 'application/json', false],
  ['Range', 'bytes=0-1', false],
  ['X-A', '1', false],
])('mode no-cors takes %s: %s: %s', (name, value, taken) => {
  expect(isNoCorsSafelistedRequestHeader(name, value)).toBe(taken);
});

describe('the names that a preflight has to ask for', () => {
  const names = (lines: readonly HeaderLine[], browser: keyof typeof deviations = 'standard') =>
    unsafeRequestHeaderNames(lines, deviations[browser]);

  it('are sorted, in lower case, each once', () => {
    expect(
      names([
        ['X-B', '1'],
        ['Authorization', 'x'],
        ['x-b', '2'],
        ['Accept', 'y'],
        ['X-A', '3'],
      ]),
    ).toEqual(['authorization', 'x-a', 'x-b']);
  });

  const nine = (last: number): HeaderLine[] => [
    ...Array.from({ length: 8 }, (): HeaderLine => ['Accept-Language', a(127)]),
    ['Content-Language', a(last)],
  ];
  it.each([
    ['1021 bytes, and 3 for the Accept that is added', [...nine(5)], []],
    ['1022 bytes and those 3', [...nine(6)], ['accept', 'accept-language', 'content-language']],
    ['1024 bytes with an Accept', [...nine(7), ['Accept', 'x'] as const], []],
    [
      '1025 bytes with an Accept',
      [...nine(8), ['Accept', 'x'] as const],
      ['accept', 'accept-language', 'content-language'],
    ],
  ])('together: %s', (_, lines, unsafe) => {
    expect(names(lines)).toEqual(unsafe);
    expect(names(lines, 'firefox')).toEqual([]);
  });

  it('are listed once for each line in Firefox', () => {
    const lines: HeaderLine[] = [
      ['X-B', '1'],
      ['X-A', '1'],
      ['x-b', '2'],
      ['Accept', 'a(b'],
      ['accept', 'a'],
    ];
    expect(requestedHeaderNames(lines, deviations.firefox)).toEqual(['accept', 'x-a', 'x-b', 'x-b']);
    expect(requestedHeaderNames(lines, deviations.standard)).toEqual(['accept', 'x-a', 'x-b']);
    expect(names(lines, 'firefox')).toEqual(['accept', 'x-a', 'x-b']);
  });

  it('do not count what is unsafe anyway', () => {
    expect(
      names([
        ['X-Long', a(5000)],
        ['Accept', 'x'],
      ]),
    ).toEqual(['x-long']);
  });

  it('judge each line, or in some browsers the one that they become', () => {
    const twice: HeaderLine[] = [
      ['Accept', a(100)],
      ['accept', a(100)],
    ];
    expect(names(twice)).toEqual([]);
    expect(names(twice, 'firefox')).toEqual([]);
    expect(names(twice, 'chromium')).toEqual(['accept']);
  });
});
