import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest, defaultScenario } from './defaults.ts';
import { decodeLink, encodeLink } from './link.ts';
import { dictionary } from './link-format.ts';
import { goldenLinks } from './links.golden.ts';
import { verdicts } from './outcome.ts';
import {
  type Answer,
  apis,
  bodyTypes,
  cacheModes,
  contexts,
  credentialsModes,
  libraryNames,
  limits,
  originNames,
  redirectModes,
  redirectTargets,
  referrerPolicies,
  requestModes,
  type Scenario,
  sameSiteValues,
} from './scenario.ts';

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('{page}', '*', '\ud800', '{"ok":true}'),
);
const planName = fc.constantFrom(
  'Vary',
  'vary',
  'X-Token',
  'Access-Control-Allow-Origin',
  'Content-Type',
  '__proto__',
  '^',
);
const planValue = fc.stringMatching(/^[\t\x20-\x7e\x80-\xff]{0,40}$/);

const answers = fc.record<Answer>({
  status: fc.integer({ min: 200, max: 599 }),
  headers: fc.array(fc.tuple(planName, planValue), { maxLength: 6 }),
  body: anyText,
  delay: fc.integer({ min: 0, max: limits.delay }),
  cookies: fc.array(
    fc.record({
      name: planName,
      value: fc.stringMatching(/^[\w.-]{0,9}$/),
      sameSite: fc.constantFrom(...sameSiteValues),
      secure: fc.boolean(),
      httpOnly: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  redirects: fc.array(
    fc.record({
      to: fc.constantFrom(...redirectTargets),
      status: fc.constantFrom(300, 302, 307, 399),
      cors: fc.boolean(),
      userinfo: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

const scenarios = fc.record<Scenario>({
  title: anyText,
  expect: anyText,
  requests: fc.array(
    fc.record({
      target: fc.constantFrom(...originNames),
      path: fc.stringMatching(/^\/[\w?=&é]{0,20}$/),
      method: anyText,
      headers: fc.array(fc.tuple(anyText, anyText), { maxLength: 4 }),
      body: fc.option(fc.record({ type: fc.constantFrom(...bodyTypes), text: anyText, mime: anyText })),
      credentials: fc.constantFrom(...credentialsModes),
      mode: fc.constantFrom(...requestModes),
      redirect: fc.constantFrom(...redirectModes),
      cache: fc.constantFrom(...cacheModes),
      referrerPolicy: fc.constantFrom(...referrerPolicies),
      keepalive: fc.boolean(),
      api: fc.constantFrom(...apis),
      context: fc.constantFrom(...contexts),
      uploadListener: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  plan: fc.record({
    preflight: fc.oneof(fc.constant(defaultPreflight), answers),
    response: fc.oneof(fc.constant(defaultAnswer), answers),
    library: fc.option(
      fc.record({
        name: fc.constantFrom(...libraryNames),
        origins: planValue,
        methods: planValue,
        headers: planValue,
        expose: planValue,
        credentials: fc.boolean(),
        maxAge: fc.constantFrom('', '0', '-1', '600'),
      }),
    ),
    cache: fc.boolean(),
  }),
  seen: fc.option(
    fc.record({
      browser: fc.string({ maxLength: limits.browserLength }),
      verdict: fc.constantFrom(...verdicts),
      code: fc.constantFrom('', 'acao-missing', 'a-code-of-tomorrow'),
      request: fc.nat({ max: limits.requests - 1 }),
    }),
  ),
});

it('carries every scenario there and back', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const link = encodeLink(scenario);
      expect(link).toMatch(/^1\.[\w-]+$/);
      expect(decodeLink(`#${link}`)).toEqual({ ok: true, scenario, dropped: [] });
    }),
  );
});

it('carries the largest scenario there is', () => {
  const full = '\u0001'.repeat(limits.bodyLength);
  const request = {
    ...defaultRequest,
    headers: Array.from({ length: 4 }, () => ['', '\u0001'.repeat(limits.headerValueLength)] as const),
    body: { type: 'text', text: full, mime: '' } as const,
  };
  const answer = { ...defaultAnswer, body: full };
  const scenario: Scenario = {
    ...defaultScenario,
    requests: Array.from({ length: limits.requests }, () => request),
    plan: { ...defaultPlan, preflight: answer, response: answer },
  };
  expect(decodeLink(encodeLink(scenario))).toEqual({ ok: true, scenario, dropped: [] });
});

const put: Scenario = {
  title: 'A header that the preflight does not allow',
  expect: '',
  requests: [
    {
      ...defaultRequest,
      path: '/orders/42',
      method: 'PUT',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Token', 't-4f81'],
      ],
      body: { type: 'text', text: '{"status":"paid"}', mime: '' },
    },
  ],
  plan: {
    ...defaultPlan,
    preflight: {
      ...defaultPreflight,
      headers: [
        ['Access-Control-Allow-Origin', '{page}'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'content-type'],
      ],
    },
    response: { ...defaultAnswer, headers: [...defaultAnswer.headers, ['Access-Control-Allow-Origin', '{page}']] },
  },
  seen: null,
};

/** Something other than the default in most fields. */
const everything: Scenario = {
  title: 'Alles',
  expect: 'Grüße, 你好',
  requests: [
    {
      target: 'second',
      path: '/a?b=c',
      method: 'patch',
      headers: [['X', '']],
      body: { type: 'blob', text: 'b', mime: 'image/png' },
      credentials: 'omit',
      mode: 'no-cors',
      redirect: 'manual',
      cache: 'reload',
      referrerPolicy: 'origin',
      keepalive: true,
      api: 'fetch',
      context: 'document',
      uploadListener: false,
    },
    defaultRequest,
  ],
  plan: {
    preflight: { ...defaultPreflight, status: 403, body: 'no', delay: 5 },
    response: {
      status: 500,
      headers: [['Vary', '*']],
      body: '',
      delay: 9,
      cookies: [{ name: 'n', value: 'v', sameSite: 'Lax', secure: true, httpOnly: true }],
      redirects: [{ to: 'data-url', status: 303, cors: false, userinfo: true }],
    },
    library: { name: 'hono', origins: 'o', methods: 'm', headers: 'h', expose: 'e', credentials: true, maxAge: '1' },
    cache: true,
  },
  seen: null,
};

/** What every field holds, by its dotted path; the entries of a list count as one. */
function fieldsOf(value: unknown, path = ''): readonly [path: string, json: string][] {
  if (Array.isArray(value)) return value.flatMap((entry) => fieldsOf(entry, path));
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, field]) => fieldsOf(field, `${path}.${name}`));
}

describe('links that were given out are read forever', () => {
  it.each(goldenLinks)('$link', ({ link, scenario }) => {
    expect(decodeLink(link)).toMatchObject({ ok: true, scenario, dropped: [] });
  });

  it('which holds for every field: each has two values or more in cors/links.golden.ts', () => {
    const fields = goldenLinks.flatMap(({ link }) => fieldsOf(decodeLink(link)));
    const paths = [...new Set(fields.map(([path]) => path))].filter((path) => path.startsWith('.scenario.'));
    const valuesOf = (wanted: string) => new Set(fields.flatMap(([path, json]) => (path === wanted ? [json] : [])));
    const holdsOthers = (path: string) => paths.some((other) => other.startsWith(`${path}.`));
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => valuesOf(path).size === 1 && !holdsOthers(path))).toEqual([]);
  });
});

/** A link whose checksum is right, whatever it holds. */
function linkOf(json: string): string {
  const deflated = deflateSync(strToU8(json), { level: 9, dictionary: strToU8(dictionary) });
  let hash = 0x811c9dc5;
  for (const byte of deflated) hash = Math.imul(hash ^ byte, 0x01000193);
  const sum = ((hash >>> 24) ^ hash) & 0xffffff;
  return `1.${Buffer.from([sum >> 16, sum >> 8, sum, ...deflated]).toString('base64url')}`;
}

describe('a link that is no good', () => {
  it.each([
    ['', 'empty'],
    ['#', 'empty'],
    ['#2.abcd', 'version'],
    ['17.anything-at_all', 'version'],
    ['1.', 'broken'],
    ['1.a', 'broken'],
    ['1.abcdefgh', 'broken'],
    ['1.abcd efgh', 'broken'],
    ['verdict', 'broken'],
    ['2.%%%', 'broken'],
  ])('%j is %s', (hash, reason) => {
    expect(decodeLink(hash)).toEqual({ ok: false, reason });
  });

  it('is noticed wherever it was cut', () => {
    const link = encodeLink(put);
    for (let length = 1; length < link.length; length++) {
      expect(decodeLink(link.slice(0, length)), link.slice(0, length)).toEqual({ ok: false, reason: 'broken' });
    }
  });

  it('is noticed whichever character was changed', () => {
    const link = encodeLink(everything);
    for (let at = 2; at < link.length - 1; at++) {
      const changed = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
      expect(decodeLink(changed), changed).toEqual({ ok: false, reason: 'broken' });
    }
  });

  it.each([
    ['is no JSON', '{"t":'],
    ['is nested without end', '['.repeat(100_000)],
    ['inflates without end', JSON.stringify('a'.repeat(9_000_000))],
  ])('is broken when it %s', (_, json) => {
    expect(decodeLink(linkOf(json))).toEqual({ ok: false, reason: 'broken' });
  });

  it.each<[string, string, readonly string[]]>([
    ['an unknown letter', '{"z":1,"t":"kept"}', []],
    ['a bad title', '{"t":1}', ['title']],
    [
      'bad fields in depth',
      '{"p":{"r":{"s":99,"h":["A","1","Date","x","B"]},"l":{"n":"rails"}}}',
      ['plan.response.headers.1', 'plan.response.headers.2', 'plan.response.status', 'plan.library.name'].toSorted(),
    ],
    ['half of what was seen', '{"s":{"b":"Firefox 153","v":"maybe"}}', ['seen']],
    ['what was seen at no request', '{"s":{"b":"Firefox 153","r":-1}}', ['seen']],
    ['a code that is none', '{"s":{"c":"<b>"}}', ['seen']],
    ['lists that are none', '{"r":{"m":"PUT"},"p":[]}', ['plan', 'requests']],
    ['far too many headers', `{"p":{"f":{"h":[${Array(400_000).fill(1)}]}}}`, ['plan.preflight.headers']],
    ['no scenario at all', '7', ['']],
    ['names that objects have of their own', '{"__proto__":{"t":1},"constructor":1,"p":{"toString":1}}', []],
  ])('drops %s and keeps the rest', (_, json, dropped) => {
    const decoded = decodeLink(linkOf(json));
    expect(decoded).toMatchObject({ ok: true });
    expect(decoded.ok && decoded.dropped.toSorted()).toEqual(dropped.toSorted());
  });

  it('never throws', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String().map((text) => `1.${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`),
      fc.json().map(linkOf),
      fc
        .array(fc.constantFrom('{"t":', '"r":[', '{', '}', ']', '1', ',', '"p":', '"h":', '[1,2', '"x"'))
        .map((parts) => linkOf(parts.join(''))),
    );
    fc.assert(
      fc.property(hostile, (hash) => {
        expect(decodeLink(hash)).toHaveProperty('ok');
      }),
    );
  });
});

it('is short', () => {
  expect(`http://localhost:4000/#${encodeLink(put)}`.length).toBeLessThan(100);
  expect(`http://localhost:4000/#${encodeLink(everything)}`.length).toBeLessThan(400);
});
