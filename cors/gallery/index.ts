import { preflightCacheCauses } from './caches.ts';
import type { Cause } from './cause.ts';
import { cookieCauses } from './cookies.ts';
import { credentialsCauses } from './credentials.ts';
import { elementCauses } from './elements.ts';
import { errorCauses } from './errors.ts';
import { originCauses } from './origin.ts';
import { malformedOriginCauses } from './origin-malformed.ts';
import { nullOriginCauses } from './origin-null.ts';
import { openOriginCauses } from './origin-open.ts';
import { otherOriginCauses } from './origin-other.ts';
import { pageCauses } from './page.ts';
import { preflightCauses } from './preflight.ts';
import { preflightHeaderCauses } from './preflight-headers.ts';
import { preflightMethodCauses } from './preflight-methods.ts';
import { readingCauses } from './reading.ts';
import { redirectCauses } from './redirects.ts';
import { sharedCacheCauses } from './shared-cache.ts';

const causes = [
  ...originCauses,
  ...otherOriginCauses,
  ...malformedOriginCauses,
  ...nullOriginCauses,
  ...openOriginCauses,
  ...errorCauses,
  ...preflightCauses,
  ...preflightHeaderCauses,
  ...preflightMethodCauses,
  ...credentialsCauses,
  ...cookieCauses,
  ...readingCauses,
  ...redirectCauses,
  ...sharedCacheCauses,
  ...preflightCacheCauses,
  ...pageCauses,
  ...elementCauses,
] as const;
export type CauseId = (typeof causes)[number]['id'];

/** Every cause, in the order of the gallery. */
export const gallery: readonly Cause<CauseId>[] = causes;

export const findCause = (id: string): Cause<CauseId> | undefined => gallery.find((each) => each.id === id);
