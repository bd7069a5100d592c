import { blocked, get, options, post, readable } from '../scenarios/case.ts';
import type { LessonProof } from './proof.ts';

const account = 'GET page /account';

export const originLessonProofs = {
  origin: {
    answer: 'Two origins: the browser blocks it',
    question: [blocked('acao-missing', [get])],
    start: [false],
    anyOrigin: null,
    whoeverAsks: null,
    solution: [readable(['GET page /orders'])],
  },
  'same-origin-policy': {
    answer: 'The browser blocks it',
    question: [blocked('acao-missing', [account])],
    start: [true, false, false],
    anyOrigin: [true, false, false],
    whoeverAsks: [true, false, false],
    solution: [readable([account]), blocked('acao-missing', [account]), blocked('acao-missing', [account])],
  },
  'request-arrives': {
    answer: 'The server receives it',
    question: [blocked('acao-missing', [post])],
    start: [false],
    anyOrigin: null,
    whoeverAsks: null,
    solution: [blocked('acao-missing', [options])],
  },
  'allow-origin': {
    answer: 'The page reads the 404 and what it says',
    question: [readable([get])],
    start: [false, true, true],
    anyOrigin: [true, false, false],
    whoeverAsks: [true, false, false],
    solution: [readable([get]), blocked('acao-mismatch', [get]), blocked('acao-mismatch', [get])],
  },
  'exact-match': {
    answer: 'The browser blocks it',
    question: [blocked('acao-mismatch', [get])],
    start: [false, false, true],
    anyOrigin: [true, true, false],
    whoeverAsks: [true, true, false],
    solution: [readable([get]), readable([get]), blocked('acao-missing', [get])],
  },
} satisfies Record<string, LessonProof>;
