import { describe, expect, it, test } from 'vitest';
import { type RealBrowser, realBrowsers } from '../outcome.ts';
import type { Origins } from '../scenario.ts';
import { gallery } from './index.ts';
import { printsOf } from './prints.ts';
import { causeIndex, searchCauses } from './search.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const index = causeIndex(origins);
const endpoint = 'AAAAAAAAAAAAAAAA';

/** The ids of the first rank. */
const firstOf = (query: string): readonly string[] =>
  searchCauses(index, query).flatMap(({ rank, cause }) => (rank === 1 ? [cause.id] : []));

const linesOf = (cause: (typeof gallery)[number], browser: RealBrowser) =>
  printsOf(cause, origins, endpoint, browser).map(({ text, note }) => ({ text, note }));

const textOf = (cause: (typeof gallery)[number], browser: RealBrowser): string =>
  linesOf(cause, browser)
    .map(({ text }) => text)
    .join('\n');

const printing = (browser: RealBrowser) => gallery.filter((cause) => linesOf(cause, browser).length > 0);

const otherScheme = (text: string) => text.replace(/\bhttps?:/g, (scheme) => (scheme === 'http:' ? 'https:' : 'http:'));
const replaced = (text: string, pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).reduce((before, [from, to]) => before.replaceAll(from, to), text);

/** The same messages as people elsewhere would get them. */
const elsewhere = {
  'other ports': (text: string) =>
    replaced(text, { ':4000': ':5173', ':4001': ':8080', ':4002': ':3000', [`/e/${endpoint}`]: '' }),
  'other names': (text: string) =>
    replaced(text, {
      'localhost:4001': 'api.corp.test:4001',
      'localhost:': 'web.corp.test:',
      [`/e/${endpoint}`]: '/v1',
    }),
  'HTTPS and paths': (text: string) =>
    otherScheme(
      replaced(text, {
        'localhost:4000': 'app.shop.example',
        'localhost:4001': 'api.shop.example',
        '127.0.0.1:4001': 'api.other.example',
        'localhost:4002': 'app.shop.example:8443',
        [`/e/${endpoint}`]: '/v2/eu',
      }),
    ),
};
/** One that is about the two names of this very machine is no longer so elsewhere. */
const isChanged = (id: string, place: string) => id === 'localhost-and-127' && place !== 'other ports';

/** As it gets into a search field. */
const pasted = {
  'as it is': (lines: readonly string[]) => lines.join('\n'),
  'from Chromium’s console': (lines: readonly string[]) => lines.map((line) => `app.js:12 ${line}`).join('\n'),
  'from Safari’s console': (lines: readonly string[]) =>
    lines.map((line) => `[Error] ${line} (app.js, line 12)\n\tonclick (app.js:12:8)`).join('\n'),
  'with straight quotes': (lines: readonly string[]) => lines.join('\n').replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
  'with curly quotes': (lines: readonly string[]) => lines.join('\n').replace(/'([^']*)'/g, '‘$1’'),
  'on one line': (lines: readonly string[]) => lines.join(' '),
  'broken into short lines': (lines: readonly string[]) => lines.join('\n').replace(/(.{30,}?) /g, '$1\n  '),
  'among others': (lines: readonly string[]) =>
    `[vite] connected.\n${lines.join('\n')}\nUncaught (in promise) TypeError: Failed to fetch\n    at load (app.js:3:9)`,
};

/** Of one of their lines alone the first rank is those that print just that: these print more, as few do. */
const withMore: Readonly<Record<RealBrowser, readonly string[]>> = {
  chromium: [],
  firefox: [
    'event-source-with-credentials',
    'cloudfront-and-s3',
    'font-without-headers',
    'script-with-crossorigin',
    'module-without-headers',
    'module-is-html',
    'event-source-without-headers',
  ],
  webkit: ['script-with-crossorigin'],
};

