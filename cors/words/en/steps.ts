import type { Api } from '../../scenario.ts';
import type { StepFacts } from '../../steps.ts';
import type { Detail, StepResult, StepTexts, Tense } from '../language.ts';
import { apiNames, cannotAsk, capital, isElement, needLinks } from './apis.ts';
import { code, codes, links, listed, plain, plural, say, subject } from './text.ts';

const acam = 'Access-Control-Allow-Methods';
const acah = 'Access-Control-Allow-Headers';

interface CorsCheckFacts {
  readonly origin: string;
  readonly value: string | null;
  readonly allowCredentials: string | null;
  readonly credentials: boolean;
}

/** What the CORS check needed and what it found. The origin is looked at first, then the credentials. */
function corsCheck({ origin, value, allowCredentials, credentials }: CorsCheckFacts): readonly Detail[] {
  if (value === origin || (value === '*' && !credentials)) {
    return [
      { label: 'needed', value: '`Access-Control-Allow-Credentials: true`' },
      {
        label: 'received',
        value: received('Access-Control-Allow-Credentials', allowCredentials),
        missing: true,
      },
    ];
  }
  return [
    { label: 'needed', value: code(`Access-Control-Allow-Origin: ${origin}`) },
    {
      label: 'received',
      value: received('Access-Control-Allow-Origin', value),
      missing: true,
    },
  ];
}

const received = (name: string, value: string | null): string =>
  value === null ? 'nothing by that name' : code(`${name}: ${value}`);

const passes = (who: string, result: StepResult): string =>
  `${who} ${result === 'failed' ? 'does not pass' : 'passes'} the CORS check`;

const list = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : listed(names));

const covered = (name: string, allowed: readonly string[]): boolean => allowed.includes(name);

