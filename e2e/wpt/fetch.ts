import { covered, file, not, reasons, type WptFile } from './file.ts';

const asked = 'wpt origins › this page is allowed, whoever is asked and how';
const noCors = 'modes › no-cors stays opaque even when the server allows the page';
const framed = 'wpt xhr › XMLHttpRequest in a sandboxed frame: its own server is a stranger';

const nullOrigin = [
  covered(
    'a script without an origin is refused by its own server that says nothing, and allowed by one that allows null',
    framed,
    'cors/fetch/cors-check.test.ts › is a stranger to the very server that it came from',
  ),
  not('it may read a data: URL', reasons.dataUrl),
];

const everyHop = (what: string) => `wpt redirects › any status, ${what}`;

export const fetchCorsFolder: readonly WptFile[] = [
  file(
    'fetch/api/cors/cors-basic.any.js',
    'wpt 8cc44e820e04',
    covered('no-cors: opaque, status 0', noCors, 'modes › no-cors, and nothing about CORS'),
    covered('no permission: refused', 'simple › nothing about CORS'),
    covered('permission: readable, of another port and another host', 'simple › any origin', asked),
    not('another scheme', reasons.https),
  ),
  file(
    'fetch/api/cors/cors-cookies-redirect.any.js',
    'wpt 7521c85d6471',
    covered(
      'after a redirect the cookies of the new server are sent, with a preflight and without',
      'wpt responses › cookies go along a redirect to another API',
      'wpt responses › cookies go along a redirect to another API, after preflights',
    ),
  ),
  file(
    'fetch/api/cors/cors-cookies.any.js',
    'wpt 8cc44e820e04',
    covered('omit: no cookie, even on the own origin', 'cookies › a page keeps the cookies of its own origin'),
    covered('include: the cookie is sent', 'cookies › a cookie is set, then sent'),
    covered(
      'the page’s cookies are not sent to another host',
      'wpt responses › a cookie of the page is not sent across sites',
    ),
    covered('nor another host’s to the page', 'wpt responses › a cookie of another site is not sent to the page'),
    covered('same-origin: cookies are dropped', 'cookies › credentials same-origin: a cookie is not kept'),
    covered(
      'one host’s cookies are not sent to another host',
      'wpt responses › a cookie of another site is not sent to the API',
    ),
  ),
  file(
    'fetch/api/cors/cors-expose-star.sub.any.js',
    'servo-2022 1f531f66ea9d',
    covered(
      '`*` exposes all but Set-Cookie',
      'wpt responses › a header called * under the wildcard',
      'exposure › every header exposed',
    ),
    covered(
      'with credentials `*` is a name',
      'wpt responses › with credentials, only the header called * is exposed by *',
      'exposure › with credentials, every header is a header called *',
    ),
    covered('`*` may be one of several', 'wpt responses › a header called * under the wildcard and another name'),
  ),
  file(
    'fetch/api/cors/cors-filtering.sub.any.js',
    'servo-2022 2a4e7bcac07f',
    covered('safelisted headers are readable', 'exposure › safelisted response headers'),
    covered('Age, Server and Warning are not', 'wpt responses › headers that are hidden unless exposed'),
    covered('unless exposed', 'wpt responses › headers that are hidden unless exposed, exposed'),
    covered(
      'Set-Cookie and Set-Cookie2 never are, with credentials or without',
      'exposure › a cookie is never exposed',
      'wpt responses › a header called * under the wildcard',
      'cors/headers.test.ts › Set-Cookie is never readable',
    ),
  ),
  file(
    'fetch/api/cors/cors-keepalive.any.js',
    'servo 1359e8e4624d',
    covered(
      'keepalive changes nothing: opaque, refused, readable',
      'wpt responses › keepalive asks like any other request, same-site',
      'wpt responses › keepalive asks like any other request, cross-site',
    ),
    not('another scheme', reasons.https),
    not('asked while the page unloads', reasons.unload),
  ),
  file(
    'fetch/api/cors/cors-multiple-origins.sub.any.js',
    'servo-2022 789ba9b23483',
    covered(
      'lists of origins are refused',
      'wpt origins › values that are several, with commas',
      'simple › a list with commas',
      'simple › the wildcard among others',
    ),
  ),
  file(
    'fetch/api/cors/cors-no-preflight.any.js',
    'wpt 7521c85d6471',
    covered('GET, POST and HEAD need no preflight, of whichever server', asked),
    covered(
      'nor do safelisted headers',
      'wpt requests › GET with safelisted headers',
      'safelist › Content-Type TEXT/PLAIN;charset=utf-8 needs no preflight',
    ),
    not('another scheme', reasons.https),
  ),
  file(
    'fetch/api/cors/cors-origin.any.js',
    'wpt 7521c85d6471',
    covered('this page is allowed, by GET, POST and HEAD', asked),
    covered(
      'the server’s own origin is not the page’s',
      'wpt origins › only the API itself is allowed, whoever is asked and how',
    ),
    covered(
      'PUT: the preflight allows this page or another',
      'preflighted › PUT is listed',
      'preflighted › the preflight allows another origin',
    ),
    covered('an empty value is refused', 'simple › an empty value'),
    not('another scheme', reasons.https),
  ),
  file(
    'fetch/api/cors/cors-preflight-cache-tainted.any.js',
    'servo 683eab21c0b6',
    covered(
      'what was permitted to null after a redirect does not serve the page, nor the other way round',
      'cors/fetch/preflight-cache.test.ts › after a redirect to another server is the permission of the origin null, and of nobody else',
      'cache › permissions along a redirect to another API',
    ),
  ),
  file(
    'fetch/api/cors/cors-preflight-cache.any.js',
    'servo c77e2266bfff',
    covered(
      'a permission for a header serves the next request',
      'cors/fetch/preflight-cache.test.ts › a POST with the header',
      'cache › permissions along a redirect',
    ),
    covered(
      'a remembered wildcard does not serve Authorization',
      'wpt preflights › any header, remembered, does not serve Authorization',
    ),
  ),
  file(
    'fetch/api/cors/cors-preflight-not-cors-safelisted.any.js',
    'wpt 8cc44e820e04',
    covered(
      'values with a byte too many, or too long, need a preflight',
      'wpt requests › headers that need a preflight',
      'wpt requests › languages with a byte too many',
      'wpt requests › types of another name',
      'wpt requests › ranges that are none',
    ),
    covered(
      'which, if it allows them, lets the request pass',
      'wpt requests › headers that need a preflight and get it',
    ),
  ),
  file(
    'fetch/api/cors/cors-preflight-redirect.any.js',
    'servo a8769604c7c7',
    covered(
      'a preflight does not follow redirects',
      'wpt preflights › a preflight redirected with any status',
      'preflighted › preflight redirected with 301',
      'preflighted › preflight redirected with 307',
    ),
    covered(
      'after a preflight a redirect is followed, with another preflight',
      everyHop('API to itself with a preflight'),
    ),
  ),
  file(
    'fetch/api/cors/cors-preflight-referrer.any.js',
    'wpt 7521c85d6471',
    covered(
      'the preflight tells the same referrer as its request: none, or the origin',
      'wpt preflights › a preflight tells the referrer that its request tells',
    ),
    not('the other policies, and a referrer of one’s own', reasons.referrers),
  ),
  file(
    'fetch/api/cors/cors-preflight-response-validation.any.js',
    'wpt 27c3122cf9dd',
    covered('names that are no list fail', 'preflighted › headers that are no list: X-Trace X-Other'),
    covered(
      'methods that are no list fail, for GET too',
      'preflighted › methods that are no list spoil a header’s permission',
    ),
  ),
  file(
    'fetch/api/cors/cors-preflight-star.any.js',
    'wpt 8cc44e820e04',
    covered(
      '`*` among methods and headers, without credentials',
      'wpt preflights › credentials omit: GET with X-Test where get and x-test are allowed',
      'wpt preflights › credentials omit: SUPER with X-Test where * and x-test are allowed',
      'wpt preflights › credentials omit: OK with X-Test where * and * are allowed',
    ),
    covered('and with them, when it is a name', 'wpt preflights › credentials include: …'),
  ),
  file(
    'fetch/api/cors/cors-preflight-status.any.js',
    'wpt 7521c85d6471',
    covered(
      '200 to 206 succeed',
      'wpt preflights › a preflight may be answered with any status of success',
      'preflighted › preflight answered with 200',
      'preflighted › preflight answered with 204',
    ),
    covered(
      '300 to 308 fail',
      'wpt preflights › a preflight answered with 3xx that is no redirect',
      'wpt preflights › a preflight redirected with any status',
      'preflighted › preflight redirected with 301',
      'preflighted › preflight redirected with 307',
      'preflighted › preflight answered with 304, and every header right',
    ),
    covered(
      '400 to 405 and 501 to 505 fail',
      'wpt preflights › a preflight answered with 4xx',
      'wpt preflights › a preflight answered with 5xx',
      'preflighted › preflight answered with 400, and every header right',
      'preflighted › preflight answered with 401, and every header right',
      'preflighted › preflight answered with 404, and every header right',
      'preflighted › preflight answered with 405, and every header right',
    ),
  ),
  file(
    'fetch/api/cors/cors-preflight-unterminated-body.any.js',
    'servo d73b1afa7403',
    not('a preflight’s body that never ends holds nothing up', 'our server ends every answer'),
  ),
  file(
    'fetch/api/cors/cors-preflight.any.js',
    'wpt 8cc44e820e04',
    covered('DELETE, PATCH and a method of one’s own, allowed', 'wpt preflights › methods that a preflight allows'),
    covered('and refused', 'wpt preflights › methods that a preflight refuses'),
    covered('PUT, allowed and refused', 'preflighted › PUT is listed', 'preflighted › PUT is not listed'),
    covered(
      'a header, allowed and refused',
      'preflighted › header names in any case',
      'preflighted › a header is not listed',
    ),
    covered(
      'several headers: in lower case, sorted, without the safelisted ones',
      'wpt preflights › several headers, of which the safelisted ones are not asked for',
      'wpt preflights › several headers, of which none is allowed',
    ),
    covered(
      'only safelisted headers: nothing is asked',
      'wpt preflights › only safelisted headers: no header is asked for',
    ),
    not('the preflight has a User-Agent', 'what a browser calls itself decides nothing about CORS'),
  ),
  file(
    'fetch/api/cors/cors-redirect-credentials.any.js',
    'wpt 8cc44e820e04',
    covered('without user and password: followed', everyHop('page to API: the origin')),
    covered(
      'with both, any status, any way: refused',
      everyHop('a password on the way from page to API'),
      everyHop('a password on the way from API to itself'),
      everyHop('a password on the way from API to another'),
      everyHop('a password on the way from API to page'),
    ),
    covered(
      'with either: refused',
      "cors/fetch/location.test.ts › ['http://u:@localhost:4001/'",
      "cors/fetch/location.test.ts › ['http://:p@localhost:4001/'",
    ),
  ),
  file(
    'fetch/api/cors/cors-redirect-preflight.any.js',
    'wpt 7521c85d6471',
    covered(
      'any status, any way: a preflight after the redirect succeeds',
      everyHop('page to API with a preflight'),
      everyHop('API to the page with a preflight'),
      everyHop('API to another with a preflight'),
    ),
    covered(
      'or fails',
      'redirects › page to API with a header of one’s own',
      'redirects › a header of one’s own, redirected to another API whose preflight allows the page',
      'cors/fetch/redirect.test.ts › may fail',
    ),
  ),
  file(
    'fetch/api/cors/cors-redirect.any.js',
    'wpt 7521c85d6471',
    covered(
      'any status, any way: no preflight, and the page’s origin or null',
      everyHop('API to itself: the origin'),
      everyHop('API to another: null'),
      everyHop('page to API: the origin'),
      everyHop('API to the page: null'),
    ),
  ),
  file('fetch/api/cors/data-url-iframe.html', 'wpt 0f33d6f700be', ...nullOrigin),
  file('fetch/api/cors/data-url-shared-worker.html', 'wpt 0f33d6f700be', ...nullOrigin),
  file('fetch/api/cors/data-url-worker.html', 'wpt 0f33d6f700be', ...nullOrigin),
  file(
    'fetch/api/cors/sandboxed-iframe.html',
    'divmain 5942d002aa87',
    covered('a sandboxed frame reads what allows any origin', framed),
  ),
];

