import { blocked, get, loaded, opaque, readable } from '../scenarios/case.ts';
import type { LessonProof } from './proof.ts';

const moved = 'GET same-site /@1/orders';
const hours = 'GET same-site /hours';
const options42 = 'OPTIONS same-site /orders/42';
const put42 = 'PUT same-site /orders/42';
const logo = 'GET same-site /logo.svg';
const transfer = 'POST same-site /transfer';
const asks = 'OPTIONS same-site /transfer';
const by = (origin: string) => ({ received: { Origin: [origin] } });

export const furtherLessonProofs = {
  redirects: {
    answer: 'null',
    question: [readable([get, 'GET second /@1/orders'], { received: { Origin: ['{page}', 'null'] } })],
    start: [false, true],
    anyOrigin: [false, true],
    whoeverAsks: [false, true],
    solution: [readable([get, moved]), blocked('acao-mismatch', [get])],
  },
  'null-origin': {
    answer: 'The browser blocks it',
    question: [blocked('acao-missing', ['GET page /account'], { received: { Origin: ['null'] } })],
    start: [false, false, true, true],
    // The one lesson that asks for just this.
    anyOrigin: [true, true, true, true],
    whoeverAsks: [true, true, true, false],
    solution: [readable([hours]), readable([hours]), readable([hours]), blocked('acao-wildcard-credentials', [hours])],
  },
  'preflight-cache': {
    answer: 'Only before the first',
    question: [readable([options42, put42]), readable([put42])],
    start: [true, false, true],
    // Without a max-age the second is announced only if five seconds have passed.
    anyOrigin: [true, null, false],
    whoeverAsks: [true, null, false],
    solution: [readable([options42, put42]), readable([options42, put42]), blocked('acao-mismatch', [options42])],
  },
  vary: {
    answer: 'The browser blocks it',
    question: [readable([get], by('{second}')), blocked('acao-mismatch', [get], by('{page}'))],
    start: [true, false, false, true],
    anyOrigin: [true, true, true, false],
    whoeverAsks: [true, true, true, false],
    solution: [
      readable([get], by('{second}')),
      readable([get], by('{page}')),
      readable([get], by('{page}')),
      blocked('acao-missing', [get], by('null')),
    ],
  },
  elements: {
    answer: 'It is shown, and its pixels cannot be read',
    question: [opaque('opaque-element', [logo])],
    start: [false],
    anyOrigin: null,
    whoeverAsks: null,
    solution: [loaded([logo])],
  },
  'not-a-firewall': {
    answer: 'Yes, with the cookie',
    question: [
      readable(['GET same-site /login']),
      opaque('opaque-no-cors', [transfer], { received: { Cookie: ['session=42'] } }),
    ],
    start: [true, false, true],
    anyOrigin: [false, true, true],
    whoeverAsks: [true, false, true],
    solution: [
      readable([asks, transfer]),
      blocked('acao-mismatch', [asks]),
      opaque('opaque-no-cors', [transfer], { received: { 'X-Transfer': [null] } }),
    ],
  },
} satisfies Record<string, LessonProof>;
