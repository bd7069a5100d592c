import { choices } from '../ask.ts';
import { defaultRequest } from '../defaults.ts';
import type { HeaderLine } from '../http.ts';
import { normalizeMethod } from '../methods.ts';
import {
  type Answer,
  type Api,
  type Context,
  type CredentialsMode,
  cacheModes,
  limits,
  type OriginName,
  type Plan,
  type Redirect,
  type RedirectMode,
  type RedirectTarget,
  type RequestMode,
  referrerPolicies,
  type Scenario,
  type ScenarioRequest,
} from '../scenario.ts';
import {
  exposures,
  type Lines,
  library,
  listOf,
  maxAges,
  oddStatuses,
  okStatuses,
  otherLines,
  redirect,
  redirects,
  resourcePolicies,
  wrongCredentials,
  wrongLists,
  wrongOrigins,
} from './plan-edges.ts';
import { Random } from './random.ts';
import { methods, requestBody, requestHeaders } from './request-edges.ts';

/**
 * A case of a conformance run: a server that says just what this request needs, of which mostly one or two things are
 * then spoilt. Each number's case stands on its own, so that any of them can be had again from seed and number.
 */
export function generateCase(seed: number, number: number): Scenario {
  const random = new Random(seed, number);
  const path = `/${number}${random.chance(0.04) ? random.pick(oddPaths) : ''}`;
  const alone = request(random, path);
  const more = random.weighted([
    [82, 0],
    [13, 1],
    [5, 2],
  ]);
  const first = more > 0 ? { ...alone, target: nearby(alone.target) } : alone;
  const requests = [first];
  for (let i = 0; i < more; i++) requests.push(anotherRequest(random, requests[i] ?? first));
  const policy = soundPolicy(random, first);
  const spoils = random.weighted([
    [50, 0],
    [35, 1],
    [15, 2],
  ]);
  for (let i = 0; i < spoils; i++) random.weighted(spoilers)(random, policy);
  if (more > 0) {
    // The HTTP cache is not predicted, and would answer a second request.
    policy.more.push(['Cache-Control', 'no-store']);
    policy.redirects = policy.redirects.map((each) => ({ ...each, to: nearby(each.to) }));
  }
  // Chromium goes on following such a redirect after it has told the page that it does not.
  if (requests.some(({ keepalive }) => keepalive)) {
    policy.redirects = policy.redirects.map((each) => ({ ...each, userinfo: false }));
  }
  return {
    title: `Case ${number} of seed ${seed}`,
    expect: '',
    requests,
    plan: planOf(random, policy, first),
    seen: null,
  };
}

const oddPaths = [
  '/',
  '?',
  '?q=1',
  '/%20',
  '?q="<>',
  "?q='{}|^`",
  '/\xfc',
  '/*',
  '/a;b=c',
  '//x',
  `?${'x'.repeat(980)}`,
];

/** Whether Firefox remembers a preflight of 127.0.0.1 depends on when it has last looked that address up. */
const nearby = <Target extends RedirectTarget>(target: Target) => (target === 'cross-site' ? 'same-site' : target);

/** Mostly by fetch() from the document; otherwise with what XMLHttpRequest leaves to choose. */
function request(random: Random, path: string): ScenarioRequest {
  const all = fetchRequest(random, path);
  const api: Api = random.chance(0.75) ? 'fetch' : 'xhr';
  const context = random.weighted<Context>([
    [80, 'document'],
    [10, 'worker'],
    [10, 'sandboxed-iframe'],
  ]);
  if (api === 'fetch') {
    // Chromium tells its Origin there by rules of storage access, which are none of CORS.
    const isHidden = context === 'sandboxed-iframe' && all.mode === 'no-cors';
    return { ...all, context: isHidden ? 'document' : context };
  }
  const chosen = Object.fromEntries(
    Object.entries(all).filter(([field]) => choices[api].some((each) => each === field)),
  );
  const isBodiless = ['GET', 'HEAD'].includes(normalizeMethod(all.method));
  return {
    ...defaultRequest,
    ...chosen,
    api,
    context,
    target: all.target,
    path,
    uploadListener: !isBodiless && random.chance(0.3),
  };
}

