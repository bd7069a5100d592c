import { blocked, get, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

export const originProofs = {
  'no-allow-origin-header': {
    before: [blocked('acao-missing', [get])],
    after: [readable([get])],
  },
} satisfies Record<string, Proof>;