/** Each first rank of several: from the message nobody can tell them apart. One in a set may have a set of its own, with more. */
const same: Readonly<Record<RealBrowser, readonly string[]>> = {
  chromium: [
    'no-allow-origin-header allow-origin-misspelt allow-origin-only-on-preflight origin-in-list-with-slash origin-pattern-misses error-500-without-headers nginx-add-header-without-always bad-gateway-502 gateway-timeout-504 payload-too-large-413 too-many-requests-429 wrong-address-404 api-gateway-lambda api-gateway-own-errors redirect-without-headers vary-only-for-allowed image-then-fetch cdn-keeps-old-answer',
    'works-in-postman allow-origin-only-on-response cors-after-authentication preflight-answers-404 preflight-answers-500 firewall-blocks-options s3-presigned-put upload-listener content-type-on-get',
    'allow-origin-other-port vary-origin-missing',
    'preflight-answers-401 preflight-answers-405 preflight-answers-400-fastapi',
    'preflight-redirected-to-login preflight-redirected-to-https preflight-redirected-to-slash',
    'custom-header-not-allowed wildcard-headers-with-credentials allow-header-misspelt',
    'method-not-allowed wildcard-methods-with-credentials allow-methods-lower-case allow-method-misspelt',
    'wildcard-with-credentials starlette-wildcard-until-cookie',
    'cloudfront-and-s3 font-without-headers',
    'script-with-crossorigin module-without-headers',
  ],
  firefox: [
    'no-allow-origin-header allow-origin-misspelt allow-origin-only-on-preflight origin-in-list-with-slash origin-pattern-misses sandboxed-iframe api-gateway-lambda api-redirects-to-login vary-only-for-allowed image-then-fetch cdn-keeps-old-answer image-with-crossorigin',
    'works-in-postman preflight-answers-404',
    'allow-origin-https-for-http allow-origin-other-port allow-origin-staging allow-origin-www localhost-and-127 page-from-file redirect-makes-origin-null vary-origin-missing',
    'error-500-without-headers preflight-answers-500',
    'nginx-add-header-without-always api-gateway-own-errors cors-after-authentication',
    'works-in-postman wrong-address-404 preflight-answers-404',
    'firewall-blocks-options s3-presigned-put content-type-on-get',
    'custom-header-not-allowed wildcard-headers-with-credentials allow-header-misspelt',
    'method-not-allowed wildcard-methods-with-credentials allow-methods-lower-case allow-method-misspelt lower-case-patch',
    'wildcard-with-credentials xhr-with-credentials-wildcard wildcard-preflight-with-credentials starlette-wildcard-until-cookie beacon-with-json',
    'allow-credentials-missing allow-credentials-capital-true allow-credentials-not-on-preflight',
    'wildcard-preflight-with-credentials beacon-with-json',
    'preflight-redirected-to-login redirect-without-headers',
    'redirect-with-password too-many-redirects',
    'cloudfront-and-s3 font-without-headers',
    'script-with-crossorigin module-without-headers',
  ],
  webkit: [
    'no-allow-origin-header allow-origin-misspelt allow-origin-only-on-preflight origin-in-list-with-slash origin-pattern-misses allow-origin-https-for-http allow-origin-other-port allow-origin-staging allow-origin-www localhost-and-127 allow-origin-trailing-slash allow-origin-with-path allow-origin-subdomain-wildcard allow-origin-null allow-origin-in-quotes allow-origin-undefined allow-origin-empty allow-origin-variable allow-origin-regular-expression allow-origin-without-scheme api-gateway-lambda api-redirects-to-login vary-origin-missing vary-only-for-allowed image-then-fetch cdn-keeps-old-answer',
    'works-in-postman preflight-answers-404',
    'two-allow-origin-headers list-of-origins',
    'page-from-file sandboxed-iframe redirect-makes-origin-null',
    'nginx-add-header-without-always api-gateway-own-errors',
    'preflight-answers-401 cors-after-authentication',
    'firewall-blocks-options s3-presigned-put content-type-on-get',
    'custom-header-not-allowed wildcard-headers-with-credentials allow-header-misspelt',
    'method-not-allowed wildcard-methods-with-credentials allow-methods-lower-case allow-method-misspelt',
    'wildcard-with-credentials xhr-with-credentials-wildcard wildcard-preflight-with-credentials starlette-wildcard-until-cookie',
    'allow-credentials-missing allow-credentials-capital-true allow-credentials-not-on-preflight',
    'no-allow-origin-header allow-origin-misspelt allow-origin-only-on-preflight origin-in-list-with-slash origin-pattern-misses allow-origin-https-for-http allow-origin-other-port allow-origin-staging allow-origin-www localhost-and-127 allow-origin-trailing-slash allow-origin-with-path allow-origin-subdomain-wildcard allow-origin-null allow-origin-in-quotes allow-origin-undefined allow-origin-empty allow-origin-variable allow-origin-regular-expression allow-origin-without-scheme api-gateway-lambda api-redirects-to-login vary-origin-missing vary-only-for-allowed image-then-fetch cdn-keeps-old-answer image-with-crossorigin module-without-headers event-source-without-headers',
  ],
};

