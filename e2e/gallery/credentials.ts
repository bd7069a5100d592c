import { blocked, loaded, opaque, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

export const credentialsProofs = {
  'wildcard-with-credentials': {
    before: [blocked('acao-wildcard-credentials', ['GET same-site /cart'])],
    after: [readable(['GET same-site /cart'])],
  },
  'xhr-with-credentials-wildcard': {
    before: [blocked('acao-wildcard-credentials', ['GET same-site /socket.io/info'])],
    after: [readable(['GET same-site /socket.io/info'])],
  },
  'allow-credentials-missing': {
    before: [blocked('acac-missing', ['GET same-site /me'])],
    after: [readable(['GET same-site /me'])],
  },
  'allow-credentials-capital-true': {
    before: [blocked('acac-not-true', ['GET same-site /favourites'])],
    after: [readable(['GET same-site /favourites'])],
  },
  'allow-credentials-not-on-preflight': {
    before: [blocked('acac-missing', ['OPTIONS same-site /cart/3'])],
    after: [readable(['OPTIONS same-site /cart/3', 'DELETE same-site /cart/3'])],
  },
  'wildcard-preflight-with-credentials': {
    before: [blocked('acao-wildcard-credentials', ['OPTIONS same-site /api/notes'])],
    after: [readable(['OPTIONS same-site /api/notes', 'POST same-site /api/notes'])],
  },
  'starlette-wildcard-until-cookie': {
    before: [
      blocked('acao-wildcard-credentials', ['GET same-site /session'], { received: { Cookie: [null] } }),
      readable(['GET same-site /session'], { received: { Cookie: ['session=1'] } }),
    ],
    after: [readable(['GET same-site /session']), readable(['GET same-site /session'])],
  },
  'event-source-with-credentials': {
    before: [blocked('acao-wildcard-credentials', ['GET same-site /events'])],
    after: [loaded(['GET same-site /events'])],
  },
  'beacon-with-json': {
    before: [blocked('acao-wildcard-credentials', ['OPTIONS same-site /collect'])],
    after: [
      opaque('opaque-beacon', ['OPTIONS same-site /collect', 'POST same-site /collect'], {
        received: { 'Content-Type': [null, 'application/json'] },
      }),
    ],
  },
} satisfies Record<string, Proof>;
