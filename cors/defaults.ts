import type { Answer, Plan, Scenario, ScenarioRequest } from './scenario.ts';

// A link leaves out whatever equals these values, so changing one of them changes what old links mean.

/** `fetch('…/orders')`, with nothing else said. */
export const defaultRequest: ScenarioRequest = {
  api: 'fetch',
  context: 'document',
  target: 'same-site',
  path: '/orders',
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

/** A little JSON, and no word about CORS. */
export const defaultAnswer: Answer = {
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: '{"ok":true}',
  delay: 0,
  cookies: [],
  redirects: [],
};

export const defaultPreflight: Answer = { status: 204, headers: [], body: '', delay: 0, cookies: [], redirects: [] };

export const defaultPlan: Plan = { preflight: defaultPreflight, response: defaultAnswer, library: null, cache: false };

/** What a first visit opens with. */
export const defaultScenario: Scenario = {
  title: 'The server says nothing about CORS',
  expect: '',
  requests: [defaultRequest],
  plan: defaultPlan,
  seen: null,
};