describe.each(realBrowsers)('what %s prints for a cause finds it in the first rank', (browser) => {
  test.each(Object.keys(elsewhere) as (keyof typeof elsewhere)[])('%s', (place) => {
    for (const cause of printing(browser)) {
      if (isChanged(cause.id, place)) continue;
      const lines = linesOf(cause, browser).map(({ text }) => elsewhere[place](text));
      for (const [how, paste] of Object.entries(pasted)) {
        const found = firstOf(paste(lines));
        expect(found, `${cause.id}, ${how}: ${paste(lines)}`).toContain(cause.id);
      }
    }
  });

  test('each line alone, but for one that misleads', () => {
    const elsewhereFirst = printing(browser).filter((cause) =>
      linesOf(cause, browser).some(({ text, note }) => note === undefined && !firstOf(text).includes(cause.id)),
    );
    expect(elsewhereFirst.map(({ id }) => id)).toEqual(withMore[browser]);
  });

  test('what prints the same', () => {
    const sets = printing(browser).map((cause) => firstOf(textOf(cause, browser)).join(' '));
    expect([...new Set(sets)].filter((set) => set.includes(' '))).toEqual(same[browser]);
  });
});

/** What people type, and the first cause that they are shown. */
const typed: readonly (readonly [query: string, id: string])[] = [
  ['postman', 'works-in-postman'],
  ['Network Error axios', 'works-in-postman'],
  ['blocked by CORS policy', 'no-allow-origin-header'],
  ['TypeError: Failed to fetch', 'no-allow-origin-header'],
  ['NetworkError when attempting to fetch resource.', 'no-allow-origin-header'],
  ['Load failed', 'no-allow-origin-header'],
  ['two headers', 'two-allow-origin-headers'],
  ['vary', 'vary-origin-missing'],
  ['cloudfront', 'cloudfront-and-s3'],
  ["multiple values '*, *'", 'two-allow-origin-headers'],
  ['trailing slash', 'allow-origin-trailing-slash'],
  ['localhost 127.0.0.1', 'localhost-and-127'],
  ['wildcard subdomain', 'allow-origin-subdomain-wildcard'],
  ['file://', 'page-from-file'],
  ['sandbox iframe', 'sandboxed-iframe'],
  ['nginx 502', 'bad-gateway-502'],
  ['413', 'payload-too-large-413'],
  ['401 options', 'preflight-answers-401'],
  ['options 405', 'preflight-answers-405'],
  ['Response for preflight has invalid HTTP status code 405', 'preflight-answers-405'],
  ['middleware order', 'cors-after-authentication'],
  ['cloudflare waf', 'firewall-blocks-options'],
  ['sso login redirect', 'preflight-redirected-to-login'],
  ['presigned url', 's3-presigned-put'],
  ['authorisation header wildcard', 'authorization-under-wildcard'],
  ['x-requested-with', 'x-requested-with'],
  ['Content-Type', 'json-needs-preflight'],
  ['Cache-Control', 'no-cache-request-header'],
  ['baggage', 'tracing-headers'],
  ['lowercase patch', 'lower-case-patch'],
  ['method DELETE', 'method-not-allowed'],
  ['allow credentials true', 'allow-credentials-capital-true'],
  ['must not be the wildcard', 'wildcard-with-credentials'],
  ['axios withCredentials', 'xhr-with-credentials-wildcard'],
  ['cookies are not sent', 'credentials-not-included'],
  ['why is my cookie not stored', 'cookie-not-kept-without-include'],
  ['Refused to set unsafe header "Cookie"', 'cookie-header-by-hand'],
  ['basic auth prompt', 'no-login-prompt'],
  ['sendBeacon', 'beacon-with-json'],
  ['Refused to get unsafe header "X-Total-Count"', 'header-not-exposed'],
  ['headers.get null', 'header-not-exposed'],
  ['filename', 'content-disposition-not-exposed'],
  ['etag', 's3-etag-not-exposed'],
  ['no-cors', 'no-cors-mode'],
  ['opaque', 'no-cors-mode'],
  ['upload progress', 'upload-listener'],
  ['get with body', 'body-with-get'],
  ['canvas tainted', 'tainted-canvas'],
  ['Script error.', 'script-error'],
  // Not quite so.
  ['acess-control-alow-orgin', 'no-allow-origin-header'],
  ['Access-Control-Allowed-Origin', 'allow-origin-misspelt'],
  ['Access-Control-Allow-Header', 'allow-header-misspelt'],
  ['postmn', 'works-in-postman'],
  ['crdentials includ', 'credentials-not-included'],
  ['bagage', 'tracing-headers'],
  // Unfinished.
  ['postm', 'works-in-postman'],
  ['sendb', 'beacon-with-json'],
];
test.each(typed)('%s', (query, id) => {
  const [first] = searchCauses(index, query);
  expect([first?.cause.id, first?.because, first?.browsers]).toEqual([id, 'words', []]);
});

