import { blocked, get, opaque, readable } from '../scenarios/case.ts';
import type { LessonProof } from './proof.ts';

const login = 'GET same-site /login';
const account = 'GET same-site /account';
const cookies = (...values: readonly (string | null)[]) => ({ received: { Cookie: values } });

export const readingLessonProofs = {
  credentials: {
    answer: 'It is not sent',
    question: [readable([login], cookies(null)), readable([account], cookies(null))],
    start: [true, false],
    anyOrigin: null,
    whoeverAsks: null,
    solution: [readable([login], cookies(null)), readable([account], cookies('session=42'))],
  },
  'wildcard-credentials': {
    answer: 'The browser blocks it',
    question: [blocked('acao-wildcard-credentials', [account])],
    start: [false, true, true],
    anyOrigin: [false, true, true],
    whoeverAsks: [true, false, false],
    solution: [readable([account]), blocked('acao-mismatch', [account]), blocked('acao-mismatch', [account])],
  },
  'exposed-headers': {
    answer: 'It finds no such header',
    question: [readable([get])],
    start: [false, true],
    anyOrigin: [false, false],
    whoeverAsks: [false, false],
    solution: [readable([get]), blocked('acao-mismatch', [get])],
  },
  'no-cors': {
    answer: 'The page gets an answer that it cannot look into',
    question: [opaque('opaque-no-cors', [get])],
    start: [false],
    anyOrigin: null,
    whoeverAsks: null,
    solution: [readable([get])],
  },
} satisfies Record<string, LessonProof>;
