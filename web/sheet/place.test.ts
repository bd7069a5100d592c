import { expect, test } from 'vitest';
import { defaultAnswer, defaultPlan, type Plan } from '#cors';
import { placeOf } from './place.ts';

const plan: Plan = {
  ...defaultPlan,
  response: {
    ...defaultAnswer,
    headers: [['Set-Cookie', 'a=b']],
    cookies: [{ name: 'sid', value: '1', sameSite: '', secure: false, httpOnly: false }],
  },
};

test.each([
  ['response.headers.0', 'The response’s header `Set-Cookie`'],
  ['response.cookies.0', 'The response’s cookie `sid`'],
  ['response.redirects.2', 'The response’s redirect 3'],
  ['preflight.headers.7', 'The preflight answer’s header 8'],
  ['preflight.status', 'The preflight answer’s status'],
  ['library.name', 'The plan’s library.name'],
  ['', 'The plan’s form'],
])('%s', (path, place) => {
  expect(placeOf(path, plan)).toBe(place);
});
