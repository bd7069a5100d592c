/** What a test asserts, and the cases of ours that assert it too, or why none does. */
export type Group =
  | { readonly asserts: string; readonly coveredBy: readonly string[] }
  | { readonly asserts: string; readonly outOfScope: string };

export interface WptFile {
  /** In web-platform-tests/wpt. A name that ends with `*` stands for several files. */
  readonly path: string;
  /** Which stored copy was read, as repository and commit; empty where none could be. */
  readonly read: string;
  readonly groups: readonly Group[];
}

export const file = (path: string, read: string, ...groups: readonly Group[]): WptFile => ({ path, read, groups });

/**
 * A scenario of e2e/scenarios is named `group › name`, a unit test `file › name`, each as its code has it. A name that
 * ends with `…` stands for all that begin so.
 */
export const covered = (asserts: string, ...coveredBy: readonly string[]): Group => ({ asserts, coveredBy });
export const not = (asserts: string, outOfScope: string): Group => ({ asserts, outOfScope });

export const reasons = {
  https: 'our servers speak HTTP only; the rule compares whole origins',
  httpCache: 'the HTTP cache is not predicted',
  frames: 'needs pages of other origins in frames or windows',
  unload: 'needs a page that goes away while it asks',
  states: 'the states of the object, not CORS',
  events: 'the order of events, not CORS',
  authentication: 'HTTP authentication: no user and password are given to open()',
  referrers:
    'Referrer Policy decides nothing about CORS; our page’s URL is its origin and `/`, so most values look alike',
  streams: 'needs a stream as body, and HTTP/2',
  dataUrl: 'data: URLs are never asked',
  unsent: 'no answer of our server can hold it',
} as const;
