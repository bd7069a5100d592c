import type { Link } from '../words/language.ts';

// What many causes are written with.

export const thisPage = 'Access-Control-Allow-Origin: {page}';
export const anyOrigin = 'Access-Control-Allow-Origin: *';
export const credentialed = 'Access-Control-Allow-Credentials: true';
export const allowMethods = (list: string): string => `Access-Control-Allow-Methods: ${list}`;
export const allowHeaders = (list: string): string => `Access-Control-Allow-Headers: ${list}`;
export const exposeHeaders = (list: string): string => `Access-Control-Expose-Headers: ${list}`;

/** A section of the Fetch standard. */
export const fetchStandard = (label: string, anchor: string): Link => ({
  label: `Fetch: ${label}`,
  href: `https://fetch.spec.whatwg.org/#${anchor}`,
});

export const corsCheck = fetchStandard('CORS check', 'concept-cors-check');

/** One of MDN's pages about Firefox's messages. */
export const mdnError = (reason: string, name: string): Link => ({
  label: `MDN: ${reason}`,
  href: `https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS/Errors/${name}`,
});

/** One of MDN's pages about a header. */
export const mdnHeader = (name: string): Link => ({
  label: `MDN: ${name}`,
  href: `https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/${name}`,
});

/** An issue or a pull request on GitHub. */
export const issue = (repository: string, number: number): Link => ({
  label: `${repository}#${number}`,
  href: `https://github.com/${repository}/issues/${number}`,
});
