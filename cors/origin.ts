/** A parsed absolute URL. https://url.spec.whatwg.org/#concept-url */
export interface ParsedUrl {
  readonly href: string;
  /** Without the fragment, as `response.url` tells it. */
  readonly document: string;
  /** Without the colon. */
  readonly scheme: string;
  /** Serialized; `null` when opaque. */
  readonly origin: string;
  /** Without port; IPv6 in brackets. */
  readonly host: string;
  /** Empty when it is the scheme's default. */
  readonly port: string;
  readonly path: string;
  readonly userinfo: boolean;
  /** As it crosses the wire: without userinfo or fragment. */
  readonly wire: string;
}

// Parsing costs more than every other rule together, and the same few URLs come again and again.
const parsed = new Map<string, ParsedUrl | null>();
const mostParsed = 256;
const longestParsed = 4096;

/** Parses an absolute URL, or one relative to `base`; null when that fails. */
export function parseUrl(text: string, base?: string): ParsedUrl | null {
  if (base !== undefined || text.length > longestParsed) return parse(text, base);
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const url = parse(text, undefined);
  parsed.set(text, url);
  return url;
}

function parse(text: string, base: string | undefined): ParsedUrl | null {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return null;
  }
  const { href, origin, pathname } = url;
  const fragment = href.indexOf('#');
  const document = fragment < 0 ? href : href.slice(0, fragment);
  const scheme = url.protocol.slice(0, -1);
  return {
    href,
    document,
    scheme,
    origin,
    host: url.hostname,
    port: url.port,
    path: pathname,
    userinfo: url.username !== '' || url.password !== '',
    // Not `search`, which knows no empty query.
    wire: isHttpScheme(scheme) ? origin + document.slice(document.indexOf('/', scheme.length + 3)) : document,
  };
}

export function isHttpScheme(scheme: string): boolean {
  return scheme === 'http' || scheme === 'https';
}

/** The serialized origin of a URL, `null` (the text) when opaque, or null when the URL does not parse. */
export function originOf(url: string): string | null {
  return parseUrl(url)?.origin ?? null;
}

/** Of two serialized origins. An opaque one is same origin with nothing that a URL can name. */
export function isSameOrigin(a: string, b: string): boolean {
  return a === b && a !== 'null';
}

/** Of two serialized origins, scheme included: https://html.spec.whatwg.org/#same-site */
export function isSameSite(a: string, b: string): boolean {
  return schemeOf(a) === schemeOf(b) && isSchemelesslySameSite(a, b);
}

/**
 * Of two serialized origins: https://html.spec.whatwg.org/#schemelessly-same-site
 * There is no public suffix list here: two domains are of one site when their last two labels are the same. That is
 * wrong below suffixes of two labels (`a.co.uk` and `b.co.uk`), and right for every origin that a deployment names.
 */
export function isSchemelesslySameSite(a: string, b: string): boolean {
  if (a === 'null' || b === 'null') return false;
  const hostA = hostOf(a);
  const hostB = hostOf(b);
  if (hostA === hostB) return true;
  const siteA = lastTwoLabels(hostA);
  return siteA !== null && siteA === lastTwoLabels(hostB);
}

/** Hosts that name this very machine, in the notation of a serialized URL. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || isLoopbackAddress(host);
}

/** https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy */
export function isPotentiallyTrustworthy(url: { readonly scheme: string; readonly host: string }): boolean {
  return url.scheme === 'https' || url.scheme === 'wss' || isLoopbackHost(url.host);
}

/** https://fetch.spec.whatwg.org/#bad-port */
export function isBadPort(port: string): boolean {
  return badPorts.has(port);
}

function schemeOf(origin: string): string {
  return origin.slice(0, Math.max(0, origin.indexOf(':')));
}

function hostOf(origin: string): string {
  const start = origin.indexOf('://') + 3;
  const colon = origin.lastIndexOf(':');
  return colon >= start && !origin.endsWith(']') ? origin.slice(start, colon) : origin.slice(start);
}

function lastTwoLabels(host: string): string | null {
  return isIPv4(host) ? null : host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}

const isIPv4 = (host: string): boolean => /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
const isLoopbackAddress = (host: string): boolean => host.startsWith('127.') && isIPv4(host);

const badPorts: ReadonlySet<string> = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 ' +
    '135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 ' +
    '995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);
