import { blocked, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const optionsModels = 'OPTIONS same-site /v1/models';
const getModels = 'GET same-site /v1/models';
const optionsOrder = 'OPTIONS same-site /orders/42';
const pairOf = (method: string, path: string) => [`OPTIONS same-site ${path}`, `${method} same-site ${path}`];

export const preflightListProofs = {
  'custom-header-not-allowed': {
    before: [blocked('header-not-allowed', ['OPTIONS same-site /v1/search'])],
    after: [readable(pairOf('GET', '/v1/search'), { received: { 'X-Api-Key': [null, 'k-7731'] } })],
  },
  'json-needs-preflight': {
    before: [
      blocked('header-not-allowed', ['OPTIONS same-site /login'], {
        received: { 'Access-Control-Request-Headers': ['content-type'] },
      }),
    ],
    after: [readable(pairOf('POST', '/login'))],
  },
  'authorization-under-wildcard': {
    before: [blocked('authorization-not-listed', [optionsModels])],
    after: [readable([optionsModels, getModels])],
    chromium: { before: [readable([optionsModels, getModels])], because: 'lets `*` cover Authorization' },
    firefox: { before: [readable([optionsModels, getModels])], because: 'lets `*` cover Authorization, and warns' },
    webkit: { before: [readable([optionsModels, getModels])], because: 'lets `*` cover Authorization' },
  },
  'wildcard-headers-with-credentials': {
    before: [blocked('header-not-allowed', ['OPTIONS same-site /profile'])],
    after: [readable(pairOf('GET', '/profile'))],
  },
  'wildcard-methods-with-credentials': {
    before: [blocked('method-not-allowed', ['OPTIONS same-site /settings'])],
    after: [readable(pairOf('PUT', '/settings'))],
  },
  'method-not-allowed': {
    before: [blocked('method-not-allowed', [optionsOrder])],
    after: [readable(pairOf('DELETE', '/orders/42'))],
  },
  'allow-methods-lower-case': {
    before: [blocked('method-not-allowed', [optionsOrder])],
    after: [readable(pairOf('PUT', '/orders/42'))],
  },
  'allow-method-misspelt': {
    before: [blocked('method-not-allowed', ['OPTIONS same-site /orders/42/note'])],
    after: [readable(pairOf('PUT', '/orders/42/note'))],
  },
  'allow-header-misspelt': {
    before: [blocked('header-not-allowed', ['OPTIONS same-site /v2/status'])],
    after: [readable(pairOf('GET', '/v2/status'))],
  },
  'allow-methods-separated-by-semicolons': {
    before: [blocked('acam-invalid', ['OPTIONS same-site /invoices/9'])],
    after: [readable(pairOf('PATCH', '/invoices/9'))],
  },
  'allow-headers-printed-as-array': {
    before: [blocked('acah-invalid', ['OPTIONS same-site /v1/upload-url'])],
    after: [readable(pairOf('GET', '/v1/upload-url'))],
  },
  'tracing-headers': {
    before: [
      blocked('header-not-allowed', ['OPTIONS same-site /weather'], {
        received: { 'Access-Control-Request-Headers': ['baggage,sentry-trace'] },
      }),
    ],
    after: [readable(pairOf('GET', '/weather'))],
  },
  'no-cache-request-header': {
    before: [blocked('header-not-allowed', ['OPTIONS same-site /prices'])],
    after: [readable(['GET same-site /prices'])],
  },
  'range-header': {
    before: [blocked('header-not-allowed', ['OPTIONS same-site /files/map.tif'])],
    after: [readable(pairOf('GET', '/files/map.tif'), { status: 206 })],
  },
} satisfies Record<string, Proof>;