export const redirectFolder: readonly WptFile[] = [
  file(
    'fetch/api/redirect/redirect-back-to-original-origin.any.js',
    'wpt 8cc44e820e04',
    covered('no-cors, API to page: opaque', 'redirects › no-cors, API back to the page'),
    covered('cors, API to page: readable, filtered', 'redirects › API back to the page, which must allow null'),
  ),
  file(
    'fetch/api/redirect/redirect-count.any.js',
    'wpt 7521c85d6471',
    covered('20 are followed, of any status', everyHop('20 redirects'), 'redirects › 20 redirects'),
    covered('21 are not', everyHop('21 redirects'), 'redirects › 21 redirects'),
  ),
  file(
    'fetch/api/redirect/redirect-empty-location.any.js',
    'servo-2022 5fce777275a6',
    covered(
      'an empty Location is refused in the end, and handed over in mode manual',
      'cors/fetch/location.test.ts › may be empty, and then leads to the same URL again and again',
    ),
  ),
  file(
    'fetch/api/redirect/redirect-keepalive.any.js',
    'servo 3fc584d1a16f',
    not('redirects that outlive their page', reasons.unload),
  ),
  file(
    'fetch/api/redirect/redirect-keepalive.https.any.js',
    'servo f7b423faa0b7',
    not('redirects to an insecure server that outlive their page', reasons.unload),
  ),
  file(
    'fetch/api/redirect/redirect-location-escape.tentative.any.js',
    'servo-2022 e4bfcbf80a64',
    not('bytes beyond ASCII in Location', 'how a URL is parsed, not CORS; no Location of our server holds such bytes'),
  ),
  file(
    'fetch/api/redirect/redirect-location.any.js',
    'servo-2022 9281c3d94d3f',
    covered('no Location: the answer is the answer', everyHop('no Location'), 'redirects › no Location'),
    covered('and in mode manual a redirect', everyHop('no Location, redirect manual')),
    covered(
      'a Location of another scheme is refused',
      everyHop('Location is a data: URL'),
      "cors/fetch/location.test.ts › ['other:x'",
    ),
    covered('and handed over in mode manual', everyHop('Location is a data: URL, redirect manual')),
  ),
  file(
    'fetch/api/redirect/redirect-method.any.js',
    'wpt 1496b5bb1e88',
    covered(
      'GET and HEAD stay, POST becomes GET after 301 to 303, with its body and the headers of it',
      'wpt redirects › what 301 makes of GET, HEAD, POST and a body',
      'wpt redirects › what 302 makes of GET, HEAD, POST and a body',
      'wpt redirects › what 303 makes of GET, HEAD, POST and a body',
      'wpt redirects › what 307 makes of GET, HEAD, POST and a body',
    ),
    covered('303 makes any other method GET', 'wpt redirects › 303 makes a method of one’s own a GET'),
    covered('307 keeps a Blob', 'wpt redirects › 307 keeps a Blob'),
    covered('`redirected` tells', 'cors/fetch/location.test.ts › %s leads to %s'),
  ),
  file(
    'fetch/api/redirect/redirect-mode.any.js',
    'webkit 5be79ad967f3',
    covered(
      'each redirect mode, cors and no-cors, on the own origin',
      ...[301, 302, 303, 307, 308].map((status) => `wpt redirects › redirect modes on the own origin, ${status}`),
    ),
    covered(
      'and on another',
      ...[301, 302, 303, 307, 308].map((status) => `wpt redirects › redirect modes at the API, ${status}`),
    ),
    covered(
      'what is handed over tells the URL that was asked',
      'cors/fetch/location.test.ts › manual shows where one was, and nothing else',
    ),
  ),
  file(
    'fetch/api/redirect/redirect-origin.any.js',
    'wpt 7521c85d6471',
    covered(
      'any status: no Origin, the page’s, or null',
      everyHop('page to page: no Origin'),
      everyHop('page to API: the origin'),
      everyHop('API to itself: the origin'),
      everyHop('API to the page: null'),
    ),
  ),
  file(
    'fetch/api/redirect/redirect-referrer-override.any.js',
    '',
    not('Referrer-Policy of a redirect', reasons.referrers),
  ),
  file(
    'fetch/api/redirect/redirect-referrer.any.js',
    'wpt 8cc44e820e04',
    not('Referrer-Policy of a redirect', reasons.referrers),
  ),
  file(
    'fetch/api/redirect/redirect-schemes.any.js',
    'wpt d09aedb727ce',
    covered(
      'mailto:, about:, blob: and unknown schemes are refused',
      "cors/fetch/location.test.ts › ['mailto:a@b.test'",
      "cors/fetch/location.test.ts › ['about:blank'",
      "cors/fetch/location.test.ts › ['blob:x'",
      "cors/fetch/location.test.ts › ['other:x'",
    ),
    covered('so is data:', everyHop('Location is a data: URL')),
  ),
  file(
    'fetch/api/redirect/redirect-to-dataurl.any.js',
    'wpt 8cc44e820e04',
    covered(
      'refused on the own origin in each mode',
      everyHop('Location is a data: URL'),
      'wpt redirects › no-cors, and Location is a data: URL',
      'wpt redirects › same-origin, and Location is a data: URL',
    ),
    covered(
      'and on another',
      'redirects › Location is a data: URL',
      'wpt redirects › no-cors to the API, and Location is a data: URL',
    ),
  ),
  file(
    'fetch/api/redirect/redirect-upload.h2.any.js',
    'wpt 9c93468c238a',
    not('a stream cannot be sent again', reasons.streams),
  ),
];
