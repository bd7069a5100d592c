import { expect, test } from 'vitest';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest } from '../defaults.ts';
import type { HeaderLine } from '../http.ts';
import type { Origins, Scenario, ScenarioRequest } from '../scenario.ts';
import { serverCode } from './server-code.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};

function codeFor(
  request: Partial<ScenarioRequest>,
  preflight: readonly HeaderLine[] = [],
  response: readonly HeaderLine[] = [],
): Record<string, string> {
  const scenario: Scenario = {
    title: '',
    expect: '',
    requests: [{ ...defaultRequest, ...request }],
    plan: {
      ...defaultPlan,
      preflight: { ...defaultPreflight, headers: preflight },
      response: { ...defaultAnswer, headers: response },
    },
    seen: null,
  };
  return Object.fromEntries(serverCode(scenario, 0, origins).map(({ label, code }) => [label, code]));
}

test('a plain GET', () => {
  expect(codeFor({})).toEqual({
    Express: `import cors from 'cors';

// Before the routes and before any login, so that it answers OPTIONS.
app.use(
  cors({
    origin: 'http://localhost:4000',
  }),
);`,
    nginx: `location /orders {
  add_header Access-Control-Allow-Origin "http://localhost:4000" always;
  # proxy_pass …
}`,
    FastAPI: `from fastapi.middleware.cors import CORSMiddleware

app.add_middleware(
    CORSMiddleware,
    allow_origins=["http://localhost:4000"],
)`,
    Spring: `@Configuration
class CorsConfig implements WebMvcConfigurer {
  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry.addMapping("/orders")
        .allowedOrigins("http://localhost:4000");
  }
}`,
  });
});

test('a PUT with everything', () => {
  const allowed: readonly HeaderLine[] = [
    ['Access-Control-Allow-Origin', '{page}'],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  const code = codeFor(
    {
      method: 'put',
      path: '/orders/42?full=1',
      headers: [['X-Token', 't']],
      body: { type: 'blob', text: '{}', mime: 'application/json' },
      credentials: 'include',
    },
    [
      ...allowed,
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'content-type, x-token'],
      ['Access-Control-Max-Age', '600'],
    ],
    [...allowed, ['Access-Control-Expose-Headers', 'ETag, X-Total-Count']],
  );
  expect(code).toEqual({
    Express: `import cors from 'cors';

// Before the routes and before any login, so that it answers OPTIONS.
app.use(
  cors({
    origin: 'http://localhost:4000',
    exposedHeaders: ['ETag', 'X-Total-Count'],
    credentials: true,
    maxAge: 600,
  }),
);`,
    nginx: `location /orders/42 {
  if ($request_method = OPTIONS) {
    add_header Access-Control-Allow-Origin "http://localhost:4000" always;
    add_header Access-Control-Allow-Credentials "true" always;
    add_header Access-Control-Allow-Methods "PUT" always;
    add_header Access-Control-Allow-Headers "Content-Type, X-Token" always;
    add_header Access-Control-Max-Age "600" always;
    return 204;
  }
  add_header Access-Control-Allow-Origin "http://localhost:4000" always;
  add_header Access-Control-Allow-Credentials "true" always;
  add_header Access-Control-Expose-Headers "ETag, X-Total-Count" always;
  # proxy_pass …
}`,
    FastAPI: `from fastapi.middleware.cors import CORSMiddleware

app.add_middleware(
    CORSMiddleware,
    allow_origins=["http://localhost:4000"],
    allow_methods=["GET", "PUT"],
    allow_headers=["Content-Type", "X-Token"],
    expose_headers=["ETag", "X-Total-Count"],
    allow_credentials=True,
    max_age=600,
)`,
    Spring: `@Configuration
class CorsConfig implements WebMvcConfigurer {
  @Override
  public void addCorsMappings(CorsRegistry registry) {
    registry.addMapping("/orders/42")
        .allowedOrigins("http://localhost:4000")
        .allowedMethods("GET", "HEAD", "POST", "PUT")
        .exposedHeaders("ETag", "X-Total-Count")
        .allowCredentials(true)
        .maxAge(600);
  }
}`,
  });
});

test('a method of one’s own stands beside those that a framework allows by itself', () => {
  const code = codeFor({ method: 'PURGE' });
  expect(code.Express).toContain("methods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'PURGE'],");
  expect(code.FastAPI).toContain('allow_methods=["GET", "PURGE"],');
  expect(code.Spring).toContain('.allowedMethods("GET", "HEAD", "POST", "PURGE");');
});

test('a plan that allows any origin', () => {
  expect(codeFor({}, [], [['Access-Control-Allow-Origin', '*']]).FastAPI).toContain('allow_origins=["*"]');
});

test('the page’s own origin needs no configuration', () => {
  expect(codeFor({ target: 'page' })).toEqual({});
});

test.each([
  ['60', true],
  ['x60', false],
  ['60x', false],
  ['-1', false],
])('a max-age of %s is taken over: %s', (maxAge, isTaken) => {
  const policy: readonly HeaderLine[] = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Max-Age', maxAge],
  ];
  const { Express = '', nginx = '' } = codeFor({ method: 'PUT' }, policy);
  expect(Express.includes('maxAge: 60,')).toBe(isTaken);
  expect(nginx.includes('Access-Control-Max-Age')).toBe(isTaken);
});

test.each([
  ['/a-b/c_d.e', 'location /a-b/c_d.e {'],
  ['/a;b', 'location "/a;b" {'],
  ['/a?b', 'location /a {'],
])('nginx at %s', (path, line) => {
  expect(codeFor({ path }).nginx?.split('\n')[0]).toBe(line);
});

test('there is no code for a request that is not there', () => {
  const scenario: Scenario = { title: '', expect: '', requests: [defaultRequest], plan: defaultPlan, seen: null };
  expect(serverCode(scenario, 1, origins)).toEqual([]);
});
