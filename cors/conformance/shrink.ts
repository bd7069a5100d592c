import { defaultAnswer, defaultPreflight, defaultRequest } from '../defaults.ts';
import type { HeaderLine } from '../http.ts';
import { packScenario } from '../link-format.ts';
import type { Answer, Redirect, Scenario, ScenarioRequest } from '../scenario.ts';

/** How much a scenario says: defaults say nothing. */
export const sizeOf = (scenario: Scenario): number => JSON.stringify(packScenario(scenario)).length;

/**
 * The smallest scenario found that still disagrees, by taking away whatever may go. `mostTries` bounds how often
 * `stillDisagrees` is asked.
 */
export async function shrink(
  scenario: Scenario,
  stillDisagrees: (smaller: Scenario) => Promise<boolean>,
  mostTries = 100,
): Promise<Scenario> {
  let smallest = scenario;
  let tries = 0;
  for (;;) {
    let smaller: Scenario | null = null;
    for (const candidate of smallerThan(smallest)) {
      if (tries === mostTries) return smallest;
      tries += 1;
      if (await stillDisagrees(candidate)) {
        smaller = candidate;
        break;
      }
    }
    if (smaller === null) return smallest;
    smallest = smaller;
  }
}

/** Scenarios that say less than this one, those that leave out most first. */
export function* smallerThan(scenario: Scenario): Iterable<Scenario> {
  const size = sizeOf(scenario);
  for (const candidate of candidates(scenario)) if (sizeOf(candidate) < size) yield candidate;
}

function* candidates(scenario: Scenario): Iterable<Scenario> {
  const { requests, plan } = scenario;
  if (requests.length > 1) for (const rest of withoutOne(requests)) yield { ...scenario, requests: rest };
  if (plan.library !== null) yield { ...scenario, plan: { ...plan, library: null } };
  for (const preflight of simplerAnswers(plan.preflight, defaultPreflight)) {
    yield { ...scenario, plan: { ...plan, preflight } };
  }
  for (const response of simplerAnswers(plan.response, defaultAnswer)) {
    yield { ...scenario, plan: { ...plan, response } };
  }
  for (const [index, request] of requests.entries()) {
    for (const simpler of simplerRequests(request)) yield { ...scenario, requests: requests.with(index, simpler) };
  }
  // A path is everybody's, or the requests would not meet the same preflight any more.
  const { path } = defaultRequest;
  yield { ...scenario, requests: requests.map((request) => ({ ...request, path })) };
}

function* simplerRequests(request: ScenarioRequest): Iterable<ScenarioRequest> {
  for (const headers of simplerLines(request.headers)) yield { ...request, headers };
  for (const field of fields) yield { ...request, [field]: defaultRequest[field] };
  if (request.body !== null) yield { ...request, body: { type: 'text', text: 'x', mime: '' } };
}
const fields = [
  'body',
  'target',
  'method',
  'credentials',
  'mode',
  'redirect',
  'cache',
  'referrerPolicy',
  'keepalive',
] as const;

function* simplerAnswers(answer: Answer, plain: Answer): Iterable<Answer> {
  yield plain;
  yield { ...answer, redirects: [] };
  for (const redirects of withoutOne(answer.redirects)) yield { ...answer, redirects };
  for (const [index, redirect] of answer.redirects.entries()) {
    for (const field of redirectFields) {
      yield { ...answer, redirects: answer.redirects.with(index, { ...redirect, [field]: plainRedirect[field] }) };
    }
  }
  for (const headers of simplerLines(answer.headers)) yield { ...answer, headers };
  yield { ...answer, status: plain.status };
  yield { ...answer, body: plain.body };
}
const plainRedirect: Redirect = { to: 'cross-site', status: 302, cors: true, userinfo: false };
const redirectFields = ['to', 'status', 'cors', 'userinfo'] as const;

function* simplerLines(lines: readonly HeaderLine[]): Iterable<readonly HeaderLine[]> {
  yield* withoutOne(lines);
  for (const [index, [name, value]] of lines.entries()) {
    for (const shorter of shorterTexts(value)) yield lines.with(index, [name, shorter]);
  }
}

/** Without its first or second half; a short one also without any one of its characters. */
function* shorterTexts(text: string): Iterable<string> {
  const half = Math.ceil(text.length / 2);
  yield text.slice(0, half);
  yield text.slice(half);
  if (text.length > 12) return;
  for (let i = 0; i < text.length; i++) yield text.slice(0, i) + text.slice(i + 1);
}

function* withoutOne<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}
