import { blocked, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

/** The same error, before and after the page may read it. */
const failing = (wire: readonly string[], status: number, body: string): Proof => ({
  before: [blocked('acao-missing', wire)],
  after: [readable(wire, { status, body })],
});

export const errorProofs = {
  'error-500-without-headers': failing(['POST same-site /checkout'], 500, '{"error":"out of stock"}'),
  'nginx-add-header-without-always': failing(['POST same-site /login'], 401, '{"error":"wrong password"}'),
  'bad-gateway-502': failing(['GET same-site /reports'], 502, '<h1>502 Bad Gateway</h1>'),
  'gateway-timeout-504': failing(['GET same-site /export/2025'], 504, '<h1>504 Gateway Timeout</h1>'),
  'payload-too-large-413': failing(['POST same-site /photos'], 413, '<h1>413 Request Entity Too Large</h1>'),
  'too-many-requests-429': {
    before: [blocked('acao-missing', ['GET same-site /suggest?q=pizz'])],
    after: [
      readable(['GET same-site /suggest?q=pizz'], {
        status: 429,
        body: '{"error":"slow down"}',
        visible: ['content-length', 'content-type', 'retry-after'],
      }),
    ],
  },
  'wrong-address-404': {
    before: [blocked('acao-missing', ['GET same-site /v1/orders'])],
    after: [readable(['GET same-site /api/v1/orders'])],
  },
  'api-gateway-lambda': {
    before: [blocked('acao-missing', ['OPTIONS same-site /prod/orders', 'POST same-site /prod/orders'])],
    after: [readable(['OPTIONS same-site /prod/orders', 'POST same-site /prod/orders'])],
  },
  'api-gateway-own-errors': failing(
    ['OPTIONS same-site /prod/account', 'GET same-site /prod/account'],
    401,
    '{"message":"Unauthorized"}',
  ),
} satisfies Record<string, Proof>;
