import { getHeader } from '../http.ts';
import { isPotentiallyTrustworthy, parseUrl } from '../origin.ts';
import { allowOrigin, allowsCredentials, type Check, elements, type Situation } from './situation.ts';

/** An origin that no plan names: whoever it is allowed to, anybody is. */
const stranger = 'https://stranger.example';

const reflectsAnyOrigin = ({ askedFrom }: Situation): boolean => allowOrigin(askedFrom(stranger)) === stranger;

export const reflectsAnyOriginWithCredentials: Check = (situation) => {
  const { response, cors, askedFrom } = situation;
  if (!cors || response === null || !reflectsAnyOrigin(situation) || !allowsCredentials(askedFrom(stranger))) return [];
  return [{ code: 'reflects-any-origin-with-credentials', facts: { value: allowOrigin(response.headers) ?? '' } }];
};

export const allowsNull: Check = (situation) => {
  const { cors, askedFrom } = situation;
  const headers = askedFrom('null');
  if (!cors || allowOrigin(headers) !== 'null' || reflectsAnyOrigin(situation)) return [];
  return [{ code: 'allows-null', facts: { credentials: allowsCredentials(headers) } }];
};

export const insecureOriginAllowed: Check = ({ response, cors, call }) => {
  const value = response === null ? null : allowOrigin(response.headers);
  const allowed = value === null ? null : parseUrl(value);
  if (!cors || response === null || value === null || allowed?.scheme !== 'http' || isPotentiallyTrustworthy(allowed))
    return [];
  const isWorthProtecting = allowsCredentials(response.headers) || call.url.startsWith('https:');
  return isWorthProtecting ? [{ code: 'insecure-origin-allowed', facts: { value } }] : [];
};

const variesByOrigin = (situation: Situation): boolean => {
  const { response, askedFrom } = situation;
  const value = response === null ? null : allowOrigin(response.headers);
  return [stranger, null].some((origin) => allowOrigin(askedFrom(origin)) !== value);
};

/** Only answers to GET and HEAD are kept in HTTP caches. */
export const varyOriginMissing: Check = (situation) => {
  const { response, cors, outcome } = situation;
  const value = response === null ? null : allowOrigin(response.headers);
  const method = outcome.messages.at(-1)?.request.method;
  if (!cors || response === null || value === null || (method !== 'GET' && method !== 'HEAD')) return [];
  const vary = elements(response.headers, 'Vary').map((name) => name.toLowerCase());
  const isStored = !/no-store/i.test(getHeader(response.headers, 'Cache-Control') ?? '');
  if (vary.includes('origin') || vary.includes('*') || !isStored || !variesByOrigin(situation)) return [];
  return [{ code: 'vary-origin-missing', facts: { value } }];
};

export const varyPointless: Check = (situation) => {
  const { response, cors } = situation;
  if (!cors || response === null || allowOrigin(response.headers) !== '*' || variesByOrigin(situation)) return [];
  const varies = elements(response.headers, 'Vary').some((name) => name.toLowerCase() === 'origin');
  return varies ? [{ code: 'vary-pointless', facts: {} }] : [];
};
