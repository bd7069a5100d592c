import { deviations } from '../browsers.ts';
import { getHeader } from '../http.ts';
import type { Browser } from '../outcome.ts';
import type { Check } from './situation.ts';

const names: Record<Browser, string> = {
  standard: 'The standard',
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

/** How long the preflight's answer is kept. https://fetch.spec.whatwg.org/#http-access-control-max-age */
export const maxAge: Check = ({ preflight, browser, outcome }) => {
  if (preflight === null || outcome.advice.some(({ code }) => code === 'preflight-not-kept')) return [];
  const value = getHeader(preflight.headers, 'Access-Control-Max-Age');
  if (value === null) return [{ code: 'max-age-missing', facts: {} }];
  if (!/^\d+$/.test(value)) return [{ code: 'max-age-invalid', facts: { value } }];
  const seconds = Number(value);
  if (seconds === 0) return [{ code: 'max-age-zero', facts: {} }];
  const cap = deviations[browser].maxAgeCap;
  return seconds > cap ? [{ code: 'max-age-above-cap', facts: { value: seconds, browser: names[browser], cap } }] : [];
};
