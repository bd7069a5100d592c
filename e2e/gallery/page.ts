import { blocked, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

export const pageProofs = {
  'allow-origin-on-request': {
    before: [
      blocked('header-not-allowed', ['OPTIONS same-site /posts'], {
        received: { 'Access-Control-Request-Headers': ['access-control-allow-origin'] },
      }),
    ],
    after: [readable(['GET same-site /posts'])],
  },
  'lower-case-patch': {
    before: [
      blocked('method-not-allowed', ['OPTIONS same-site /users/8'], {
        received: { 'Access-Control-Request-Method': ['patch'] },
      }),
    ],
    after: [readable(['OPTIONS same-site /users/8', 'PATCH same-site /users/8'])],
  },
  'upload-listener': {
    before: [blocked('acao-missing', ['OPTIONS same-site /upload'])],
    after: [readable(['OPTIONS same-site /upload', 'POST same-site /upload'])],
    webkit: {
      before: [blocked('preflight-status', ['OPTIONS same-site /upload'])],
      because: 'looks at the status first',
    },
  },
  'x-requested-with': {
    before: [blocked('header-not-allowed', ['OPTIONS same-site /geocode'])],
    after: [readable(['GET same-site /geocode'])],
  },
  'content-type-on-get': {
    before: [blocked('acao-missing', ['OPTIONS same-site /countries'])],
    after: [readable(['GET same-site /countries'])],
    webkit: {
      before: [blocked('preflight-status', ['OPTIONS same-site /countries'])],
      because: 'looks at the status first',
    },
  },
  'same-origin-mode': {
    before: [blocked('same-origin-mode', [])],
    after: [readable(['GET same-site /feed'])],
  },
  'body-with-get': {
    before: [blocked('body-with-get', [])],
    after: [readable(['POST same-site /_search'])],
  },
} satisfies Record<string, Proof>;
