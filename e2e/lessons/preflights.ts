import { blocked, options, post, readable } from '../scenarios/case.ts';
import type { LessonProof } from './proof.ts';

const options42 = 'OPTIONS same-site /orders/42';
const put42 = 'PUT same-site /orders/42';
const token = 'Bearer t-4f81';

export const preflightLessonProofs = {
  'simple-requests': {
    answer: 'One: the POST',
    question: [readable([post], { received: { 'Content-Type': ['text/plain;charset=UTF-8'] } })],
    start: [false],
    anyOrigin: null,
    whoeverAsks: null,
    solution: [readable([post])],
  },
  preflight: {
    answer: 'It is never sent',
    question: [blocked('acao-missing', [options42])],
    start: [false, true],
    anyOrigin: [true, false],
    whoeverAsks: [true, false],
    solution: [
      readable([options42, put42], { received: { 'Access-Control-Request-Method': ['PUT', null] } }),
      blocked('acao-mismatch', [options42]),
    ],
  },
  methods: {
    answer: 'The browser blocks it',
    question: [
      blocked('method-not-allowed', [options42], { received: { 'Access-Control-Request-Method': ['patch'] } }),
    ],
    start: [true, true, false],
    anyOrigin: [true, true, false],
    whoeverAsks: [true, true, false],
    solution: [
      readable([options42, put42]),
      readable(['OPTIONS same-site /orders/43', 'PATCH same-site /orders/43']),
      blocked('method-not-allowed', ['OPTIONS same-site /orders/44']),
    ],
  },
  headers: {
    answer: 'The browser blocks it',
    question: [
      blocked('header-not-allowed', [options], { received: { 'Access-Control-Request-Headers': ['content-type'] } }),
    ],
    start: [false, false],
    anyOrigin: [true, false],
    whoeverAsks: [true, false],
    solution: [readable([options, post]), blocked('header-not-allowed', [options42])],
    chromium: { start: [true, false], because: 'the wildcard still covers Authorization' },
    firefox: { start: [true, false], because: 'the wildcard still covers Authorization' },
  },
  'preflight-status': {
    answer: 'The browser blocks it',
    question: [blocked('preflight-status', ['OPTIONS same-site /orders/42'])],
    start: [false, true],
    anyOrigin: [false, true],
    whoeverAsks: [false, true],
    solution: [
      readable([options42, put42], { received: { Authorization: [null, token] } }),
      blocked('acao-mismatch', [options42]),
    ],
  },
} satisfies Record<string, LessonProof>;
