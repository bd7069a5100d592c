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

test('leaving JSON takes the line away that choosing it has added, and keeps a body written by hand', () => {
  const chosen = given(withBodyKind(defaultRequest, 'json'));
  const written = { ...chosen, body: { type: 'text' as const, text: '{"mine":1}', mime: '' } };
  expect(withBodyKind(written, 'bytes')).toEqual({
    body: { type: 'bytes', text: '{"mine":1}', mime: '' },
    headers: [],
  });
  expect(withBodyKind(written, 'none')).toEqual({ body: null, headers: [] });
});

test.each(['none', 'text', 'json', 'form', 'blob'] as const)('a Content-Type line that was typed stays: %s', (kind) => {
  const typed = given({ headers: [['Content-Type', 'application/json']] });
  expect(withBodyKind(typed, kind).headers).toEqual(typed.headers);
  expect(withBodyKind({ ...typed, ...withBodyKind(typed, 'text') }, kind).headers).toEqual(typed.headers);
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

test('without headers, as in a beacon, no text is JSON', () => {
  const json = given(withBodyKind(defaultRequest, 'json'));
  expect(bodyKindOf(json)).toBe('json');
  expect(bodyKindOf({ ...json, api: 'beacon' })).toBe('text');
});
