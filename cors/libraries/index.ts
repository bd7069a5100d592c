import type { WireRequest } from '../http.ts';
import type { Library, LibraryName, Origins } from '../scenario.ts';
import { resolveOrigins } from '../symbolic.ts';
import { type Draft, type LibraryKind, readRequest } from './draft.ts';
import { jub0bs, rsCors } from './go.ts';
import { express, fastify, hono } from './node.ts';
import { nginx, tower } from './others.ts';
import { django, starlette } from './python.ts';
import { spring } from './spring.ts';

/** Every library that a plan can name. */
export const libraries: Readonly<Record<LibraryName, LibraryKind>> = {
  express,
  fastify,
  hono,
  starlette,
  django,
  spring,
  'rs-cors': rsCors,
  jub0bs,
  tower,
  nginx,
};

/** A library with the options to begin with. */
export const defaultLibrary = (name: LibraryName): Library => ({ name, ...libraries[name].defaults });

/** A library's options with this deployment's origins in place of their tokens. */
export const resolveLibrary = (library: Library, origins: Origins): Library => ({
  ...library,
  origins: resolveOrigins(library.origins, origins),
});

/** What a library, its origins resolved, makes of the application's answer to this request. */
export const libraryAnswer = (library: Library, request: WireRequest, answer: Draft): Draft =>
  libraries[library.name].apply(library, readRequest(request), answer);
