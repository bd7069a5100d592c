import { blocked, get, options, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

export const preflightProofs = {
  'preflight-answers-401': {
    before: [blocked('preflight-status', [options])],
    after: [readable([options, get])],
  },
} satisfies Record<string, Proof>;
