import type { Exchange, HeaderLine, WireRequest, WireResponse } from './http.ts';
import type { BrowserState, Observation, PageResult } from './outcome.ts';
import type { Answer, Scenario, ScenarioRequest } from './scenario.ts';
import type { SharedCache } from './shared-cache.ts';

// What people type into a scenario and would not want to give away. By a name that says so, or by a look that few other
// texts have; values that stand for a secret, such as `1` or `<token>`, are none.

/** Something in a scenario, or in what was recorded of it, that looks like a secret. It never holds the secret itself. */
export interface Secret {
  readonly at: 'title' | 'expect' | 'request' | 'preflight' | 'response' | 'wire';
  /** Which of the scenario's requests, counted from 0; 0 for all else. */
  readonly index: number;
  readonly kind: 'header' | 'cookie' | 'parameter' | 'field' | 'text';
  /** Of the header, cookie, parameter or field; empty for a text. */
  readonly name: string;
}

/** What stands in place of every secret, however long it is. */
export const mask = 'masked';

/** Told of each secret that was replaced. */
type Told = (kind: Secret['kind'], name: string) => void;

const placeholder =
  /^(.{0,3}|[x*.…_-]+|<[^<>]*>|\{[\w -]*\}|\$\{?\w+\}?|masked|redacted|hidden|test|example|dummy|change-?me|your\b.*|tokens?|secrets?|passwords?|key|session|null|undefined|true|false)$/i;
const isSecret = (value: string): boolean => !placeholder.test(value.trim());

const telling: ReadonlySet<string> = new Set(
  'token secret password passwd passphrase pwd session sessionid sid apikey accesskey credential credentials jwt csrf xsrf auth signature'.split(
    ' ',
  ),
);
/** Keys that are no secret. */
const openKeys: ReadonlySet<string> = new Set(
  'public idempotency partition primary foreign sort cache surrogate websocket'.split(' '),
);

/** `X-Api-Key`, `api_key` and `apiKey` as their words, in lower case. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '' && word !== 'x');

/** Whether something of this name is likely to be secret. `loneKey`: so is a bare `key`. */
function isTelling(name: string, loneKey = true): boolean {
  const words = wordsOf(name);
  if (words.some((word) => telling.has(word))) return true;
  return words.at(-1) === 'key' && (loneKey || words.length > 1) && !words.some((word) => openKeys.has(word));
}

