import {
  type AnswerSpec,
  cookie,
  type FindingCode,
  library,
  type Plan,
  type PlanSpec,
  plan,
  type RealBrowser,
  type RequestSpec,
  redirect,
  request,
  type Scenario,
  type ScenarioRequest,
  type Verdict,
} from '#cors';

export { type AnswerSpec, cookie, library, type PlanSpec, type RequestSpec, redirect, request };

/** What one run must show. A field that is left out is not looked at. */
export interface Expected {
  readonly verdict: Verdict;
  /** The finding's code; empty when the response is readable. */
  readonly code: FindingCode | '';
  /** Every request that reaches a server, in order, as `METHOD origin-name path`. */
  readonly wire: readonly string[];
  /** The status that the page reads. */
  readonly status?: number;
  /** The body that the page reads. */
  readonly body?: string;
  /** The header names that the page can read, in lower case and sorted, without those that the connection adds. */
  readonly visible?: readonly string[];
  /** What the server received of these request headers, one value (or null) for each message of `wire`. */
  readonly received?: Readonly<Record<string, readonly (string | null)[]>>;
  /** What it was answered in these response headers, likewise. */
  readonly answered?: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Where a browser departs from the standard, and why. */
export type Departure = Partial<Expected> & { readonly because: string };

/** One press of Run. `expected` is the standard's. */
export interface Run {
  /** Which of the requests; by default the first. */
  readonly request?: number;
  /** The plan from this run on; by default that of the run before. */
  readonly plan?: PlanSpec;
  /** Run only when the page says by itself that a preflight will be needed again. */
  readonly afterExpiry?: true;
  readonly expected: Expected;
  readonly chromium?: Departure;
  readonly firefox?: Departure;
  readonly webkit?: Departure;
}

export interface Case {
  readonly name: string;
  readonly requests: readonly ScenarioRequest[];
  readonly plan: Plan;
  readonly runs: readonly (Omit<Run, 'plan'> & { readonly plan?: Plan })[];
}

type Specified = PlanSpec & {
  readonly name: string;
  readonly request?: RequestSpec;
};

/** A case of one request, run once. */
export const once = ({
  name,
  request: sent,
  preflight,
  response,
  library,
  ...run
}: Specified & Omit<Run, 'plan' | 'request' | 'afterExpiry'>): Case => ({
  name,
  requests: [request(sent)],
  plan: plan({ ...(preflight && { preflight }), ...(response && { response }), ...(library && { library }) }),
  runs: [run],
});

/** A case of several requests, or of several runs. */
export const sequence = ({
  name,
  requests,
  runs,
  ...spec
}: PlanSpec & {
  readonly name: string;
  readonly requests: readonly RequestSpec[];
  readonly runs: readonly Run[];
}): Case => ({
  name,
  requests: requests.map(request),
  plan: plan(spec),
  runs: runs.map(({ plan: changed, ...run }) => (changed ? { ...run, plan: plan(changed) } : run)),
});

/** A departure that all three share. */
export const inEach = (departure: Departure) => ({ chromium: departure, firefox: departure, webkit: departure });

/** What a run must show in this browser. */
export const expectedIn = (browser: RealBrowser, run: Omit<Run, 'plan'>): Expected => ({
  ...run.expected,
  ...run[browser],
});

/** The scenario that a case's link carries for a run. */
export const scenarioOf = ({ name, requests }: Case, current: Plan): Scenario => ({
  title: name,
  expect: '',
  requests,
  plan: current,
  seen: null,
});

type More = Omit<Expected, 'verdict' | 'code' | 'wire'>;
export const readable = (wire: readonly string[], more: More = {}): Expected => ({
  verdict: 'readable',
  code: '',
  wire,
  status: 200,
  ...more,
});
/** Loaded or opened: there is no status to be read. */
export const loaded = (wire: readonly string[], more: More = {}): Expected => ({
  verdict: 'readable',
  code: '',
  wire,
  ...more,
});
export const blocked = (code: FindingCode, wire: readonly string[], more: More = {}): Expected => ({
  verdict: 'blocked',
  code,
  wire,
  ...more,
});
export const opaque = (code: FindingCode, wire: readonly string[], more: More = {}): Expected => ({
  verdict: 'opaque',
  code,
  wire,
  ...more,
});

/** Messages and header lines that many cases share. */
export const get = 'GET same-site /orders';
export const post = 'POST same-site /orders';
export const put = 'PUT same-site /orders';
export const options = 'OPTIONS same-site /orders';
export const anyOrigin = 'Access-Control-Allow-Origin: *';
export const thisPage = 'Access-Control-Allow-Origin: {page}';
export const credentialed = 'Access-Control-Allow-Credentials: true';
