import type { CauseId } from '#cors';
import { cacheProofs } from './caches.ts';
import { cookieProofs } from './cookies.ts';
import { credentialsProofs } from './credentials.ts';
import { elementProofs } from './elements.ts';
import { errorProofs } from './errors.ts';
import { originProofs } from './origin.ts';
import { pageProofs } from './page.ts';
import { preflightProofs } from './preflight.ts';
import { preflightListProofs } from './preflight-lists.ts';
import type { Proof } from './proof.ts';
import { readingProofs } from './reading.ts';
import { redirectProofs } from './redirects.ts';

/** What each cause of the gallery must show. */
export const proofs: Readonly<Record<CauseId, Proof>> = {
  ...originProofs,
  ...errorProofs,
  ...preflightProofs,
  ...preflightListProofs,
  ...redirectProofs,
  ...credentialsProofs,
  ...cookieProofs,
  ...readingProofs,
  ...pageProofs,
  ...cacheProofs,
  ...elementProofs,
};
