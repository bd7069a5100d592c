import { apis } from './apis.ts';
import { cache } from './cache.ts';
import type { Case } from './case.ts';
import { contexts } from './contexts.ts';
import { cookies } from './cookies.ts';
import { credentials } from './credentials.ts';
import { exposure } from './exposure.ts';
import { libraries } from './libraries.ts';
import { modes } from './modes.ts';
import { preflighted } from './preflighted.ts';
import { redirects } from './redirects.ts';
import { safelist } from './safelist.ts';
import { sharedCache } from './shared-cache.ts';
import { simple } from './simple.ts';
import { wpt } from './wpt.ts';

/** Every scenario that both browsers prove, by what it is about. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  simple,
  preflighted,
  safelist,
  credentials,
  exposure,
  redirects,
  modes,
  cache,
  cookies,
  libraries,
  apis,
  contexts,
  'shared-cache': sharedCache,
  ...wpt,
};
