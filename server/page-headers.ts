import { type Origins, otherPagePath } from '#cors';

/** Sent with every file of the page. Nothing that would change how the page's own fetches behave, such as COEP. */
export const pageHeaders: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  // The default, said aloud: the Referer of a run depends on it.
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
];

/** The echo plane of each origin, as a content policy names it. */
export const echoSources = (origins: Origins): readonly string[] =>
  [...new Set(Object.values(origins))].map((origin) => `${origin}/e/`);

/**
 * What the page may load and whom it may ask. Scripts come from /assets/; those that the echo plane answers are our own
 * too, whatever a plan says (cors/samples.ts). `inline` are hash sources; `ancestors` says who may frame it.
 * https://www.w3.org/TR/CSP3/
 */
export function contentPolicy(origins: Origins, inline: readonly string[], ancestors: "'none'" | '*'): string {
  const echo = echoSources(origins);
  return [
    "default-src 'none'",
    `script-src ${[`${origins.page}/assets/`, ...echo, ...inline].join(' ')}`,
    `style-src ${origins.page}/assets/`,
    `font-src ${[`${origins.page}/assets/`, ...echo].join(' ')}`,
    `img-src 'self' data: ${echo.join(' ')}`,
    `worker-src ${origins.page}/assets/`,
    `frame-src ${origins.second}${otherPagePath}`,
    "manifest-src 'self'",
    `connect-src ${[...new Set(Object.values(origins))].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** Whether a request's path and query are those of the embed, the one document that pages of any origin may frame. */
export function isEmbed(url: string): boolean {
  const [path, query = ''] = url.split('?', 2);
  return path === '/' && new URLSearchParams(query).has('embed');
}
