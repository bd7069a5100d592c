import type { At, Finding } from './findings.ts';
import type { Api } from './scenario.ts';

/** The decisions that a fetch goes through, in the standard's order, with the facts that each was made from. */
export interface StepFacts {
  /** fetch() took its arguments. Recorded only when it did not. https://fetch.spec.whatwg.org/#dom-global-fetch */
  'fetch-arguments': Record<never, never>;
  /** Bad port, mixed content, scheme. Recorded only when it fails. https://fetch.spec.whatwg.org/#main-fetch */
  'may-be-fetched': { url: string };
  /** Page and target compared, for the first request and again for each redirect (`hop` > 0). `tainted`: it once left. */
  origin: { page: string; target: string; same: boolean; hop: number; tainted: boolean };
  mode: { mode: string };
  /** Why a preflight is needed (or not): the method if it is not safelisted, and the unsafe header names. */
  'preflight-needed': {
    needed: boolean;
    /** It needs none of its own any more, but Firefox goes on asking once it has begun to. */
    again: boolean;
    /** Somebody listens to the upload of an XMLHttpRequest. */
    listened: boolean;
    method: string;
    methodUnsafe: boolean;
    headers: readonly string[];
  };
  /** `expires` and `now` in milliseconds, on the clock passed in. Recorded only when a preflight is needed. */
  'preflight-cache': { hit: boolean; expires: number | null; now: number };
  /** `value` and `allowCredentials`: what the answer has in Access-Control-Allow-Origin and -Credentials. */
  'preflight-cors-check': {
    origin: string;
    value: string | null;
    allowCredentials: string | null;
    credentials: boolean;
  };
  'preflight-status': { status: number };
  'preflight-lists': { methods: string | null; headers: string | null };
  'preflight-method': { method: string; allowed: readonly string[]; safelisted: boolean };
  'preflight-headers': { requested: readonly string[]; allowed: readonly string[] };
  /** `cached`: the cache in front answered, and not the server. */
  send: { method: string; hop: number; cached?: true };
  'cors-check': {
    at: At;
    origin: string;
    value: string | null;
    allowCredentials: string | null;
    credentials: boolean;
    hop: number;
  };
  'corp-check': { value: string | null };
  redirect: { status: number; location: string | null; mode: string; hop: number };
  /** What the page may read: `visible` of `total` header lines. */
  filter: { type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect'; visible: number; total: number };
  /** What asked can use what it got. Recorded only for those that could not use just anything. */
  use: { api: Api; status: number; type: string | null };
}
export type StepCode = keyof StepFacts;

/** `not-reached` steps follow the failed one, so that the reader sees what would have come. */
export type Step = {
  [C in StepCode]: {
    readonly code: C;
    readonly facts: Readonly<StepFacts[C]>;
    readonly result: 'passed' | 'failed' | 'not-reached';
  };
}[StepCode];

/** The finding that a failed step led to, if it is this one. */
export type FailedStep = { readonly step: Step; readonly finding: Finding };