function fetchRequest(random: Random, path: string): ScenarioRequest {
  const method = random.weighted<string>(methods);
  const takesBody = !['GET', 'HEAD'].includes(normalizeMethod(method));
  const mode = random.weighted<RequestMode>([
    [80, 'cors'],
    [13, 'no-cors'],
    [6, 'same-origin'],
    [0.5, 'navigate'],
  ]);
  return {
    ...defaultRequest,
    target: random.weighted<OriginName>([
      [42, 'same-site'],
      [30, 'cross-site'],
      [18, 'second'],
      [10, 'page'],
    ]),
    path,
    // Few other methods may be had without CORS.
    method: mode === 'no-cors' && random.chance(0.9) ? random.pick(['GET', 'POST', 'HEAD', 'post']) : method,
    headers: requestHeaders(random),
    body: random.chance(takesBody && mode !== 'no-cors' ? 0.5 : 0.01) ? requestBody(random) : null,
    credentials: random.weighted<CredentialsMode>([
      [45, 'same-origin'],
      [40, 'include'],
      [15, 'omit'],
    ]),
    mode,
    redirect: random.weighted<RedirectMode>([
      [82, 'follow'],
      [9, 'manual'],
      [9, 'error'],
    ]),
    cache: random.chance(0.8) ? 'default' : random.pick(cacheModes),
    referrerPolicy: random.chance(0.75) ? '' : random.pick(referrerPolicies),
    keepalive: random.chance(0.05),
  };
}

/** A further request to the same place, for which an earlier preflight may or may not stand. */
function anotherRequest(random: Random, before: ScenarioRequest): ScenarioRequest {
  return random.weighted<() => ScenarioRequest>([
    [40, () => before],
    [
      12,
      () => ({ ...before, headers: before.headers.map(([name, value]): HeaderLine => [name.toUpperCase(), value]) }),
    ],
    [12, () => ({ ...before, headers: before.headers.slice(1) })],
    [12, () => ({ ...before, headers: [...before.headers, ['X-Trace', '1']] })],
    [12, () => ({ ...before, credentials: before.credentials === 'include' ? 'omit' : 'include' })],
    [12, () => ({ ...before, cache: random.pick(['no-store', 'no-cache', 'reload', 'default']) })],
    [8, () => ({ ...before, method: random.pick(['PUT', 'DELETE', 'HEAD']), body: null, uploadListener: false })],
    [3, () => ({ ...fetchRequest(random, before.path), context: before.context, target: before.target })],
  ])();
}

/** The header lines of both answers, by what they are about; and the rest of the plan. */
interface Policy {
  readonly preflight: {
    origin: Lines;
    credentials: Lines;
    methods: Lines;
    headers: Lines;
    maxAge: Lines;
    status: number;
  };
  readonly response: { origin: Lines; credentials: Lines; expose: Lines; corp: Lines; status: number };
  redirects: readonly Redirect[];
  preflightRedirects: readonly Redirect[];
  readonly more: HeaderLine[];
}

/** What lets this request through, in one of the many ways in which that can be said. */
function soundPolicy(random: Random, { context, mode, credentials, method, headers }: ScenarioRequest): Policy {
  const include = credentials === 'include';
  const page = context === 'sandboxed-iframe' ? 'null' : '{page}';
  const origin = () =>
    random.weighted<Lines>([
      [40, ['{origin}']],
      [15, [page]],
      [8, ['{origin in {second} {page} null}']],
      [4, [' \t{origin} ']],
      [include ? 0 : 40, ['*']],
    ]);
  const permission: Lines = include
    ? ['true']
    : random.weighted<Lines>([
        [70, []],
        [20, ['true']],
        [10, ['false']],
      ]);
  const named = [...new Set(headers.map(([name]) => name))].filter((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name));
  const wildcard = (odds: number) => !include && random.chance(odds);
  const allowedMethods = /^[\w-]+$/.test(method) ? [normalizeMethod(method), 'GET'] : ['GET'];
  return {
    preflight: {
      origin: origin(),
      credentials: permission,
      methods: wildcard(0.25)
        ? ['*']
        : random.weighted<Lines>([
            [60, listOf(random, allowedMethods)],
            [20, ['GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS']],
            [10, ['{requested-method}']],
          ]),
      headers: wildcard(0.25)
        ? listOf(random, ['*', ...named.filter((name) => /^authorization$/i.test(name) && random.chance(0.5))])
        : random.weighted<Lines>([
            [60, listOf(random, [...named, 'Content-Type'])],
            [20, ['{requested-headers}']],
            [10, listOf(random, [...named.map((name) => name.toUpperCase()), 'content-type'])],
          ]),
      maxAge: random.chance(0.5) ? ['600'] : random.pick(maxAges),
      status: random.chance(0.6) ? 204 : random.pick(okStatuses),
    },
    response: {
      origin: origin(),
      credentials: permission,
      expose: random.chance(0.5) ? [] : random.pick(exposures),
      corp: mode === 'no-cors' && random.chance(0.4) ? random.pick(resourcePolicies) : [],
      status: random.chance(0.75) ? 200 : random.pick(okStatuses),
    },
    redirects: redirects(random),
    preflightRedirects: [],
    more: Array.from({ length: random.below(3) }, () => random.pick(otherLines)),
  };
}

