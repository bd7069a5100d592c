import * as v from 'valibot';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest } from './defaults.ts';
import type { HeaderLine } from './http.ts';
import { verdicts } from './outcome.ts';
import { cookieProblem, headerNameProblem, headersSizeProblem, headerValueProblem, pathProblem } from './problems.ts';
import {
  type Answer,
  apis,
  bodyTypes,
  type Cookie,
  cacheModes,
  contexts,
  credentialsModes,
  libraryNames,
  limits,
  originNames,
  type Plan,
  redirectModes,
  redirectTargets,
  referrerPolicies,
  requestModes,
  type Scenario,
  sameSiteValues,
} from './scenario.ts';

/** `path` is dotted, e.g. `response.headers.2`; `message` goes on from it: "must be …". */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly path: string; readonly message: string };

/** A plan as the control API takes it: missing fields take their defaults, unknown ones are left out. */
export const parsePlan = (input: unknown): Parsed<Plan> => strict(planSchema, input);

/** A scenario, as strictly as parsePlan. */
export const parseScenario = (input: unknown): Parsed<Scenario> => strict(scenarioSchema, input);

/** A scenario in which every bad field is left out, so that its default stands; `dropped` holds their dotted paths. */
export function parseScenarioLeniently(input: unknown): { scenario: Scenario; dropped: readonly string[] } {
  const dropped = new Set<string>();
  let rest: unknown = structuredClone(input);
  for (;;) {
    const result = v.safeParse(scenarioSchema, rest);
    if (result.success) return { scenario: result.output, dropped: [...dropped] };
    const paths = result.issues.map((issue) => (issue.path ?? []).map((item) => item.key));
    const bad = new Map(paths.map((path) => [path.join('.'), path]));
    // From the last to the first, so that removing a list's entry leaves the earlier paths true.
    for (const [name, path] of [...bad].toReversed()) {
      dropped.add(name);
      if (path.length === 0) rest = {};
      else remove(rest, path);
    }
  }
}

function remove(parent: unknown, [key, ...deeper]: readonly unknown[]): void {
  if (typeof parent !== 'object' || parent === null || (typeof key !== 'string' && typeof key !== 'number')) return;
  if (deeper.length > 0) remove(Reflect.get(parent, key), deeper);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

function strict<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Parsed<T> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  return { ok: false, path: v.getDotPath(issue) ?? '', message: issue.message };
}

/** A check that says itself what is wrong, or null. */
const sound = <T>(problem: (value: T) => string | null) =>
  v.check<T, (issue: v.CheckIssue<T>) => string>(
    (value) => problem(value) === null,
    (issue) => problem(issue.input) ?? '',
  );

const text = (max: number) =>
  v.pipe(v.string('must be text'), v.maxLength(max, `must be at most ${max} characters long`));
const flag = v.boolean('must be true or false');
const whole = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
};
const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `must be one of ${options.map((option) => option || '(empty)').join(', ')}`);
/** The length first: a hostile list must not be answered with as many complaints as it has entries. */
const list = <T>(entry: v.GenericSchema<unknown, T>, max: number) =>
  v.pipe(
    v.array(v.unknown(), 'must be a list'),
    v.maxLength(max, `must have at most ${max} entries`),
    v.array(entry, 'must be a list'),
  );
const record = <T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), 'must be an object'),
    v.object(entries, 'must be an object'),
  );

/** A line is judged as a whole: without its name or its value it is no use to anybody. */
const line = v.custom<HeaderLine>(
  (input) => Array.isArray(input) && input.length === 2 && input.every((part) => typeof part === 'string'),
  'must be a name and a value',
);

