import { expect, test } from 'vitest';
import { defaultRequest, type ScenarioRequest } from '#cors';
import { bodyKindOf, withBodyKind } from './body-kind.ts';

const given = (edit: Partial<ScenarioRequest>): ScenarioRequest => ({ ...defaultRequest, ...edit });

test('JSON is text with a Content-Type line of its own', () => {
  const request = given({ headers: [['X-Token', 't']] });
  expect(withBodyKind(request, 'json')).toEqual({
    body: { type: 'text', text: '{"status":"paid"}', mime: '' },
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Token', 't'],
    ],
  });
});

test('choosing JSON puts an existing Content-Type right where it stands', () => {
  const request = given({
    headers: [
      ['X-Token', 't'],
      ['content-type', 'text/plain'],
    ],
  });
  expect(withBodyKind(request, 'json').headers).toEqual([
    ['X-Token', 't'],
    ['Content-Type', 'application/json'],
  ]);
});

test('leaving JSON takes its line away and keeps what was written by hand', () => {
  const request = given({
    headers: [['Content-Type', 'application/json; charset=utf-8']],
    body: { type: 'text', text: '{"mine":1}', mime: '' },
  });
  expect(bodyKindOf(request)).toBe('json');
  expect(withBodyKind(request, 'bytes')).toEqual({
    body: { type: 'bytes', text: '{"mine":1}', mime: '' },
    headers: [],
  });
  expect(withBodyKind(request, 'none')).toEqual({ body: null, headers: [] });
});

test('an example nobody touched gives way to that of the next kind', () => {
  const json = given(withBodyKind(defaultRequest, 'json'));
  expect(withBodyKind(json, 'form').body).toEqual({ type: 'form', text: 'sku=TEA-100&qty=1', mime: '' });
  expect(withBodyKind(json, 'blob').body).toEqual({
    type: 'blob',
    text: '{"status":"paid"}',
    mime: 'application/json',
  });
});
