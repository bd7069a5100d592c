import { blocked, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const optionsMe = 'OPTIONS same-site /me';
const optionsAccount = 'OPTIONS same-site /account';
const optionsOrder = 'OPTIONS same-site /orders/42';
const optionsItem = 'OPTIONS same-site /items/7';
const optionsSignup = 'OPTIONS same-site /signup';
const optionsCheckout = 'OPTIONS same-site /checkout';
const optionsPhoto = 'OPTIONS same-site /bucket/photo.jpg?X-Amz-Signature=ab12';
const optionsReports = 'OPTIONS same-site /reports';

/** WebKit’s, of an answer that has a bad status and no CORS headers either. */
const statusFirst = (message: string) => ({
  webkit: { before: [blocked('preflight-status', [message])], because: 'looks at the status first' },
});

export const preflightProofs = {
  'preflight-answers-401': {
    before: [blocked('preflight-status', [optionsAccount], { received: { Authorization: [null] } })],
    after: [
      readable([optionsAccount, 'GET same-site /account'], { received: { Authorization: [null, 'Bearer t-4f81'] } }),
    ],
  },
  'cors-after-authentication': {
    before: [blocked('acao-missing', [optionsMe])],
    after: [readable([optionsMe, 'GET same-site /me'])],
    ...statusFirst(optionsMe),
  },
  'preflight-answers-404': {
    before: [blocked('acao-missing', [optionsOrder])],
    after: [readable([optionsOrder, 'PUT same-site /orders/42'])],
    ...statusFirst(optionsOrder),
  },
  'preflight-answers-405': {
    before: [blocked('preflight-status', [optionsOrder])],
    after: [readable([optionsOrder, 'DELETE same-site /orders/42'])],
  },
  'preflight-answers-400-fastapi': {
    before: [blocked('preflight-status', [optionsItem])],
    after: [readable([optionsItem, 'PATCH same-site /items/7'])],
  },
  'preflight-answers-500': {
    before: [blocked('acao-missing', [optionsSignup])],
    after: [readable([optionsSignup, 'POST same-site /signup'], { status: 201 })],
    ...statusFirst(optionsSignup),
  },
  'firewall-blocks-options': {
    before: [blocked('acao-missing', [optionsCheckout])],
    after: [readable([optionsCheckout, 'POST same-site /checkout'])],
    ...statusFirst(optionsCheckout),
  },
  'preflight-redirected-to-login': {
    before: [blocked('acao-missing', [optionsReports])],
    after: [readable([optionsReports, 'GET same-site /reports'])],
    chromium: { before: [blocked('preflight-redirect', [optionsReports])], because: 'looks at a redirect first' },
    webkit: { before: [blocked('preflight-redirect', [optionsReports])], because: 'looks at the status first' },
  },
  's3-presigned-put': {
    before: [blocked('acao-missing', [optionsPhoto])],
    after: [readable([optionsPhoto, 'PUT same-site /bucket/photo.jpg?X-Amz-Signature=ab12'])],
    ...statusFirst(optionsPhoto),
  },
} satisfies Record<string, Proof>;
