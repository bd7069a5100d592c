import { readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const preflighted = (path: string) => readable([`OPTIONS same-site ${path}`, `PUT same-site ${path}`]);
const remembered = (path: string) => readable([`PUT same-site ${path}`]);

export const cacheProofs = {
  'stale-preflight': {
    before: [preflighted('/orders/42'), remembered('/orders/42')],
    after: [preflighted('/orders/42'), preflighted('/orders/42')],
  },
  'preflight-every-time': {
    before: [preflighted('/cart'), preflighted('/cart')],
    after: [preflighted('/cart'), remembered('/cart')],
  },
  'preflight-for-every-address': {
    before: [preflighted('/orders/1'), preflighted('/orders/2')],
    after: [preflighted('/orders'), remembered('/orders')],
  },
} satisfies Record<string, Proof>;
