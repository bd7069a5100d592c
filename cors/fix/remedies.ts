import type { At, FindingCode, FindingFacts } from '../findings.ts';
import { isHeaderValue } from '../headers.ts';
import type { HeaderLine } from '../http.ts';
import { isToken } from '../methods.ts';
import { sampleFor } from '../sample-answers.ts';
import { originNames, type Redirect } from '../scenario.ts';
import { isNullBodyStatus } from '../status.ts';
import { symbolizeOrigins } from '../symbolic.ts';
import {
  type AnswerName,
  answerChanged,
  type Draft,
  type Failed,
  hasName,
  headerSet,
  isCredentialed,
  listExtended,
  requestChanged,
} from './draft.ts';

/** What each finding asks for; null when there is no sensible change. */
export type Remedies = {
  readonly [C in FindingCode]: (facts: Readonly<FindingFacts[C]>, failed: Failed) => Draft | null;
};

const allowOrigin = 'Access-Control-Allow-Origin';
const allowCredentials = 'Access-Control-Allow-Credentials';
const allowMethods = 'Access-Control-Allow-Methods';
const allowHeaders = 'Access-Control-Allow-Headers';

const answerAt = (at: At): AnswerName => (at === 'preflight' ? 'preflight' : 'response');
const hopOf = ({ messages }: Failed): number => messages.at(-1)?.hop ?? 0;

function redirectsChanged(failed: Failed, change: (redirects: readonly Redirect[]) => readonly Redirect[]): Draft {
  return answerChanged(failed, 'response', { redirects: change(failed.plan.response.redirects) });
}

/** The page asks where the redirects lead. */
function askedDirectly(failed: Failed): Draft | null {
  const named = failed.plan.response.redirects.flatMap(({ to }) => originNames.filter((name) => name === to));
  const last = named.at(-1);
  if (last === undefined) return null;
  return requestChanged(
    redirectsChanged(failed, () => []),
    { target: last },
  );
}

/** For a credentialed request there is no safe value for the origin `null`: one that has another origin asks. */
const askedByAnother = (failed: Failed): Draft | null =>
  failed.request.context === 'sandboxed-iframe'
    ? requestChanged(failed, { context: 'document' })
    : askedDirectly(failed);

/** Allows the origin that asks, and no other where that can be. */
function originAllowed(failed: Failed, at: At, origin: string): Draft | null {
  const where = answerAt(at);
  // No preflight may be redirected, so that is in the way whatever the headers say.
  if (at === 'preflight' && failed.plan.preflight.redirects.length > 0) {
    return answerChanged(failed, 'preflight', { redirects: [] });
  }
  const hop = hopOf(failed);
  // A 3xx without Location is the answer itself, and still one of the plan's redirects.
  const redirect = at === 'preflight' ? undefined : failed.plan.response.redirects[hop];
  if (redirect !== undefined) {
    const opened = redirectsChanged(failed, (all) => all.map((one, i) => (i === hop ? { ...one, cors: true } : one)));
    if (!redirect.cors && opened.plan.response.headers.some(hasName(allowOrigin))) return opened;
    return valueAllowed({ ...failed, ...opened }, where, origin);
  }
  return valueAllowed(failed, where, origin);
}

