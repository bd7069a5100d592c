import { covered, file, not, reasons, type WptFile } from './file.ts';

const xhr = (name: string) => `wpt xhr › XMLHttpRequest${name}`;
const led = (name: string) => `wpt xhr redirects › XMLHttpRequest${name}`;

const allowed = xhr(' is allowed this page, or any');
const framed = xhr(' in a sandboxed frame: its own server is a stranger');
const denied = covered('the preflight does not allow the header', xhr(', and the preflight allows nothing'));
const methodDenied = covered('the preflight does not allow the method', xhr(', and the preflight allows nothing'));
const notSupported = covered('the server does not know preflights', xhr(', and the server does not know preflights'));
const withHeader = covered(
  'the preflight names a header and does not carry it',
  xhr(' with a header, which the preflight names and does not carry'),
);
const body = covered(
  'the page reads the response’s body, not the preflight’s',
  xhr(', and the preflight has a body too'),
);
const status = covered('the preflight fails', xhr(', and the preflight is not answered with success'));
const urlCredentials = not('user and password given to open() are not sent across origins', reasons.authentication);

export const xhrFolder: readonly WptFile[] = [
  file(
    'xhr/XMLHttpRequest-withCredentials.any.js',
    'servo 37ae1c0f315a',
    not('withCredentials and when it may be set', reasons.states),
  ),
  file(
    'xhr/access-control-and-redirects-async-same-origin.any.js',
    'servo 1359e8e4624d',
    covered(
      'page to API, with credentials and without, where any origin, the page with credentials or the page alone is allowed',
      led(' from page to API that allows any origin'),
      led(' from page to API that allows the page and credentials'),
      led(' from page to API that allows the page alone'),
    ),
  ),
  file(
    'xhr/access-control-and-redirects-async.any.js',
    'servo 1359e8e4624d',
    covered(
      'API to itself: allowed, without permission, with a password, to another scheme',
      led(' from API to itself, which allows the redirect or not'),
    ),
    covered('a preflight is redirected', led(' whose preflight is redirected')),
    covered('page to page with a header', led(' with a header, page to page')),
  ),
  file(
    'xhr/access-control-and-redirects.any.js',
    'servo 37ae1c0f315a',
    covered('page to API', led(' from page to API that allows the page alone')),
    covered('API to page', led(' from API to page')),
    covered('API to itself', led(' from API to itself, which allows the redirect or not')),
  ),
  file(
    'xhr/access-control-basic-allow-access-control-origin-header-data-url.htm',
    'servo 37ae1c0f315a',
    covered('a frame without an origin says null and is allowed', framed),
  ),
  file(
    'xhr/access-control-basic-allow-access-control-origin-header.any.js',
    'servo 1359e8e4624d',
    covered('the page’s origin is told, and allowed', allowed),
  ),
  file('xhr/access-control-basic-allow-async.any.js', 'servo cc4650aeb308', covered('the page is allowed', allowed)),
  file(
    'xhr/access-control-basic-allow-non-cors-safelisted-method-async.any.js',
    'servo cc4650aeb308',
    covered('PUT is allowed, with text', xhr(' of PUT with text')),
  ),
  file(
    'xhr/access-control-basic-allow-non-cors-safelisted-method.any.js',
    'wpt 8cc44e820e04',
    covered('PUT is allowed, with text', xhr(' of PUT with text')),
  ),
  file(
    'xhr/access-control-basic-allow-preflight-cache-invalidation-by-header.any.js',
    'servo 221bbd419142',
    covered('a permission does not serve another header', xhr(', a permission is remembered')),
  ),
  file(
    'xhr/access-control-basic-allow-preflight-cache-invalidation-by-method.any.js',
    'wpt 7521c85d6471',
    covered('a permission does not serve another method', xhr(', a permission is remembered')),
  ),
  file(
    'xhr/access-control-basic-allow-preflight-cache-timeout.any.js',
    'servo d758fca541ff',
    covered('a permission runs out', xhr(', a permission runs out')),
  ),
  file(
    'xhr/access-control-basic-allow-preflight-cache.any.js',
    'servo 221bbd419142',
    covered('a permission is remembered', xhr(', a permission is remembered')),
  ),
  file('xhr/access-control-basic-allow-star.any.js', 'servo cc4650aeb308', covered('any origin is allowed', allowed)),
  file('xhr/access-control-basic-allow.any.js', 'wpt 8cc44e820e04', covered('the page is allowed', allowed)),
  file(
    'xhr/access-control-basic-cors-safelisted-request-headers.htm',
    'wpt 8cc44e820e04',
    covered('safelisted headers are sent without a preflight', xhr(' of POST with safelisted headers')),
  ),
  file(
    'xhr/access-control-basic-cors-safelisted-response-headers.htm',
    'servo 37ae1c0f315a',
    covered('safelisted headers are readable, others are not', xhr(' reads the safelisted response headers')),
  ),
  file(
    'xhr/access-control-basic-denied.htm',
    'servo 1359e8e4624d',
    covered('without permission only the own origin is readable', xhr(' is denied, but not by its own origin')),
  ),
  file('xhr/access-control-basic-get-fail-non-simple.htm', 'servo d758fca541ff', notSupported),
  file(
    'xhr/access-control-basic-non-cors-safelisted-content-type.htm',
    'servo d758fca541ff',
    covered('PUT is allowed with text, not with XML', xhr(' of PUT with text'), xhr(' of PUT with XML')),
  ),
  file(
    'xhr/access-control-basic-non-cors-safelisted-last-event-id.htm',
    'wpt 3b22690bc94e',
    covered('Last-Event-ID with a byte too many is refused', xhr(' of PUT with Last-Event-ID')),
    not(
      'Last-Event-ID without needs no permission',
      'the standard’s safelist does not name it; the other stored copies no longer have this test',
    ),
  ),
  file(
    'xhr/access-control-basic-post-success-no-content-type.htm',
    'servo cc4650aeb308',
    covered('text without a type of one’s own needs no preflight', xhr(' of POST with text needs no preflight')),
  ),
  file(
    'xhr/access-control-basic-post-with-non-cors-safelisted-content-type.htm',
    'servo 221bbd419142',
    covered(
      'XML needs a preflight, but not to the own origin',
      xhr(' of POST with XML, and the server does not know preflights'),
    ),
  ),
  file('xhr/access-control-basic-preflight-denied.htm', 'servo 1359e8e4624d', notSupported),
  file(
    'xhr/access-control-expose-headers-on-redirect.html',
    'servo 37ae1c0f315a',
    covered('what is exposed after a redirect is readable', xhr(' reads what is exposed after a redirect')),
  ),
  file('xhr/access-control-preflight-async-header-denied.htm', 'servo 221bbd419142', denied),
  file('xhr/access-control-preflight-async-method-denied.htm', 'wpt 7521c85d6471', methodDenied),
  file('xhr/access-control-preflight-async-not-supported.htm', 'wpt 7521c85d6471', notSupported),
  file(
    'xhr/access-control-preflight-credential-async.htm',
    'servo 1359e8e4624d',
    covered(
      '401 is readable, and nobody is asked for a password',
      xhr(' with credentials is not asked for a password'),
    ),
    urlCredentials,
  ),
  file(
    'xhr/access-control-preflight-credential-sync.htm',
    'servo d758fca541ff',
    covered(
      '401 is readable, and nobody is asked for a password',
      xhr(' with credentials is not asked for a password'),
    ),
    urlCredentials,
  ),
  file('xhr/access-control-preflight-headers-async.htm', 'wpt 7521c85d6471', withHeader),
  file('xhr/access-control-preflight-headers-sync.htm', 'servo 221bbd419142', withHeader),
  file(
    'xhr/access-control-preflight-request-allow-headers-returns-star.any.js',
    'servo 221bbd419142',
    covered('any header is allowed', xhr(', any header')),
  ),
  file(
    'xhr/access-control-preflight-request-header-lowercase.htm',
    'wpt 8cc44e820e04',
    covered('names are asked for in lower case', xhr(' with a header, which the preflight names and does not carry')),
  ),
  file(
    'xhr/access-control-preflight-request-header-returns-origin.any.js',
    'servo 37ae1c0f315a',
    covered(
      'preflight and response may allow the page in different words',
      xhr(', the page is allowed by the preflight and anybody by the response'),
    ),
  ),
  file(
    'xhr/access-control-preflight-request-header-sorted.htm',
    'servo 37ae1c0f315a',
    covered('names are sorted by bytes', xhr(' with headers, sorted by bytes')),
  ),
  file(
    'xhr/access-control-preflight-request-headers-origin.htm',
    'servo d758fca541ff',
    covered('Origin is not asked for', xhr(' with a header, which the preflight names and does not carry')),
  ),
  file('xhr/access-control-preflight-request-invalid-status-301.htm', 'wpt 8cc44e820e04', status),
  file('xhr/access-control-preflight-request-invalid-status-400.htm', 'servo cc4650aeb308', status),
  file('xhr/access-control-preflight-request-invalid-status-501.htm', 'wpt 8cc44e820e04', status),
  file(
    'xhr/access-control-preflight-request-must-not-contain-cookie.htm',
    'wpt 8cc44e820e04',
    covered('a preflight carries no cookie', xhr(', a preflight carries no cookie')),
  ),
  file('xhr/access-control-preflight-sync-header-denied.htm', 'servo 221bbd419142', denied),
  file('xhr/access-control-preflight-sync-method-denied.htm', 'wpt 7521c85d6471', methodDenied),
  file('xhr/access-control-preflight-sync-not-supported.htm', 'servo 37ae1c0f315a', notSupported),
  file(
    'xhr/access-control-recursive-failed-request.htm',
    'servo 221bbd419142',
    covered('what was refused is refused again', xhr(' is denied, but not by its own origin')),
  ),
  file('xhr/access-control-response-with-body-sync.htm', 'servo d758fca541ff', body),
  file('xhr/access-control-response-with-body.htm', 'servo 1359e8e4624d', body),
  file(
    'xhr/access-control-response-with-exposed-headers.htm',
    'wpt 8cc44e820e04',
    covered('what is exposed is readable', xhr(' reads what is exposed')),
  ),
  file(
    'xhr/access-control-sandboxed-iframe-allow-origin-null.htm',
    'servo 221bbd419142',
    covered('a frame without an origin is allowed by null', framed),
  ),
  file(
    'xhr/access-control-sandboxed-iframe-allow.htm',
    'servo d758fca541ff',
    covered('and by a server that allows any origin', framed),
  ),
  file(
    'xhr/access-control-sandboxed-iframe-denied-without-wildcard.htm',
    'servo 37ae1c0f315a',
    covered(
      'but not by one that allows the page around it',
      xhr(' in a sandboxed frame, and the server allows the page around it'),
    ),
  ),
  file(
    'xhr/access-control-sandboxed-iframe-denied.htm',
    'servo cc4650aeb308',
    covered('nor by its own server that says nothing', framed),
  ),
  file(
    'xhr/allow-lists-starting-with-comma.htm',
    'wpt 8cc44e820e04',
    covered('lists may begin with a comma', xhr(', lists that begin with a comma')),
  ),
  file(
    'xhr/anonymous-mode-unsupported.htm',
    'servo d758fca541ff',
    not('an option of an old draft does nothing', reasons.states),
  ),
  file(
    'xhr/cors-upload.any.js',
    'servo 37ae1c0f315a',
    covered('a form is sent without a preflight', xhr(' of a form needs no preflight')),
    covered('and with one', xhr(' of a form with Authorization and credentials')),
  ),
  file('xhr/data-uri.htm', 'wpt 29dbd7bbbabf', not('data: URLs are read', reasons.dataUrl)),
  file(
    'xhr/event-upload-progress-crossorigin.any.js',
    'servo d758fca541ff',
    covered(
      'a listener to the upload: the request has a preflight, here and after a redirect to another origin',
      xhr(' with an upload listener needs a preflight'),
      xhr(' with an upload listener, redirected to the API'),
    ),
    not('which events are fired', reasons.events),
  ),
  file(
    'xhr/header-user-agent-async.htm',
    'servo d758fca541ff',
    not('requests and preflights have a User-Agent', 'what a browser calls itself decides nothing about CORS'),
  ),
  file(
    'xhr/header-user-agent-sync.htm',
    'servo d758fca541ff',
    not('requests and preflights have a User-Agent', 'what a browser calls itself decides nothing about CORS'),
  ),
  file(
    'xhr/open-url-worker-origin.htm',
    'divmain 3203f9199390',
    covered('a worker asks with its page’s origin', xhr(' in a worker')),
    not('its referrer is the worker’s URL', reasons.referrers),
  ),
  file(
    'xhr/open-url-redirected-worker-origin.htm',
    'servo 37ae1c0f315a',
    not('the origin of a worker whose script was redirected', 'our worker’s script is not redirected'),
  ),
  file(
    'xhr/open-url-redirected-sharedworker-origin.htm',
    'servo 37ae1c0f315a',
    not('the origin of a shared worker whose script was redirected', 'our worker’s script is not redirected'),
  ),
  file(
    'xhr/open-user-password-non-same-origin.htm',
    'servo d758fca541ff',
    not('open() takes a user and a password for another origin', reasons.authentication),
  ),
  file(
    'xhr/preserve-ua-header-on-redirect.htm',
    'divmain 3203f9199390',
    not('User-Agent survives redirects', 'User-Agent on the own origin, not CORS'),
  ),
  file(
    'xhr/security-consideration.sub.html',
    'servo 37ae1c0f315a',
    covered('no permission: the error event', xhr(' is denied, but not by its own origin')),
    not('which events are fired, and with which numbers', reasons.events),
  ),
  file(
    'xhr/send-after-setting-document-domain.htm',
    'servo d758fca541ff',
    not('document.domain does not change the origin that asks', 'no page of ours sets document.domain'),
  ),
  file('xhr/send-authentication-basic-cors-not-enabled.htm', 'servo d758fca541ff', urlCredentials),
  file('xhr/send-authentication-basic-cors.htm', 'servo d758fca541ff', urlCredentials),
  file(
    'xhr/send-authentication-cors-basic-setrequestheader.htm',
    'servo 1359e8e4624d',
    covered('Authorization is sent with credentials', xhr(' with Authorization, with credentials and without')),
  ),
  file(
    'xhr/send-authentication-cors-setrequestheader-no-cred.htm',
    'servo 8da7cf813076',
    covered('Authorization is sent without credentials too', xhr(' with Authorization, with credentials and without')),
    covered('but not unless it is listed', xhr(' with Authorization, which is not listed')),
  ),
  file(
    'xhr/send-conditional-cors.htm',
    'wpt 81f7e8369b57',
    covered('304 is readable with permission, and not without', xhr(' that asks whether something was modified')),
  ),
  file('xhr/send-network-error-*', 'servo d758fca541ff', not('the events of a network error', reasons.events)),
  file(
    'xhr/send-non-same-origin.htm',
    'servo 1359e8e4624d',
    covered('another origin without permission is refused', xhr(' is denied, but not by its own origin')),
    not('mailto:, tel:, javascript:, about: and blob: URLs are refused', 'our page asks http: URLs only'),
  ),
  file(
    'xhr/send-redirect-bogus.htm',
    'servo 37ae1c0f315a',
    covered(
      'a Location of another scheme is refused',
      led(' that is led nowhere'),
      "cors/fetch/location.test.ts › ['mailto:a@b.test'",
      "cors/fetch/location.test.ts › ['other:x'",
    ),
    not('a Location of a host that does not exist', 'needs a name that no network answers'),
  ),
  file(
    'xhr/send-redirect-bogus-sync.htm',
    'servo 221bbd419142',
    covered(
      'a Location of another scheme is refused',
      led(' that is led nowhere'),
      "cors/fetch/location.test.ts › ['mailto:a@b.test'",
      "cors/fetch/location.test.ts › ['other:x'",
    ),
    not('a Location of a host that does not exist', 'needs a name that no network answers'),
  ),
  file(
    'xhr/send-redirect-infinite.htm',
    'servo 221bbd419142',
    covered('redirects without end are refused', led(' that is led nowhere')),
  ),
  file(
    'xhr/send-redirect-infinite-sync.htm',
    '',
    not('redirects without end are refused', 'its text could not be read; its asynchronous twin is above'),
  ),
  file(
    'xhr/send-redirect-no-location.htm',
    'servo 37ae1c0f315a',
    covered('without Location the answer is the answer', led(' that is led nowhere')),
  ),
  file(
    'xhr/send-redirect-post-upload.htm',
    'servo 2dd374e28721',
    covered('POST becomes GET or stays', led(' of POST with an upload listener, page to page')),
    not('which events are fired', reasons.events),
  ),
  file(
    'xhr/send-redirect-to-cors.htm',
    'wpt c814858d49ab',
    covered('GET, any status', led(' of GET from page to API, any status')),
    covered('GET with a type that is listed', led(' of GET with a type of its own, from page to API')),
    covered('GET with a type that is not', led(' of GET with a type that the API does not list, from page to API')),
    covered(
      'POST becomes GET after 301 and 302, any method but GET after 303, and loses its type',
      led(' of POST and a method of its own, 301 to 303 from page to API'),
    ),
    covered('307 keeps POST, with text, bytes or nothing', led(' of POST, 307 from page to API')),
    covered(
      '307 and 308 keep a type that then has to be listed',
      led(' with a type of its own, 307 from page to API'),
      led(' with a type of its own, 308 from page to API'),
    ),
    covered('308 keeps a method and a safelisted type', led(' of FOO with a safelisted type, 308 from page to API')),
  ),
  file(
    'xhr/send-redirect-to-non-cors.htm',
    'servo 221bbd419142',
    covered('any status: an API that says nothing is not readable', led(' from page to API that says nothing')),
  ),
  file(
    'xhr/send-redirect.htm',
    'wpt 1f3b037e43da',
    covered(
      '301, 302, 303, 307 and 308 keep GET and its type',
      led(' of GET with a type of its own, page to page, any status'),
    ),
    covered(
      'no other 3xx is a redirect',
      led(', and 3xx that is no redirect'),
      'cors/fetch/redirect.test.ts › %i is no redirect',
    ),
  ),
  file(
    'xhr/timeout-cors-async.htm',
    'servo 8da7cf813076',
    not('a request across origins times out', 'no request of ours has a time limit'),
  ),
  file(
    'xhr/xhr-authorization-redirect.any.js',
    'wpt 6a7ba6836256',
    covered(
      'Authorization is sent, kept on the own origin, and dropped on the way to another',
      led(' with Authorization: to the page, by way of itself, and by way of the API'),
    ),
  ),

  file('xhr/abort-*', '', not('abort(): states and events', reasons.states)),
  file('xhr/event-*', '', not('events, but for the upload across origins', reasons.events)),
  file('xhr/formdata*', '', not('FormData', 'a form’s content, not CORS')),
  file(
    'xhr/getallresponseheaders*',
    '',
    not('how headers are told', 'the form of header values on the own origin, not CORS'),
  ),
  file(
    'xhr/getresponseheader*',
    '',
    not('how a header is told', 'the form of header values on the own origin, not CORS'),
  ),
  file('xhr/open-*', '', not('open(): methods, URLs, states', reasons.states)),
  file('xhr/overridemimetype-*', '', not('overrideMimeType()', 'how a body is decoded, not CORS')),
  file('xhr/progressevent-*', '', not('ProgressEvent', reasons.events)),
  file('xhr/response*', '', not('the response in each of its types', 'how a body is decoded, not CORS')),
  file(
    'xhr/send-*',
    '',
    not('send(): bodies, types, authentication and events on the own origin', 'the own origin, not CORS'),
  ),
  file(
    'xhr/setrequestheader-*',
    '',
    not('setRequestHeader()', 'which headers an author may set on the own origin, not CORS'),
  ),
  file('xhr/status*', '', not('status and statusText on the own origin', 'the own origin, not CORS')),
  file('xhr/sync-*', '', not('synchronous requests', 'no request of ours is synchronous')),
  file('xhr/timeout-*', '', not('timeouts', 'no request of ours has a time limit')),
  file('xhr/xmlhttprequest-*', '', not('timeouts, synchronous requests and events', 'timing, not CORS')),
  file(
    'xhr/*',
    '',
    not('what else there is: encodings, JSON, workers that end, interfaces', 'the own origin, not CORS'),
  ),
];