/** A JSON Web Token, the keys of well-known services, a bearer token in a sentence. */
const known =
  /\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*|\b(?:sk|rk)_(?:live|test)_\w{8,}|\bsk-[\w-]{16,}|\bgh[opsru]_\w{16,}|\bgithub_pat_\w{16,}|\bglpat-[\w-]{16,}|\bxox[abeprs]-[\w-]{8,}|\bA[KS]IA[A-Z\d]{12,}|\bAIza[\w-]{20,}|\bnpm_\w{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|(?<=\bBearer )[\w.~+/-]{12,}=*/g;

/** The password in a URL. */
const password = /(?<=:\/\/[^\s/@:]*:)[^\s/@]+(?=@)/g;

function maskText(text: string, told: Told, kind: Secret['kind'] = 'text', name = ''): string {
  const found = () => {
    told(kind, name);
    return mask;
  };
  return text.replace(known, found).replace(password, (value) => (isSecret(value) ? found() : value));
}

function maskPairs(text: string, separator: string, kind: 'cookie' | 'parameter', told: Told): string {
  return text
    .split(separator)
    .map((pair) => {
      const [, start = '', name = '', value = ''] = /^(\s*([^=]*)=)(.*)$/s.exec(pair) ?? [];
      if (!isSecret(value) || !(kind === 'cookie' || isTelling(decoded(name)))) return pair;
      told(kind, decoded(name));
      return start + mask;
    })
    .join(separator);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}

/** The query and what else in a URL or path looks like a secret. */
function maskUrl(url: string, told: Told): string {
  const at = url.indexOf('?');
  if (at < 0) return maskText(url, told);
  return maskText(url.slice(0, at + 1) + maskPairs(url.slice(at + 1), '&', 'parameter', told), told);
}

const jsonField = /("((?:[^"\\]|\\.)*)"\s*:\s*)("((?:[^"\\]|\\.)*)"|-?\d[\d.eE+-]*)/g;

function maskBody(body: string, told: Told): string {
  const fields = body.replace(jsonField, (all, start: string, name: string, value: string, text?: string) => {
    if (!isTelling(name, false) || !isSecret(text ?? value)) return all;
    told('field', name);
    return `${start}"${mask}"`;
  });
  const isForm = /^[^\s=&{}"]+=[^&]*(&[^\s=&{}"]+=[^&]*)*$/.test(fields);
  return maskText(isForm ? maskPairs(fields, '&', 'parameter', told) : fields, told);
}

/** Headers of CORS itself and of fetch hold names and origins. */
const open = /^(access-control-|sec-fetch-|sec-ch-|vary$|content-type$)/i;

function maskLine([name, value]: HeaderLine, told: Told): HeaderLine {
  const lower = name.toLowerCase();
  if (open.test(name)) return [name, value];
  if (lower === 'cookie') return [name, maskPairs(value, ';', 'cookie', told)];
  if (lower === 'set-cookie') {
    const [pair = '', ...attributes] = value.split(';');
    return [name, [maskPairs(pair, ';', 'cookie', told), ...attributes].join(';')];
  }
  if (lower === 'location' || lower === 'referer') return [name, maskUrl(value, told)];
  const isCredentials = lower === 'authorization' || lower === 'proxy-authorization';
  if (!isCredentials && !isTelling(name)) return [name, maskText(value, told, 'header', name)];
  // The scheme stays, so that it can be reproduced: `Bearer masked`.
  const [, scheme = '', secret = value] = isCredentials ? (/^(\S+\s+)(.*)$/s.exec(value) ?? []) : [];
  if (!isSecret(secret)) return [name, maskText(value, told, 'header', name)];
  told('header', name);
  return [name, scheme + mask];
}

const maskLines = (lines: readonly HeaderLine[], told: Told): readonly HeaderLine[] =>
  lines.map((line) => maskLine(line, told));

type At = (at: Secret['at'], index?: number) => Told;

function maskRequest(request: ScenarioRequest, told: Told): ScenarioRequest {
  const { body } = request;
  return {
    ...request,
    path: maskUrl(request.path, told),
    headers: maskLines(request.headers, told),
    body: body && { ...body, text: maskBody(body.text, told) },
  };
}

function maskAnswer(answer: Answer, told: Told): Answer {
  return {
    ...answer,
    headers: maskLines(answer.headers, told),
    body: maskBody(answer.body, told),
    cookies: answer.cookies.map((cookie) => {
      if (!isSecret(cookie.value)) return cookie;
      told('cookie', cookie.name);
      return { ...cookie, value: mask };
    }),
  };
}

function walk(scenario: Scenario, at: At): Scenario {
  const { title, expect, requests, plan } = scenario;
  return {
    ...scenario,
    title: maskText(title, at('title')),
    expect: maskText(expect, at('expect')),
    requests: requests.map((request, index) => maskRequest(request, at('request', index))),
    plan: {
      ...plan,
      preflight: maskAnswer(plan.preflight, at('preflight')),
      response: maskAnswer(plan.response, at('response')),
    },
  };
}

const nobody: Told = () => undefined;

/** The scenario with `masked` in place of each secret. Names, schemes and attributes stay, so that it still reproduces. */
export const maskScenario = (scenario: Scenario): Scenario => walk(scenario, () => nobody);

/**
 * Each secret once, in the order of the scenario. What was recorded counts where the scenario has no secret of that name,
 * e.g. a cookie that the browser has from somewhere else.
 */
export function findSecrets(scenario: Scenario, exchanges: readonly Exchange[]): readonly Secret[] {
  const found = new Map<string, Secret>();
  const at: At =
    (place, index = 0) =>
    (kind, name) => {
      found.set([place, index, kind, name].join('\n'), { at: place, index, kind, name });
    };
  walk(scenario, at);
  const names = new Set([...found.values()].map(({ name }) => name.toLowerCase()));
  for (const exchange of exchanges) {
    maskExchange(exchange, (kind, name) => names.has(name.toLowerCase()) || at('wire')(kind, name));
  }
  return [...found.values()];
}

function maskExchange(exchange: Exchange, told: Told): Exchange {
  const { request, response } = exchange;
  return { ...exchange, request: maskSent(request, told), response: response && maskReceived(response, told) };
}

const maskSent = (request: WireRequest, told: Told): WireRequest => ({
  ...request,
  url: maskUrl(request.url, told),
  headers: maskLines(request.headers, told),
  body: request.body === null ? null : maskBody(request.body, told),
});

const maskReceived = (response: WireResponse, told: Told): WireResponse => ({
  ...response,
  headers: maskLines(response.headers, told),
  body: maskBody(response.body, told),
});

/** What happened, as if the masked scenario had been run. */
export const maskObservation = (observation: Observation): Observation => ({
  ...observation,
  result: maskResult(observation.result),
  exchanges: observation.exchanges?.map((exchange) => maskExchange(exchange, nobody)) ?? null,
});

function maskResult(result: PageResult): PageResult {
  if (result.kind !== 'response') return result;
  const { url, headers, body } = result;
  return {
    ...result,
    url: maskUrl(url, nobody),
    headers: maskLines(headers, nobody),
    body: body === null ? null : maskBody(body, nobody),
  };
}

/** What the cache in front kept, as if for the masked scenario. */
export const maskCache = (cache: SharedCache): SharedCache =>
  cache.map((stored) => ({
    ...stored,
    url: maskUrl(stored.url, nobody),
    nominated: stored.nominated.map(([name, value]) => [
      name,
      value === null ? null : maskLine([name, value], nobody)[1],
    ]),
    response: maskReceived(stored.response, nobody),
  }));

/** What the browser remembered, by the URLs and cookies of the masked scenario. */
export const maskState = ({ preflights, cookies }: BrowserState): BrowserState => ({
  preflights: preflights.map((entry) => ({ ...entry, url: maskUrl(entry.url, nobody) })),
  cookies: cookies.map((cookie) => (isSecret(cookie.value) ? { ...cookie, value: mask } : cookie)),
});
