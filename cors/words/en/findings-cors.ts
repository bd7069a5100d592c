import type { At, CachedFacts, FindingFacts } from '../../findings.ts';
import type { Asker } from '../../outcome.ts';
import type { FindingText, FindingTexts, Tense } from '../language.ts';
import { credentialsOf } from './api-verdicts.ts';
import { withoutCredentials } from './apis.ts';
import { acac, acao, type CorsCheckCode, corsCheckReasons, isRefusal } from './cors-check-reasons.ts';
import { code, links } from './text.ts';

/** What the page must know about an origin of `null`, whose owner it cannot see. */
const nullOrigin =
  'An origin is `null` after a redirect from one foreign origin to another, and for sandboxed pages and local files.';

/** What would allow the origin, in a header whose name `header` stands for. */
function nameOrigin(origin: string, header: string, thenNull: boolean, { context }: Asker): string {
  if (context === 'sandboxed-iframe')
    return `ask from a page that is not sandboxed, or, without credentials, let the server send \`*\` in ${header}.`;
  if (thenNull)
    return `let the redirect and the final answer both send \`*\` in ${header}: after this redirect, the request’s origin is \`null\`. With credentials, let the page ask the final URL directly.`;
  if (origin === 'null')
    return `let the page ask the final URL directly, or, without credentials, let the server send \`*\` in ${header}.`;
  return `let the server name ${code(origin)} in ${header}.`;
}

const inItsAnswer: Readonly<Record<At, string>> = {
  preflight: `${acao} of both its preflight answer and the answer itself`,
  redirect: `${acao} of both the redirect and the final answer`,
  response: 'that header',
};

/** Why an answer without the header is no rare thing. */
function whyMissing(at: At, n: number): string {
  if (isRefusal(at, n))
    return 'A library or gateway that refuses a preflight often leaves out every CORS header. What it refused may be the origin, the method or a header.';
  if (n >= 400)
    return `Error answers need the header too. Servers and proxies often leave it out there, which hides the real error. ${onlyServer}`;
  const reason =
    at === 'response'
      ? 'The browser sent the request first and judged the answer after.'
      : 'Every answer on the way must pass the CORS check, not only the last one.';
  return `${reason} ${onlyServer}`;
}
const onlyServer = 'Only the server can say which origins may read its answers.';

/** Who asked when the kept answer was made. */
const madeFor = ({ madeFor: origin }: CachedFacts): string =>
  origin === null ? 'a request without `Origin`, such as an image’s' : `a request of ${code(origin)}`;

const varyMissing =
  'let the server send `Vary: Origin` with every answer of this URL, so that the cache keeps one for each origin.';
const whyMixedUp = (cached: CachedFacts, origin: string): string =>
  `That answer was made for ${madeFor(cached)}. Unless its \`Vary\` names \`Origin\`, a shared cache hands it to everybody who asks for this URL. The server itself would have allowed ${code(origin)}.`;

/** With what was wrong in front. */
const whole =
  <C extends CorsCheckCode>(
    code: C,
    rest: (facts: Readonly<FindingFacts[C]>, asker: Asker) => Omit<FindingText, 'what'>,
  ) =>
  (facts: Readonly<FindingFacts[C]>, tense: Tense, asker: Asker): FindingText => ({
    what: corsCheckReasons[code](facts, tense, asker),
    ...rest(facts, asker),
  });

/** The CORS check, on whichever answer it failed. https://fetch.spec.whatwg.org/#concept-cors-check */
export const corsFindings = {
  'acao-missing': whole('acao-missing', ({ at, origin, status: n, method, thenNull = false, cached }, asker) => ({
    change: cached?.isCause
      ? varyMissing
      : isRefusal(at, n)
        ? `let the server allow ${code(origin)}, ${code(method)} and every header asked for. Its answer does not say which of them it refused.`
        : nameOrigin(origin, thenNull || origin === 'null' ? acao : inItsAnswer[at], thenNull, asker),
    why: cached?.isCause
      ? whyMixedUp(cached, origin)
      : origin === 'null'
        ? `${nullOrigin} ${onlyServer}`
        : whyMissing(at, n),
    link: links.corsCheck,
  })),
  'acao-wildcard-credentials': whole('acao-wildcard-credentials', ({ origin, thenNull = false }, asker) => ({
    change:
      thenNull || origin === 'null'
        ? asker.context === 'sandboxed-iframe'
          ? `${withoutCredentials(asker)}, or from a page that is not sandboxed.`
          : 'ask without credentials, or let the page ask the final URL directly.'
        : `let the server name ${code(origin)} instead of \`*\` and send ${acac} with \`true\`, or ${withoutCredentials(asker)}.`,
    why: `With credentials, an answer may be private to the person who is logged in, so the server must name who may read it. What counts is that your page asks with ${credentialsOf[asker.api]}, whether or not a cookie was sent.`,
    link: links.corsCheck,
  })),
  'acao-multiple': whole('acao-multiple', ({ origin, lines }) => ({
    change:
      lines > 1
        ? `let only one of application and proxy set the header, to ${code(origin)}.`
        : `let the server send only the one that asks, ${code(origin)}.`,
    why:
      lines > 1
        ? 'Repeated lines are joined with a comma and compared as one value, so even the same origin twice matches nothing.'
        : 'The header is not a list. A server with several origins sends back the one that asks, if it is on its own list, with `Vary: Origin`.',
    link: links.corsCheck,
  })),
  'acao-invalid': whole('acao-invalid', ({ origin, thenNull = false }, asker) => ({
    change: nameOrigin(origin, 'that header', thenNull, asker),
    why: 'An origin is a scheme, a host and, if it is not the default, a port: `https://app.example:8443`. Nothing may be added or left out.',
    link: links.corsCheck,
  })),
  'acao-mismatch': whole('acao-mismatch', ({ origin, thenNull = false, cached }, asker) => ({
    change: cached?.isCause ? varyMissing : nameOrigin(origin, 'that header', thenNull, asker),
    why: cached?.isCause
      ? whyMixedUp(cached, origin)
      : origin === 'null'
        ? `${nullOrigin} The value is compared letter by letter.`
        : 'The value is compared with the request’s origin letter by letter: scheme, host, port, upper and lower case.',
    link: origin === 'null' ? links.serializedOrigin : links.corsCheck,
  })),
  'acac-missing': whole('acac-missing', (_, asker) => ({
    change: `let the server send that header, or ${withoutCredentials(asker)}.`,
    why: 'With credentials, the origin must match exactly and the answer must say `true`, whether or not a cookie was sent. The preflight’s answer must say it too.',
    link: links.corsCheck,
  })),
  'acac-not-true': whole('acac-not-true', (_, asker) => ({
    change: `let the server send exactly \`true\`, once and in lower case, or ${withoutCredentials(asker)}.`,
    why: 'The value is compared letter by letter. `True`, `1` and `true, true` all fail.',
    link: links.corsCheck,
  })),
} satisfies Partial<FindingTexts>;
