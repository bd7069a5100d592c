import type { Browser, RealBrowser } from '#cors';

export const browserNames: Record<Browser, string> = {
  standard: 'The standard',
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

const patterns: readonly (readonly [RegExp, RealBrowser, string])[] = [
  [/Firefox\/(\d+)/, 'firefox', 'Firefox'],
  [/Edg\/(\d+)/, 'chromium', 'Edge'],
  [/OPR\/(\d+)/, 'chromium', 'Opera'],
  [/Chrom(?:e|ium)\/(\d+)/, 'chromium', 'Chromium'],
  [/Version\/(\d+[.\d]*) .*Safari\//, 'webkit', 'Safari'],
];

/** Which of the three this browser is by its user agent string, and how to call it, e.g. `Chromium 156`. */
export function recognise(userAgent: string): { browser: RealBrowser; label: string; recognised: boolean } {
  for (const [pattern, browser, name] of patterns) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return { browser, label: `${name} ${version}`, recognised: true };
  }
  return { browser: 'webkit', label: 'This browser', recognised: false };
}

export const ownBrowser = recognise(navigator.userAgent);
