import type { WireRequest } from '../http.ts';
import type { Library, Origins } from '../scenario.ts';
import { resolveOrigins } from '../symbolic.ts';
import type { Draft } from './draft.ts';

/** A library's options with this deployment's origins in place of their tokens. */
export const resolveLibrary = (library: Library, origins: Origins): Library => ({
  ...library,
  origins: resolveOrigins(library.origins, origins),
});

/** What a library makes of the application's answer to this request. */
export function libraryAnswer(_library: Library, _request: WireRequest, answer: Draft): Draft {
  return answer;
}
