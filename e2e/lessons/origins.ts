import { blocked, get, readable } from '../scenarios/case.ts';
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
} satisfies Record<string, LessonProof>;
