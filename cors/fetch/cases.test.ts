import { describe, expect, it } from 'vitest';
import { emptyState } from '../outcome.ts';
import { casePage, cases, serverOf } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';

describe('fetch as a browser does it', () => {
  it.each(cases)('$name: $verdict', ({ call, answers, browser = 'standard', page = casePage, verdict, code }) => {
    const outcome = fetchAsBrowser({ call, page, server: serverOf(answers), state: emptyState, browser, now: 0 });
    expect(outcome.finding?.code ?? null).toBe(code);
    expect(outcome.verdict).toBe(verdict);
    expect(outcome.response === null).toBe(verdict === 'blocked');
  });
});
