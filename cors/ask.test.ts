import { describe, expect, it } from 'vitest';
import { asAsked, choices, isAvailable, pageOf } from './ask.ts';
import { callOf } from './fetch/cases.ts';
import type { FetchCall } from './outcome.ts';
import { type Api, apis, type Context } from './scenario.ts';

const chosen: Omit<FetchCall, 'url'> = {
  ...callOf(),
  method: 'PUT',
  headers: [['X-A', '1']],
  body: { type: 'text', text: 'hi', mime: '' },
  credentials: 'omit',
  redirect: 'manual',
  cache: 'reload',
  referrerPolicy: 'origin',
  keepalive: true,
  uploadListener: true,
};
const own = {
  ...chosen,
  method: 'GET',
  headers: [],
  body: null,
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
  cache: 'default',
  referrerPolicy: '',
  keepalive: false,
  uploadListener: false,
};

describe('the call as it is made', () => {
  it('is the caller’s own by fetch()', () => {
    expect(asAsked(chosen)).toEqual(chosen);
  });

  it.each<[Api, Partial<FetchCall>, object]>([
    ['xhr', {}, { method: 'PUT', headers: [['X-A', '1']], body: chosen.body, uploadListener: true }],
    [
      'xhr',
      { credentials: 'include' },
      {
        ...chosen,
        ...own,
        method: 'PUT',
        headers: [['X-A', '1']],
        body: chosen.body,
        uploadListener: true,
        credentials: 'include',
      },
    ],
    ['event-source', {}, { headers: [['Accept', 'text/event-stream']], cache: 'no-store' }],
    [
      'event-source',
      { credentials: 'include', mode: 'no-cors' },
      { headers: [['Accept', 'text/event-stream']], cache: 'no-store', credentials: 'include' },
    ],
    ['beacon', {}, { method: 'POST', body: chosen.body, mode: 'no-cors', credentials: 'include', keepalive: true }],
    ['image', {}, {}],
    ['image', { credentials: 'include' }, { credentials: 'include' }],
    ['image', { mode: 'no-cors' }, { mode: 'no-cors', credentials: 'include' }],
    ['script', { mode: 'no-cors' }, { mode: 'no-cors', credentials: 'include' }],
    ['script', { mode: 'same-origin' }, {}],
    ['module', { mode: 'no-cors' }, {}],
    ['module', { credentials: 'include' }, { credentials: 'include' }],
    ['font', { mode: 'no-cors', credentials: 'include' }, {}],
  ])('by %s, given %j', (api, given, expected) => {
    expect(asAsked({ ...chosen, ...given, api })).toEqual({ ...own, ...expected, api });
  });
});

it.each<[Api, string]>([
  ['fetch', 'body cache credentials headers keepalive method mode redirect referrerPolicy'],
  ['xhr', 'body credentials headers method uploadListener'],
  ['event-source', 'credentials'],
  ['beacon', 'body'],
  ['image', 'credentials mode'],
  ['script', 'credentials mode'],
  ['module', 'credentials'],
  ['font', ''],
])('%s lets its caller choose: %s', (api, fields) => {
  expect(choices[api].toSorted().join(' ')).toBe(fields);
});

it('a worker has no elements and no beacon', () => {
  expect(apis.filter((api) => isAvailable(api, 'worker'))).toEqual(['fetch', 'xhr', 'event-source', 'font']);
  expect(apis.filter((api) => !isAvailable(api, 'document'))).toEqual([]);
  expect(apis.filter((api) => !isAvailable(api, 'sandboxed-iframe'))).toEqual([]);
});

describe('the page that asks', () => {
  const origins = {
    page: 'http://localhost:4000',
    'same-site': 'http://localhost:4001',
    'cross-site': 'http://127.0.0.1:4001',
    second: 'http://localhost:4002',
  };

  it.each<[Context, string]>([
    ['document', 'http://localhost:4000'],
    ['worker', 'http://localhost:4000'],
    ['sandboxed-iframe', 'http://localhost:4000'],
    ['other-page', 'http://localhost:4002'],
  ])('of the context %s is at %s', (context, page) => {
    expect(pageOf({ context }, origins)).toBe(page);
  });
});
