import { expect, it } from 'vitest';
import { defaultPlan } from './defaults.ts';
import { presets } from './presets.ts';
import type { Plan } from './scenario.ts';

const before: Plan = {
  preflight: { ...defaultPlan.preflight, headers: [['access-control-allow-origin', 'https://old.example']] },
  response: {
    ...defaultPlan.response,
    headers: [
      ['Content-Type', 'application/json'],
      ['Vary', 'Accept-Encoding'],
      ['vary', ' origin'],
      ['Access-Control-Allow-Credentials', 'TRUE'],
    ],
  },
  library: { name: 'express', origins: '*', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  cache: true,
};

it.each([
  ['none', [], []],
  [
    'any',
    [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Methods', '*'],
      ['Access-Control-Allow-Headers', '*, Authorization'],
    ],
    [['Access-Control-Allow-Origin', '*']],
  ],
  [
    'page',
    [
      ['Access-Control-Allow-Origin', '{page}'],
      ['Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
      ['Access-Control-Allow-Headers', '{requested-headers}'],
    ],
    [['Access-Control-Allow-Origin', '{page}']],
  ],
  [
    'credentials',
    [
      ['Access-Control-Allow-Origin', '{page}'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
      ['Access-Control-Allow-Headers', '{requested-headers}'],
    ],
    [
      ['Access-Control-Allow-Origin', '{page}'],
      ['Access-Control-Allow-Credentials', 'true'],
    ],
  ],
  [
    'reflect',
    [
      ['Access-Control-Allow-Origin', '{origin}'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Vary', 'Origin'],
      ['Access-Control-Allow-Methods', '{requested-method}'],
      ['Access-Control-Allow-Headers', '{requested-headers}'],
    ],
    [
      ['Access-Control-Allow-Origin', '{origin}'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Vary', 'Origin'],
    ],
  ],
])('%s replaces every CORS line and the library, and nothing else', (id, preflight, response) => {
  const after = presets.find((preset) => preset.id === id)?.apply(before);
  expect(after?.preflight.headers).toEqual(preflight);
  expect(after?.response.headers).toEqual([
    ['Content-Type', 'application/json'],
    ['Vary', 'Accept-Encoding'],
    ...response,
  ]);
  expect(after?.library).toBeNull();
});
