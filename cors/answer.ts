import { answerThrough } from './answer-through.ts';
import type { WireRequest, WireResponse } from './http.ts';
import { libraryAnswer, resolveLibrary } from './libraries/index.ts';
import type { Origins, Plan } from './scenario.ts';

/** What the echo server answers to a request: the very lines that cross the wire, short of the connection's own. */
export const answer = (plan: Plan, request: WireRequest, origins: Origins): WireResponse =>
  answerThrough(
    (library, asked, draft) => libraryAnswer(resolveLibrary(library, origins), asked, draft),
    plan,
    request,
    origins,
  );
