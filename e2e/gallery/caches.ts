import { blocked, loaded, opaque, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const preflighted = (path: string) => readable([`OPTIONS same-site ${path}`, `PUT same-site ${path}`]);
const remembered = (path: string) => readable([`PUT same-site ${path}`]);

/** One message each: the Origin that the server or the cache was told, and what the cache did with it. */
const by = (origin: string | null, cache: string) => ({
  received: { Origin: [origin] },
  answered: { 'X-Cache': [cache] },
});
const prices = ['GET same-site /prices'];
const rates = ['GET same-site /rates'];
const photo = ['GET same-site /photos/7.svg'];
const font = ['GET same-site /fonts/brand.ttf'];
const config = ['GET same-site /config.json'];

export const cacheProofs = {
  'vary-origin-missing': {
    before: [readable(prices, by('{page}', 'MISS')), blocked('acao-mismatch', prices, by('{second}', 'HIT'))],
    after: [readable(prices, by('{page}', 'MISS')), readable(prices, by('{second}', 'MISS'))],
  },
  'vary-only-for-allowed': {
    before: [
      blocked('acao-missing', rates, by('{second}', 'MISS')),
      blocked('acao-missing', rates, by('{page}', 'HIT')),
    ],
    after: [blocked('acao-missing', rates, by('{second}', 'MISS')), readable(rates, by('{page}', 'MISS'))],
  },
  'image-then-fetch': {
    before: [opaque('opaque-element', photo, by(null, 'MISS')), blocked('acao-missing', photo, by('{page}', 'HIT'))],
    after: [opaque('opaque-element', photo, by(null, 'MISS')), readable(photo, by('{page}', 'MISS'))],
  },
  'cloudfront-and-s3': {
    before: [opaque('opaque-no-cors', font, by(null, 'MISS')), blocked('acao-missing', font, by('{page}', 'HIT'))],
    after: [opaque('opaque-no-cors', font, by(null, 'MISS')), loaded(font, by('{page}', 'HIT'))],
    webkit: {
      before: [opaque('opaque-no-cors', font, by(null, 'MISS')), loaded(font, by(null, 'HIT'))],
      after: [opaque('opaque-no-cors', font, by(null, 'MISS')), loaded(font, by(null, 'HIT'))],
      because: 'WebKit asks for fonts in mode no-cors.',
    },
  },
  'cdn-keeps-old-answer': {
    before: [
      blocked('acao-missing', config, by('{page}', 'MISS')),
      blocked('acao-missing', config, by('{page}', 'HIT')),
    ],
    after: [readable(config, by('{page}', 'MISS')), readable(config, by('{page}', 'HIT'))],
  },
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
