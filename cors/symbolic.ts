import { getHeader, type WireRequest } from './http.ts';
import { type OriginName, type Origins, originNames } from './scenario.ts';

const originToken = new RegExp(`\\{(${originNames.join('|')})\\}`, 'g');
/** What `fillTokens` replaces. */
export const requestToken = /\{(?:(origin)|origin in ([^{}]*)|(requested-headers)|(requested-method))\}/g;

/** `{page}`, `{same-site}`, `{cross-site}` and `{second}` replaced by this deployment's serialized origins. */
export function resolveOrigins(text: string, origins: Origins): string {
  return text.replace(originToken, (_, name: OriginName) => origins[name]);
}

/** The inverse: each of this deployment's origins becomes its token, unless it is only a part of a longer origin. */
export function symbolizeOrigins(text: string, origins: Origins): string {
  if (!text.includes('://')) return text;
  const names = new Map(originNames.map((name) => [origins[name], name] as const).toReversed());
  const alternatives = [...names.keys()].map(escapeRegExp);
  const anyOrigin = new RegExp(`(?<![\\w+.-])(?:${alternatives.join('|')})(?![\\w-]|:\\d|\\.\\w)`, 'g');
  return text.replace(anyOrigin, (origin) => `{${names.get(origin) ?? ''}}`);
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * A plan's header value for this request: `{origin}`, `{origin in A B C}`, `{requested-headers}` and
 * `{requested-method}` replaced. Null when one of them has no value, because then the line is not sent.
 */
export function fillTokens(value: string, request: WireRequest): string | null {
  let missing = false;
  const filled = value.replace(
    requestToken,
    (_, origin?: string, list?: string, requestedHeaders?: string, requestedMethod?: string) => {
      const found = tokenValue({ origin, list, requestedHeaders, requestedMethod }, request);
      if (found === null) missing = true;
      return found ?? '';
    },
  );
  return missing ? null : filled;
}

type TokenMatch = Record<'origin' | 'list' | 'requestedHeaders' | 'requestedMethod', string | undefined>;

function tokenValue(match: TokenMatch, request: WireRequest): string | null {
  if (match.requestedHeaders !== undefined) return getHeader(request.headers, 'Access-Control-Request-Headers');
  if (match.requestedMethod !== undefined) return getHeader(request.headers, 'Access-Control-Request-Method');
  const origin = getHeader(request.headers, 'Origin');
  if (match.list === undefined) return origin;
  return match.list.split(/\s/).find((listed) => listed === origin) ?? null;
}