function valueAllowed(failed: Failed, where: AnswerName, origin: string): Draft | null {
  if (origin === 'null')
    return isCredentialed(failed) ? askedByAnother(failed) : headerSet(failed, where, allowOrigin, '*');
  const lines = failed.plan[where].headers.filter(hasName(allowOrigin));
  const isWritten = lines.some(([, value]) => value === origin);
  const named = isWritten ? origin : symbolizeOrigins(origin, failed.origins);
  const list = lines[0]?.[1].match(/^\{origin in ([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}$/);
  return headerSet(failed, where, allowOrigin, list ? `{origin in ${list[1]} ${named}}` : named);
}

/** What can be read of a list that cannot be read as a whole. */
const tokensOf = (value: string): readonly string[] => value.split(/[\s,;"'()[\]]+/).filter(isToken);

const listRepaired = (failed: Failed, name: string, value: string): Draft =>
  headerSet(failed, 'preflight', name, tokensOf(value).join(', '));

const credentialsAllowed = ({ at }: { readonly at: At }, failed: Failed): Draft =>
  headerSet(failed, answerAt(at), allowCredentials, 'true');

const nothing = (): null => null;
const inCorsMode = (_: unknown, failed: Failed): Draft => requestChanged(failed, { mode: 'cors' });
const following = (_: unknown, failed: Failed): Draft => requestChanged(failed, { redirect: 'follow' });
const endingHere = (_: unknown, failed: Failed): Draft =>
  redirectsChanged(failed, (all) => all.slice(0, Math.min(hopOf(failed), 20)));

/** An answer of the kind that is asked for. A redirect that leads nowhere is one too. */
function usable({ api, because }: FindingFacts['not-usable'], failed: Failed): Draft {
  const { type, body } = sampleFor(api);
  const { status, redirects } = failed.plan.response;
  const typed = because === 'status' ? failed : headerSet(failed, 'response', 'Content-Type', type);
  return answerChanged(typed, 'response', {
    status: because === 'status' || isNullBodyStatus(status) ? 200 : status,
    redirects: redirects.slice(0, hopOf(failed)),
    ...(api === 'image' ? { body } : {}),
  });
}

export const remedies: Remedies = {
  'url-invalid': nothing,
  'url-credentials': nothing,
  'mode-navigate': inCorsMode,
  'only-if-cached-mode': (_, failed) => requestChanged(failed, { cache: 'force-cache' }),
  'method-invalid': nothing,
  'method-forbidden': nothing,
  'no-cors-method': inCorsMode,
  'header-name-invalid': ({ name }, failed) =>
    requestChanged(failed, { headers: failed.request.headers.filter(([other]) => other !== name) }),
  'header-value-invalid': ({ name }, failed) => {
    const headers = failed.request.headers.map(
      (line): HeaderLine => (line[0] === name ? [name, line[1].replace(/[\r\n\0]+/g, ' ').trim()] : line),
    );
    return headers.every(([, value]) => isHeaderValue(value)) ? requestChanged(failed, { headers }) : null;
  },
  'body-with-get': (_, failed) => requestChanged(failed, { method: 'POST' }),
  'bad-port': nothing,
  'mixed-content': nothing,
  'scheme-unsupported': nothing,
  'same-origin-mode': inCorsMode,
  'no-cors-redirect-mode': inCorsMode,
  'not-cached': (_, failed) => requestChanged(failed, { cache: 'force-cache' }),
  'acao-missing': ({ at, origin }, failed) => originAllowed(failed, at, origin),
  'acao-wildcard-credentials': ({ at, origin }, failed) => originAllowed(failed, at, origin),
  'acao-multiple': ({ at, origin }, failed) => originAllowed(failed, at, origin),
  'acao-invalid': ({ at, origin }, failed) => originAllowed(failed, at, origin),
  'acao-mismatch': ({ at, origin }, failed) => originAllowed(failed, at, origin),
  'acac-missing': credentialsAllowed,
  'acac-not-true': credentialsAllowed,
  'preflight-redirect': (_, failed) =>
    answerChanged(
      failed,
      'preflight',
      failed.plan.preflight.redirects.length > 0 ? { redirects: [] } : { status: 204 },
    ),
  'preflight-status': (_, failed) => answerChanged(failed, 'preflight', { status: 204 }),
  'acam-invalid': ({ value }, failed) => listRepaired(failed, allowMethods, value),
  'acah-invalid': ({ value }, failed) => listRepaired(failed, allowHeaders, value),
  'method-not-allowed': ({ method, caseOnly }, failed) =>
    caseOnly && method !== method.toUpperCase()
      ? requestChanged(failed, { method: method.toUpperCase() })
      : listExtended(failed, 'preflight', allowMethods, [method]),
  'header-not-allowed': ({ missing }, failed) => {
    const misplaced = missing.filter((name) => name.startsWith('access-control-'));
    if (misplaced.length === 0) return listExtended(failed, 'preflight', allowHeaders, missing);
    const headers = failed.request.headers.filter(([name]) => !misplaced.includes(name.toLowerCase()));
    return requestChanged(failed, { headers });
  },
  'authorization-not-listed': (_, failed) => listExtended(failed, 'preflight', allowHeaders, ['authorization']),
  'redirect-mode-error': following,
  'redirect-location-invalid': endingHere,
  'redirect-scheme': endingHere,
  'redirect-too-many': endingHere,
  'redirect-userinfo': (_, failed) =>
    redirectsChanged(failed, (all) => all.map((one, i) => (i === hopOf(failed) ? { ...one, userinfo: false } : one))),
  'corp-blocked': inCorsMode,
  'no-answer': nothing,
  'opaque-no-cors': inCorsMode,
  'opaque-redirect': following,
  'opaque-element': inCorsMode,
  'opaque-beacon': nothing,
  'api-missing': (_, failed) => requestChanged(failed, { context: 'document' }),
  'not-usable': usable,
};