/** What people paste: the first cause, and how many share its rank. */
const copied: readonly (readonly [text: string, browser: RealBrowser, id: string, sharing: number])[] = [
  [
    "Access to XMLHttpRequest at 'https://api.shop.example/orders' from origin 'https://shop.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.",
    'chromium',
    'preflight-redirected-to-login',
    3,
  ],
  [
    "Access to fetch at 'https://api.shop.example/orders' from origin 'https://shop.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. If an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with CORS disabled.\nGET https://api.shop.example/orders net::ERR_FAILED 502 (Bad Gateway)",
    'chromium',
    'bad-gateway-502',
    1,
  ],
  [
    "The 'Access-Control-Allow-Origin' header has a value 'https://shop.example/' that is not equal to the supplied origin.",
    'chromium',
    'allow-origin-trailing-slash',
    1,
  ],
  [
    "Access to fetch at 'https://api.shop.example/' from origin 'https://shop.example' has been blocked by CORS policy: Method purge is not allowed by Access-Control-Allow-Methods in preflight response.",
    'chromium',
    'lower-case-patch',
    1,
  ],
  [
    'Request header field x-tenant-id is not allowed by Access-Control-Allow-Headers in preflight response.',
    'chromium',
    'custom-header-not-allowed',
    3,
  ],
  [
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.shop.example/. (Reason: CORS preflight response did not succeed). Status code: 405.[Learn More]',
    'firefox',
    'preflight-answers-405',
    1,
  ],
  [
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.shop.example/. (Reason: CORS request did not succeed). Status code: (null).',
    'firefox',
    'redirect-with-password',
    2,
  ],
  [
    '[Error] Request header field Content-Type is not allowed by Access-Control-Allow-Headers.\n[Error] Fetch API cannot load https://api.shop.example/login due to access control checks.\n[Error] Failed to load resource: Request header field Content-Type is not allowed by Access-Control-Allow-Headers. (login, line 0)',
    'webkit',
    'json-needs-preflight',
    1,
  ],
  ['[Error] Preflight response is not successful. Status code: 401', 'webkit', 'preflight-answers-401', 2],
  [
    '[Error] Origin https://shop.example is not allowed by Access-Control-Allow-Origin. Status code: 504',
    'webkit',
    'gateway-timeout-504',
    1,
  ],
  [
    '[Error] Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
    'webkit',
    'allow-credentials-missing',
    3,
  ],
];
test.each(copied)('%s', (text, browser, id, sharing) => {
  const found = searchCauses(index, text);
  expect([found[0]?.cause.id, found[0]?.because, found[0]?.browsers, firstOf(text).length]).toEqual([
    id,
    'message',
    [browser],
    sharing,
  ]);
});

it('finds nothing by nothing', () => {
  expect(searchCauses(index, '')).toEqual([]);
  expect(searchCauses(index, ' \n')).toEqual([]);
  expect(searchCauses(index, 'qqqqzzzz')).toEqual([]);
});
