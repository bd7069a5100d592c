import { expect, test } from 'vitest';
import { defaultAnswer } from './defaults.ts';
import { sampleEvents, withSampleFor } from './sample-answers.ts';
import { fixedKind, isScriptType, sampleImage } from './samples.ts';
import type { Answer, Api } from './scenario.ts';

const typeAndBody = ({ headers, body }: Answer) => [...headers.map((line) => line.join(': ')), body];
const json = '{"ok":true}';

test.each<readonly [Api, readonly string[]]>([
  ['fetch', ['Content-Type: application/json', json]],
  ['xhr', ['Content-Type: application/json', json]],
  ['beacon', ['Content-Type: application/json', json]],
  ['event-source', ['Content-Type: text/event-stream', sampleEvents]],
  ['image', ['Content-Type: image/svg+xml', sampleImage]],
  ['script', ['Content-Type: text/javascript', json]],
  ['module', ['Content-Type: text/javascript', json]],
  ['font', ['Content-Type: font/ttf', json]],
])('the sample for %s, from the default or from any other sample, and back', (api, expected) => {
  const sample = withSampleFor(api, defaultAnswer);
  expect(typeAndBody(sample)).toEqual(expected);
  expect(typeAndBody(withSampleFor(api, withSampleFor('image', defaultAnswer)))).toEqual(expected);
  expect(withSampleFor('fetch', sample)).toEqual(defaultAnswer);
});

test('other lines, the status and the way of writing stay', () => {
  const headers = [
    ['Vary', 'Origin'],
    ['content-type', 'application/json'],
  ] as const;
  expect(withSampleFor('font', { ...defaultAnswer, status: 404, headers })).toEqual({
    ...defaultAnswer,
    status: 404,
    headers: [
      ['Vary', 'Origin'],
      ['content-type', 'font/ttf'],
    ],
  });
});

test.each<readonly [string, Partial<Answer>]>([
  ['of another type', { headers: [['Content-Type', 'text/html']] }],
  ['with another body', { body: '{}' }],
  ['with no type', { headers: [] }],
  [
    'with two types',
    {
      headers: [
        ['Content-Type', 'application/json'],
        ['Content-Type', 'application/json'],
      ],
    },
  ],
])('an answer %s is somebody’s own and stays', (_, edit) => {
  const own = { ...defaultAnswer, ...edit };
  expect(withSampleFor('image', own)).toBe(own);
});

test.each([
  ['text/javascript; charset=utf-8', 'script'],
  ['text/plain, application/javascript', 'script'],
  ['font/woff2', 'font'],
  ['application/json', null],
  ['', null],
] as const)('what %s decides', (type, kind) => {
  expect(fixedKind(type)).toBe(kind);
});

// https://mimesniff.spec.whatwg.org/#javascript-mime-type
test.each([
  'application/ecmascript',
  'application/javascript',
  'application/x-ecmascript',
  'application/x-javascript',
  'text/ecmascript',
  'text/javascript',
  'text/javascript1.0',
  'text/javascript1.1',
  'text/javascript1.2',
  'text/javascript1.3',
  'text/javascript1.4',
  'text/javascript1.5',
  'text/jscript',
  'text/livescript',
  'text/x-ecmascript',
  'text/x-javascript',
])('%s is a script', (essence) => {
  expect(isScriptType(essence)).toBe(true);
});
test.each(['text/javascript1.6', 'application/json', '', null])('%j is none', (essence) => {
  expect(isScriptType(essence)).toBe(false);
});
