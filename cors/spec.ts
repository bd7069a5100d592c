import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest, defaultScenario } from './defaults.ts';
import type { HeaderLine } from './http.ts';
import type {
  Answer,
  Cookie,
  Library,
  LibraryName,
  Plan,
  Redirect,
  RedirectTarget,
  RequestBody,
  Scenario,
  ScenarioRequest,
} from './scenario.ts';

// Scenarios as one writes them down: only what is not the default is said.

/** A request short of its defaults; headers as `Name: value`, a text body as it is. */
export interface RequestSpec extends Partial<Omit<ScenarioRequest, 'headers' | 'body'>> {
  readonly headers?: readonly string[];
  readonly body?: string | RequestBody;
}
/** An answer short of its defaults; `lines` are added to the default answer's headers. */
export interface AnswerSpec extends Partial<Pick<Answer, 'status' | 'body' | 'redirects' | 'delay'>> {
  readonly lines?: readonly string[];
  /** In place of the default answer's Content-Type. */
  readonly type?: string;
  readonly cookies?: readonly Cookie[];
}
export interface PlanSpec extends Partial<Omit<Plan, 'preflight' | 'response'>> {
  readonly preflight?: AnswerSpec;
  readonly response?: AnswerSpec;
}
export interface ScenarioSpec extends PlanSpec {
  /** By default the plainest one. */
  readonly requests?: readonly RequestSpec[];
}

const line = (text: string): HeaderLine => {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1).replace(/^ /, '')];
};

export const request = ({ headers = [], body, ...rest }: RequestSpec = {}): ScenarioRequest => ({
  ...defaultRequest,
  ...rest,
  headers: headers.map(line),
  body: typeof body === 'string' ? { type: 'text', text: body, mime: '' } : (body ?? null),
});

const answer = (base: Answer, { lines = [], type, ...rest }: AnswerSpec = {}): Answer => ({
  ...base,
  ...rest,
  headers: [...(type === undefined ? base.headers : [line(`Content-Type: ${type}`)]), ...lines.map(line)],
});

export const plan = ({ preflight, response, ...rest }: PlanSpec = {}): Plan => ({
  ...defaultPlan,
  ...rest,
  preflight: answer(defaultPreflight, preflight),
  response: answer(defaultAnswer, response),
});

/** The scenario of this title. */
export const scenario = (title: string, { requests = [{}], ...rest }: ScenarioSpec = {}): Scenario => ({
  ...defaultScenario,
  title,
  requests: requests.map(request),
  plan: plan(rest),
});

export const redirect = (to: RedirectTarget, more: Partial<Redirect> = {}): Redirect => ({
  to,
  status: 302,
  cors: true,
  userinfo: false,
  ...more,
});

/** A cookie from `name=value`. */
export const cookie = (text: string, more: Partial<Cookie> = {}): Cookie => {
  const equals = text.indexOf('=');
  return {
    name: text.slice(0, equals),
    value: text.slice(equals + 1),
    sameSite: '',
    secure: false,
    httpOnly: false,
    ...more,
  };
};

export const library = (name: LibraryName, more: Partial<Library> = {}): Library => ({
  name,
  origins: '',
  methods: '',
  headers: '',
  expose: '',
  credentials: false,
  maxAge: '',
  ...more,
});