const requestSchema = record({
  api: v.optional(oneOf(apis), defaultRequest.api),
  context: v.optional(oneOf(contexts), defaultRequest.context),
  target: v.optional(oneOf(originNames), defaultRequest.target),
  path: v.optional(v.pipe(text(limits.pathLength), sound(pathProblem)), defaultRequest.path),
  method: v.optional(text(limits.headerNameLength), defaultRequest.method),
  headers: v.optional(v.pipe(list(line, limits.headers), sound<HeaderLine[]>(headersSizeProblem)), [
    ...defaultRequest.headers,
  ]),
  body: v.optional(
    v.nullable(
      record({
        type: v.optional(oneOf(bodyTypes), 'text'),
        text: v.optional(text(limits.bodyLength), ''),
        mime: v.optional(text(limits.headerNameLength), ''),
      }),
    ),
    defaultRequest.body,
  ),
  credentials: v.optional(oneOf(credentialsModes), defaultRequest.credentials),
  mode: v.optional(oneOf(requestModes), defaultRequest.mode),
  redirect: v.optional(oneOf(redirectModes), defaultRequest.redirect),
  cache: v.optional(oneOf(cacheModes), defaultRequest.cache),
  referrerPolicy: v.optional(oneOf(referrerPolicies), defaultRequest.referrerPolicy),
  keepalive: v.optional(flag, defaultRequest.keepalive),
  uploadListener: v.optional(flag, defaultRequest.uploadListener),
});

const planLine = v.pipe(
  line,
  sound(([name, value]) => headerNameProblem(name) ?? headerValueProblem(value)),
);

const cookieSchema = v.pipe(
  record({
    name: v.optional(text(limits.headerNameLength), ''),
    value: v.optional(text(limits.headerValueLength), ''),
    sameSite: v.optional(oneOf(sameSiteValues), ''),
    secure: v.optional(flag, false),
    httpOnly: v.optional(flag, false),
  }),
  sound<Cookie>(cookieProblem),
);

const redirectSchema = record({
  to: v.optional(oneOf(redirectTargets), 'cross-site'),
  status: v.optional(whole(300, 399), 302),
  cors: v.optional(flag, true),
  userinfo: v.optional(flag, false),
});

const answerSchema = (defaults: Answer) =>
  record({
    status: v.optional(whole(200, 599), defaults.status),
    headers: v.optional(v.pipe(list(planLine, limits.headers), sound<HeaderLine[]>(headersSizeProblem)), [
      ...defaults.headers,
    ]),
    body: v.optional(text(limits.bodyLength), defaults.body),
    delay: v.optional(whole(0, limits.delay), defaults.delay),
    cookies: v.optional(list(cookieSchema, limits.cookies), []),
    redirects: v.optional(list(redirectSchema, limits.redirects), []),
  });

const option = v.optional(v.pipe(text(limits.headerValueLength), sound(headerValueProblem)), '');

const librarySchema = record({
  name: v.optional(oneOf(libraryNames), 'express'),
  origins: option,
  methods: option,
  headers: option,
  expose: option,
  credentials: v.optional(flag, false),
  maxAge: v.optional(
    v.pipe(v.string('must be text'), v.regex(/^(-?\d{1,10})?$/, 'must be whole seconds or empty')),
    '',
  ),
});

const planSchema = record({
  preflight: v.optional(answerSchema(defaultPreflight), defaultPreflight),
  response: v.optional(answerSchema(defaultAnswer), defaultAnswer),
  library: v.optional(v.nullable(librarySchema), null),
  cache: v.optional(flag, false),
});

const seenSchema = record({
  browser: v.optional(text(limits.browserLength), ''),
  verdict: v.optional(oneOf(verdicts), 'blocked'),
  code: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{0,40}$/)), ''),
  request: v.optional(whole(0, limits.requests - 1), 0),
});

const scenarioSchema = record({
  title: v.optional(text(limits.titleLength), ''),
  expect: v.optional(text(limits.expectLength), ''),
  requests: v.optional(v.pipe(list(requestSchema, limits.requests), v.minLength(1, 'must have at least one entry')), [
    defaultRequest,
  ]),
  plan: v.optional(planSchema, defaultPlan),
  // As a whole: half of what somebody saw is something else.
  seen: v.optional(
    v.nullable(
      v.pipe(
        v.unknown(),
        v.check((input) => v.is(seenSchema, input), 'must be what was seen'),
        seenSchema,
      ),
    ),
    null,
  ),
});