const either = (random: Random, { preflight, response }: Policy) => (random.chance(0.5) ? preflight : response);

type Spoiler = (random: Random, policy: Policy) => void;

/** Each makes one thing of the policy such that it may not do. */
const spoilers: readonly (readonly [weight: number, Spoiler])[] = [
  [
    20,
    (random, policy) => {
      either(random, policy).origin = random.pick(wrongOrigins);
    },
  ],
  [
    5,
    (random, policy) => {
      either(random, policy).origin = ['*'];
    },
  ],
  [
    9,
    (random, policy) => {
      either(random, policy).credentials = random.pick(wrongCredentials);
    },
  ],
  [
    9,
    (random, { preflight }) => {
      preflight.methods = random.pick([...wrongLists, ['get, put'], ['*'], ['PUT'], ['Patch']]);
    },
  ],
  [
    10,
    (random, { preflight }) => {
      preflight.headers = random.pick([...wrongLists, ['*'], ['X-Trace'], ['authorization'], ['Content-Type']]);
    },
  ],
  [
    8,
    (random, policy) => {
      policy.preflight.status = random.pick(oddStatuses);
    },
  ],
  [
    9,
    (random, policy) => {
      policy.response.status = random.pick(oddStatuses);
    },
  ],
  [
    6,
    (random, { response }) => {
      response.corp = random.pick(resourcePolicies);
    },
  ],
  [
    5,
    (random, { response }) => {
      response.expose = random.pick(exposures);
    },
  ],
  [
    6,
    (random, policy) => {
      policy.redirects = [...policy.redirects.slice(0, limits.redirects - 1), redirect(random)];
    },
  ],
  [
    2,
    (random, policy) => {
      policy.preflightRedirects = [redirect(random)];
    },
  ],
];

const lines = (random: Random, name: string, values: Lines): HeaderLine[] => {
  const written = random.chance(0.94) ? name : random.pick([name.toLowerCase(), name.toUpperCase()]);
  return values.map((value): HeaderLine => [written, value]);
};

function planOf(random: Random, policy: Policy, { method, headers }: ScenarioRequest): Plan {
  const { preflight, response, more } = policy;
  const misplaced = random.chance(0.05) ? lines(random, 'Access-Control-Allow-Methods', preflight.methods) : [];
  return {
    preflight: answer(preflight.status, '', policy.preflightRedirects, [
      ...lines(random, 'Access-Control-Allow-Origin', preflight.origin),
      ...lines(random, 'Access-Control-Allow-Credentials', preflight.credentials),
      ...lines(random, 'Access-Control-Allow-Methods', preflight.methods),
      ...lines(random, 'Access-Control-Allow-Headers', preflight.headers),
      ...lines(random, 'Access-Control-Max-Age', preflight.maxAge),
    ]),
    response: answer(response.status, random.pick(['{"ok":true}', 'x', '']), policy.redirects, [
      ...(random.chance(0.8) ? [['Content-Type', random.pick(contentTypes)] as const] : []),
      ...lines(random, 'Access-Control-Allow-Origin', response.origin),
      ...lines(random, 'Access-Control-Allow-Credentials', response.credentials),
      ...lines(random, 'Access-Control-Expose-Headers', response.expose),
      ...lines(random, 'Cross-Origin-Resource-Policy', response.corp),
      ...misplaced,
      ...more,
    ]),
    library: random.chance(0.03)
      ? library(random, {
          method,
          headers: headers
            .map(([name]) => name)
            .filter((name) => /^[\w-]+$/.test(name))
            .join(', '),
        })
      : null,
    cache: false,
  };
}

const contentTypes = ['application/json', 'text/plain', 'text/html', 'text/javascript', 'image/png'];

const answer = (
  status: number,
  body: string,
  redirects: readonly Redirect[],
  headers: readonly HeaderLine[],
): Answer => ({ status, headers, body, delay: 0, cookies: [], redirects });
