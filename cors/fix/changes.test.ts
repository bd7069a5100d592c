import { describe, expect, it } from 'vitest';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest } from '../defaults.ts';
import { defaultLibrary } from '../libraries/index.ts';
import type { Answer, Library, Origins, Redirect, ScenarioRequest } from '../scenario.ts';
import { changesBetween } from './changes.ts';
import type { Draft } from './draft.ts';
import { libraryDrafts } from './library.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const id = 'abcdefghijklmnop';
interface Given {
  readonly request?: Partial<ScenarioRequest>;
  readonly preflight?: Partial<Answer>;
  readonly response?: Partial<Answer>;
  readonly library?: Library;
}
const draft = ({ request, preflight, response, library }: Given = {}): Draft => ({
  request: { ...defaultRequest, ...request },
  plan: {
    library: library ?? null,
    cache: false,
    preflight: { ...defaultPreflight, headers: [], ...preflight },
    response: { ...defaultAnswer, headers: [], ...response },
  },
});
const redirect = (given: Partial<Redirect> = {}): Redirect => ({
  to: 'second',
  status: 302,
  cors: true,
  userinfo: false,
  ...given,
});

describe('what differs', () => {
  const differs = (before: Given, after: Given) =>
    changesBetween(draft(before), draft(after), origins, id).map(
      (change) => `${change.where}: ${change.before} > ${change.after}`,
    );

  it('is nothing between the same', () => {
    const given: Given = {
      request: { headers: [['X-A', '1']] },
      response: { redirects: [redirect()], headers: [['A', '1']] },
      library: defaultLibrary('express'),
    };
    expect(differs(given, given)).toEqual([]);
  });

  it.each<[string, Given, Given, string[]]>([
    ['a status', { response: { status: 404 } }, {}, ['response: HTTP/1.1 404 Not Found > HTTP/1.1 200 OK']],
    [
      'a status without a name',
      { preflight: { status: 299 } },
      {},
      ['preflight: HTTP/1.1 299 > HTTP/1.1 204 No Content'],
    ],
    ['a body', { response: { body: 'x' } }, { response: { body: '' } }, ['response: x > null']],
    ['a body that comes', { response: { body: '' } }, { response: { body: 'x' } }, ['response: null > x']],
    [
      'a long body',
      { response: { body: 'x'.repeat(201) } },
      { response: { body: 'x'.repeat(200) } },
      [`response: ${'x'.repeat(200)}… > ${'x'.repeat(200)}`],
    ],
    [
      'a header, in any case, with this deployment’s origins',
      {
        response: {
          headers: [
            ['access-control-allow-origin', '*'],
            ['Vary', ''],
          ],
        },
      },
      { response: { headers: [['Access-Control-Allow-Origin', '{page}']] } },
      [
        'response: access-control-allow-origin: * > Access-Control-Allow-Origin: http://localhost:4000',
        'response: Vary: > null',
      ],
    ],
    [
      'one of two headers',
      {
        response: {
          headers: [
            ['A', '1'],
            ['A', '2'],
            ['A', '2'],
          ],
        },
      },
      {
        response: {
          headers: [
            ['A', '2'],
            ['A', '3'],
          ],
        },
      },
      ['response: A: 1 > A: 3', 'response: A: 2 > null'],
    ],
    [
      'the first of two redirects',
      { response: { redirects: [redirect({ to: 'no-location' }), redirect({ status: 307 })] } },
      { response: { redirects: [] } },
      [
        'response: HTTP/1.1 302 Found > null',
        'response: HTTP/1.1 307 Temporary Redirect > null',
        `response: Location: http://localhost:4002/e/${id}/@2/orders > null`,
      ],
    ],
    [
      'a redirect that is opened',
      { response: { redirects: [redirect(), redirect({ cors: false })] } },
      { response: { redirects: [redirect(), redirect()] } },
      ['response: HTTP/1.1 302 Found, without CORS headers > HTTP/1.1 302 Found, with CORS headers'],
    ],
    [
      'an option',
      { library: { ...defaultLibrary('express'), methods: '' } },
      { library: { ...defaultLibrary('express'), methods: 'PUT', credentials: true } },
      ['response: methods: its own default > methods: PUT', 'response: credentials: false > credentials: true'],
    ],
    [
      'what fetch() is told',
      { request: { mode: 'no-cors', cache: 'reload', target: 'second', context: 'worker' } },
      {},
      [
        `request: http://localhost:4002/e/${id}/orders > http://localhost:4001/e/${id}/orders`,
        'request: from: worker > from: document',
        'request: mode: "no-cors" > mode: "cors"',
        'request: cache: "reload" > cache: "default"',
      ],
    ],
    [
      'what XMLHttpRequest is told',
      { request: { api: 'xhr', method: 'patch', cache: 'reload' } },
      { request: { api: 'xhr', method: 'PATCH' } },
      ['request: method: "patch" > method: "PATCH"'],
    ],
    [
      'an element',
      { request: { api: 'image', mode: 'no-cors', method: 'PUT' } },
      { request: { api: 'image' } },
      ['request: no crossorigin > crossorigin'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(differs(before, after)).toEqual(changes);
  });
});

describe('the ways of changing a library’s options', () => {
  const library: Library = {
    ...defaultLibrary('spring'),
    origins: '*, https://a.example',
    headers: 'X-A',
    methods: '',
  };
  const cors = [
    ['Access-Control-Allow-Origin', '*'],
    ['X-Access-Control-', '1'],
    ['Vary', 'Origin'],
  ] as const;
  const before = draft({
    request: { method: 'PUT', credentials: 'include' },
    library,
    preflight: { headers: cors },
    response: { headers: cors },
  });
  const all = libraryDrafts(before, ['X-A', 'x-b']);
  const kept = [cors[1], cors[2]];

  it('change one thing first', () => {
    expect(all.slice(0, 5).map(({ plan }) => plan)).toEqual([
      { ...before.plan, library: { ...library, origins: 'https://a.example, {page}' } },
      { ...before.plan, library: { ...library, methods: 'GET, HEAD, POST, PUT' } },
      { ...before.plan, library: { ...library, headers: 'X-A, x-b' } },
      { ...before.plan, library: { ...library, credentials: true } },
      {
        ...before.plan,
        library,
        preflight: { ...before.plan.preflight, headers: kept },
        response: { ...before.plan.response, headers: kept },
      },
    ]);
  });

  it('and all of them last', () => {
    expect(all).toHaveLength(31);
    expect(all.at(-1)?.plan.library).toEqual({
      ...library,
      origins: 'https://a.example, {page}',
      methods: 'GET, HEAD, POST, PUT',
      headers: 'X-A, x-b',
      credentials: true,
    });
  });

  it('keep the methods that are named', () => {
    const [, second] = libraryDrafts(
      draft({ request: { method: 'PUT' }, library: { ...library, methods: 'PATCH' } }),
      [],
    );
    expect(second?.plan.library?.methods).toBe('PATCH, PUT');
  });

  it('are none without a library', () => {
    expect(libraryDrafts(draft(), []).every(({ plan }) => plan.library === defaultPlan.library)).toBe(true);
  });
});
