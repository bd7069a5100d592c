import { readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

/** A request that reaches the server with this cookie. */
const sent = (message: string, cookie: string | null) => readable([message], { received: { Cookie: [cookie] } });

export const cookieProofs = {
  'credentials-not-included': {
    before: [sent('POST same-site /login', null), sent('GET same-site /cart', null)],
    after: [readable(['POST same-site /login']), sent('GET same-site /cart', 'session=1')],
  },
  'cookie-not-kept-without-include': {
    before: [sent('POST same-site /auth/token', null), sent('GET same-site /auth/me', null)],
    after: [sent('POST same-site /auth/token', null), sent('GET same-site /auth/me', 'session=1')],
  },
  'cookie-same-site-lax': {
    before: [sent('POST cross-site /login', null), sent('GET cross-site /cart', null)],
    after: [readable(['POST same-site /login']), sent('GET same-site /cart', 'session=1')],
  },
  'cookie-none-without-secure': {
    before: [sent('POST same-site /signin', null), sent('GET same-site /basket', null)],
    after: [sent('POST same-site /signin', null), sent('GET same-site /basket', 'session=1')],
    webkit: {
      before: [sent('POST same-site /signin', null), sent('GET same-site /basket', 'session=1')],
      after: [sent('POST same-site /signin', null), sent('GET same-site /basket', null)],
      because: 'it need not be secure, and a secure one is taken by HTTPS alone',
    },
  },
  'cookie-header-by-hand': {
    before: [sent('POST same-site /signin', null), sent('GET same-site /wishlist', null)],
    after: [sent('POST same-site /signin', null), sent('GET same-site /wishlist', 'session=1')],
  },
  'no-login-prompt': {
    before: [readable(['GET same-site /status'], { status: 401 })],
    after: [
      readable(['OPTIONS same-site /status', 'GET same-site /status'], {
        received: { Authorization: [null, 'Basic YWRhOmxvdmVsYWNl'] },
      }),
    ],
  },
} satisfies Record<string, Proof>;
