import type { CauseId } from '#cors';
import { originProofs } from './origin.ts';
import { preflightProofs } from './preflight.ts';
import { preflightListProofs } from './preflight-lists.ts';
import type { Proof } from './proof.ts';

/** What each cause of the gallery must show. */
export const proofs: Readonly<Record<CauseId, Proof>> = {
  ...originProofs,
  ...preflightProofs,
  ...preflightListProofs,
};