/** One line a step, in the order and the terms of the standard. */
export const steps: StepTexts = {
  'fetch-arguments': (_, result, __, finding, asker) => ({
    text:
      finding?.code === 'api-missing'
        ? cannotAsk(asker)
        : `${capital(apiNames[asker.api])} ${result === 'failed' ? 'does not take these arguments' : 'takes its arguments'}`,
    link: needLinks[asker.api],
  }),
  'may-be-fetched': ({ url }, result) => ({
    text: `${code(url)} ${result === 'failed' ? 'may not be fetched at all' : 'may be fetched'}`,
    link: links.main,
  }),
  origin: ({ target, same, hop, tainted }, _, __, ___, { context }) => ({
    text:
      hop === 0
        ? context === 'sandboxed-iframe'
          ? 'The sandboxed frame’s origin is `null`, which is no server’s, so CORS applies'
          : same
            ? 'Same origin, so CORS does not apply'
            : 'Another origin, so CORS applies'
        : same
          ? tainted
            ? `Redirected back to ${code(target)}, but CORS applies once it has left`
            : `Redirected within ${code(target)}, so CORS does not apply`
          : `Redirected to ${code(target)}, so CORS applies`,
    link: links.main,
  }),
  mode: ({ mode }, result, _, __, { api }) => ({
    text:
      result === 'failed'
        ? `Mode ${code(mode)} does not permit this`
        : mode === 'no-cors'
          ? (noConsent[api] ?? 'Mode `no-cors` needs no consent, and gives no answer to read')
          : `Mode ${code(mode)} permits another origin`,
    link: links.main,
  }),
  'preflight-needed': ({ needed, again, listened, method, methodUnsafe, headers }, _, __, ___, { api }) => {
    const reasons = [...(methodUnsafe ? [method] : []), ...headers];
    const [first = method] = reasons;
    return {
      text: !needed
        ? isElement(api)
          ? `No preflight: ${apiNames[api]} never needs one`
          : `No preflight: ${code(method)} is safelisted, and no header that travels needs one`
        : again
          ? 'Preflighted all the same, although a redirect took away what needed it'
          : listened && reasons.length === 0
            ? 'Needs a preflight: somebody listens to the upload'
            : reasons.length === 1
              ? `Needs a preflight: ${code(first)} is not safelisted`
              : `Needs a preflight: ${reasons.map(code).join(', ')}`,
      link: links.main,
    };
  },
  'preflight-cache': ({ hit }) => ({
    text: hit
      ? 'An earlier preflight answer still counts, so none is sent'
      : 'No earlier preflight answer is kept for this',
    link: links.preflightCache,
  }),
  'preflight-cors-check': (facts, result, _, finding) => {
    if (finding?.code === 'no-answer' && result === 'failed')
      return { text: 'The preflight gets no answer', link: links.preflight };
    return {
      text: passes(result === 'failed' ? 'The preflight answer' : 'Preflight answer', result),
      ...(result === 'failed' ? { details: corsCheck(facts) } : {}),
      link: links.corsCheck,
    };
  },
  'preflight-status': ({ status }, result) => ({
    text:
      result === 'not-reached'
        ? 'Preflight status is in 200–299'
        : `Preflight status ${status} is ${result === 'failed' ? 'not ' : ''}in 200–299`,
    ...(result === 'failed'
      ? {
          details: [
            { label: 'needed', value: '`200` to `299`' },
            { label: 'received', value: `\`${status}\``, missing: true },
          ],
        }
      : {}),
    link: links.preflight,
  }),
  'preflight-lists': ({ methods, headers }, result) => ({
    text: result === 'failed' ? 'A list in its answer is malformed' : 'The lists in its answer are well-formed',
    ...(result === 'failed'
      ? {
          details: [
            ...(methods === null ? [] : [{ label: 'methods', value: code(methods) }]),
            ...(headers === null ? [] : [{ label: 'headers', value: code(headers) }]),
          ],
        }
      : {}),
    link: links.preflight,
  }),
  'preflight-method': ({ method, allowed, safelisted }, result) => ({
    text:
      result === 'failed'
        ? `${code(method)} is not in ${acam}`
        : covered(method, allowed) || (result === 'not-reached' && !safelisted)
          ? `${code(method)} is in ${acam}`
          : safelisted
            ? `${code(method)} is safelisted and need not be listed`
            : `\`*\` in ${acam} covers ${code(method)}`,
    ...(result === 'failed'
      ? {
          details: [
            { label: 'asked for', value: code(method) },
            { label: 'allowed', value: list(allowed) },
            { label: 'missing', value: code(method), missing: true },
          ],
        }
      : {}),
    link: links.preflight,
  }),
  'preflight-headers': ({ requested, allowed }, result) => {
    const names = allowed.map((name) => name.toLowerCase());
    const unlisted = requested.filter((name) => !covered(name.toLowerCase(), names));
    const missing = names.includes('*') && unlisted.includes('authorization') ? ['authorization'] : unlisted;
    if (result === 'failed')
      return {
        text: `${codes(missing)} ${missing.length === 1 ? 'is' : 'are'} not in ${acah}`,
        details: [
          { label: 'asked for', value: list(requested) },
          { label: 'allowed', value: list(allowed) },
          { label: 'missing', value: list(missing), missing: true },
        ],
        link: links.preflight,
      };
    const be = requested.length === 1 ? 'is' : 'are';
    return {
      text:
        requested.length === 0
          ? 'No header needs to be listed'
          : result === 'not-reached' || unlisted.length === 0
            ? `${codes(requested)} ${be} in ${acah}`
            : `\`*\` in ${acah} covers ${codes(unlisted)}`,
      link: links.preflight,
    };
  },
  send: ({ method, hop, cached }, result, tense, finding) => {
    const name = plain(method) || 'request';
    if (result === 'not-reached') return { text: `Send the ${name}`, link: links.http };
    if (result === 'failed') {
      return finding?.code === 'not-cached'
        ? { text: 'The cache has no answer, and the server may not be asked', link: links.cache }
        : { text: `The ${name} gets no answer`, link: links.network };
    }
    if (cached)
      return {
        text: `The cache in front ${say(tense, 'would answer', 'answered')} the ${name}, and not the server`,
        link: links.sharedCache,
      };
    const to = hop > 0 ? ' that it was redirected to' : '';
    return { text: `The ${name} ${say(tense, 'would go', 'went')} to the server${to}`, link: links.http };
  },
  'cors-check': ({ at, hop: _, ...facts }, result) => ({
    text: passes(result === 'not-reached' ? 'Its answer' : at === 'response' ? 'The answer' : subject(at), result),
    ...(result === 'failed' ? { details: corsCheck(facts) } : {}),
    link: links.corsCheck,
  }),
  'corp-check': ({ value }, result) => ({
    text:
      value === null
        ? 'No Cross-Origin-Resource-Policy forbids it'
        : `Cross-Origin-Resource-Policy ${code(value)} ${result === 'failed' ? 'forbids' : 'permits'} it`,
    link: links.corp,
  }),
  redirect: ({ status, location, mode }, result, tense) => {
    const to = location === null ? 'a redirect' : `the redirect to ${code(location)}`;
    const fate =
      result === 'failed'
        ? mode === 'error'
          ? 'is an error in redirect mode `error`'
          : 'cannot be followed'
        : mode === 'manual'
          ? `${say(tense, 'would be', 'was')} handed over unopened`
          : location === null
            ? 'leads nowhere, so it is the answer'
            : `${say(tense, 'would be', 'was')} followed`;
    return { text: result === 'not-reached' ? `Follow ${to}` : `${status}: ${to} ${fate}`, link: links.redirect };
  },
  use: ({ api }, result) => ({
    text: `What came ${result === 'failed' ? 'is of no use to' : 'can be used by'} ${apiNames[api]}`,
    link: needLinks[api],
  }),
  filter: ({ type, visible, total }, result, tense, _, { api }) => {
    const readable = type === 'basic' || type === 'cors';
    if (result === 'not-reached' || api === 'fetch' || api === 'xhr')
      return { text: filterText({ type, visible, total }, result, tense), link: links.filtered };
    if (api === 'beacon') return { text: 'The page is not told of the answer', link: links.beacon };
    return {
      text: `${capital(apiNames[api])} gets the answer, and the page ${readable ? 'may' : 'may not'} look inside`,
      link: links.elements,
    };
  },
};

/** What a request without CORS means to what makes it. */
const noConsent: Readonly<Partial<Record<Api, string>>> = {
  beacon: 'A beacon of this type needs no consent, and gives no answer to read',
  image: 'Without `crossorigin` an image needs no consent, and is not to be read',
  script: 'Without `crossorigin` a script needs no consent, and its errors are muted',
};

function filterText({ type, visible, total }: StepFacts['filter'], result: StepResult, tense: Tense): string {
  if (result === 'not-reached') return 'Give the answer to the page';
  if (type === 'basic') return 'The page reads the whole answer';
  if (type !== 'cors') return 'The page gets an answer in which nothing can be read';
  if (visible === 0) return 'No header is safelisted or exposed';
  // Servers add lines of their own, such as Date, that no plan foretells.
  if (tense === 'would') return `${plural(visible, 'header', 'headers')} would be safelisted or exposed`;
  return `${visible} of ${plural(total, 'header', 'headers')} ${visible === 1 ? 'is' : 'are'} safelisted or exposed`;
}
