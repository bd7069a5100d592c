import { opaque, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const plain = ['content-length', 'content-type'];
const tenant = ['OPTIONS same-site /jobs', 'GET same-site /jobs'];
const part = ['OPTIONS same-site /bucket/film.mp4?partNumber=1', 'PUT same-site /bucket/film.mp4?partNumber=1'];
const comments = ['OPTIONS same-site /comments', 'POST same-site /comments'];

export const readingProofs = {
  'header-not-exposed': {
    before: [readable(['GET same-site /products?page=2'], { visible: plain })],
    after: [readable(['GET same-site /products?page=2'], { visible: [...plain, 'x-total-count'] })],
  },
  'content-disposition-not-exposed': {
    before: [readable(['GET same-site /export.csv'], { visible: plain })],
    after: [readable(['GET same-site /export.csv'], { visible: ['content-disposition', ...plain] })],
  },
  'expose-wildcard-with-credentials': {
    before: [readable(['GET same-site /usage'], { visible: plain })],
    after: [readable(['GET same-site /usage'], { visible: [...plain, 'x-ratelimit-remaining'] })],
  },
  's3-etag-not-exposed': {
    before: [readable(part, { visible: plain })],
    after: [readable(part, { visible: [...plain, 'etag'] })],
  },
  'exposed-on-preflight-only': {
    before: [readable(tenant, { status: 202, visible: plain })],
    after: [readable(tenant, { status: 202, visible: [...plain, 'x-job-id'] })],
  },
  'no-cors-mode': {
    before: [opaque('opaque-no-cors', ['GET same-site /news'], { status: 0 })],
    after: [readable(['GET same-site /news'], { body: '{"ok":true}' })],
  },
  'no-cors-drops-headers': {
    before: [
      opaque('opaque-no-cors', ['POST same-site /comments'], {
        received: { 'Content-Type': ['text/plain;charset=UTF-8'], Authorization: [null] },
      }),
    ],
    after: [
      readable(comments, {
        received: { 'Content-Type': [null, 'application/json'], Authorization: [null, 'Bearer t-4f81'] },
      }),
    ],
  },
} satisfies Record<string, Proof>;
