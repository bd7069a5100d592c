import { blocked, opaque, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const asksOn = {
  before: [
    readable(['OPTIONS same-site /me', 'GET same-site /me', 'OPTIONS second /@1/me', 'GET second /@1/me'], {
      received: { Authorization: [null, 'Bearer t-4f81', null, null] },
    }),
  ],
  because: 'who once asked for permission asks at every further hop',
};

export const redirectProofs = {
  'preflight-redirected-to-https': {
    before: [blocked('preflight-redirect', ['OPTIONS same-site /orders/42'])],
    after: [readable(['OPTIONS second /orders/42', 'PUT second /orders/42'])],
  },
  'preflight-redirected-to-slash': {
    before: [blocked('preflight-redirect', ['OPTIONS same-site /orders'])],
    after: [readable(['OPTIONS same-site /orders/', 'POST same-site /orders/'])],
  },
  'redirect-turns-post-into-get': {
    before: [readable(['POST same-site /orders', 'GET same-site /@1/orders'])],
    after: [readable(['POST same-site /orders/'])],
  },
  'redirect-without-headers': {
    before: [blocked('acao-missing', ['GET same-site /latest'])],
    after: [readable(['GET same-site /latest', 'GET same-site /@1/latest'])],
  },
  'redirect-makes-origin-null': {
    before: [
      blocked('acao-mismatch', ['GET same-site /files/7', 'GET second /@1/files/7'], {
        received: { Origin: ['{page}', 'null'] },
      }),
    ],
    after: [readable(['GET second /files/7'], { received: { Origin: ['{page}'] } })],
  },
  'api-redirects-to-login': {
    before: [blocked('acao-missing', ['GET page /api/orders', 'GET second /@1/api/orders'])],
    after: [readable(['GET page /api/orders'], { status: 401, body: '{"error":"signed out"}' })],
  },
  'redirect-with-password': {
    before: [blocked('redirect-userinfo', ['GET same-site /feed.xml'])],
    after: [readable(['GET same-site /feed.xml', 'GET same-site /@1/feed.xml'])],
  },
  'redirect-drops-authorization': {
    before: [
      readable(['OPTIONS same-site /me', 'GET same-site /me', 'GET second /@1/me'], {
        received: { Authorization: [null, 'Bearer t-4f81', null] },
      }),
    ],
    after: [
      readable(['OPTIONS second /me', 'GET second /me'], { received: { Authorization: [null, 'Bearer t-4f81'] } }),
    ],
    firefox: asksOn,
    webkit: asksOn,
  },
  'too-many-redirects': {
    before: [
      blocked('redirect-too-many', [
        'GET same-site /account',
        ...Array.from({ length: 20 }, (_, hop) => `GET same-site /@${hop + 1}/account`),
      ]),
    ],
    after: [readable(['GET same-site /account'])],
  },
  'redirect-manual': {
    before: [opaque('opaque-redirect', ['GET same-site /go/7'], { status: 0, visible: [] })],
    after: [readable(['GET same-site /go/7', 'GET same-site /@1/go/7'])],
  },
} satisfies Record<string, Proof>;
