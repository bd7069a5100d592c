import { asAsked } from '../ask.ts';
import { getHeader, type HeaderLine } from '../http.ts';
import type { FetchCall } from '../outcome.ts';
import { fixedBody, imageType, sampleImage } from '../samples.ts';
import type { Api, CacheMode, Context, CredentialsMode, RedirectMode, RequestMode } from '../scenario.ts';

interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
}

/** What a page on http://localhost:4000 asked, what was answered, and every console line that followed. */
export interface Seen {
  readonly name: string;
  /** `fetch()` in the document, where nothing else is said. */
  readonly api?: Api;
  readonly context?: Context;
  readonly url: string;
  readonly init: {
    readonly method?: string;
    readonly headers?: readonly HeaderLine[];
    readonly body?: string;
    /** The body is a Blob of this type. */
    readonly mime?: string;
    readonly credentials?: CredentialsMode;
    readonly mode?: RequestMode;
    readonly redirect?: RedirectMode;
    readonly cache?: CacheMode;
  };
  /** Null: the connection was cut. */
  readonly preflight?: Answer | null;
  readonly response?: Answer;
  readonly chromium: readonly string[];
  readonly firefox: readonly string[];
  readonly webkit: readonly string[];
}

/** What was asked, in full. */
export const recordedCall = ({ api = 'fetch', context = 'document', url, init }: Seen): FetchCall =>
  asAsked({
    api,
    context,
    url,
    method: init.method ?? 'GET',
    headers: init.headers ?? [],
    body:
      init.body === undefined ? null : { type: init.mime ? 'blob' : 'text', text: init.body, mime: init.mime ?? '' },
    credentials: init.credentials ?? 'same-origin',
    mode: init.mode ?? 'cors',
    redirect: init.redirect ?? 'follow',
    cache: init.cache ?? 'default',
    referrerPolicy: '',
    keepalive: false,
    uploadListener: false,
  });

/** The body that came with an answer, which its type decides. */
export function recordedBody({ headers }: Answer): string {
  const type = getHeader(headers, 'content-type') ?? '';
  return fixedBody(type) ?? (type === imageType ? sampleImage : '');
}

/** Recorded in Chromium 156, Firefox 153 and WebKitGTK 2.50. */
export const seen: readonly Seen[] = [
  {
    name: 'acao-missing',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-missing-500',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 500, headers: [] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 500.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 500',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-empty',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', '']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains the invalid value ''. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-wild-cred',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-two-lines',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains multiple values 'http://localhost:4000, *', but only one is allowed. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).',
    ],
    webkit: [
      'Access-Control-Allow-Origin cannot contain more than one origin.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-comma',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000, http://a.example']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains multiple values 'http://localhost:4000, http://a.example', but only one is allowed. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://localhost:4000, http://a.example’).',
    ],
    webkit: [
      'Access-Control-Allow-Origin cannot contain more than one origin.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-space',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000 http://a.example']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains multiple values 'http://localhost:4000 http://a.example', but only one is allowed. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://localhost:4000 http://a.example’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-invalid',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'localhost']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header contains the invalid value 'localhost'. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘localhost’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-invalid-sub',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'https://*.example']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'https://*.example' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://*.example’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-mismatch',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:3000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'http://localhost:3000' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://localhost:3000’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-slash',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000/']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'http://localhost:4000/' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://localhost:4000/’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acao-null',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'null']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'null' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘null’).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acac-missing',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).',
    ],
    webkit: [
      'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acac-True',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: {
      status: 200,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Credentials', 'True'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Credentials' header in the response is 'True' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).',
    ],
    webkit: [
      'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-acao-missing',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 204, headers: [] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 204.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 204',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-acao-missing-404',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 404, headers: [] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 404.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Preflight response is not successful. Status code: 404',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-acao-mismatch',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 204, headers: [['Access-Control-Allow-Origin', 'http://a.example']] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The 'Access-Control-Allow-Origin' header has a value 'http://a.example' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://a.example’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 204',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-acac-missing',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT', credentials: 'include' },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-wild-cred',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT', credentials: 'include' },
    preflight: { status: 204, headers: [['Access-Control-Allow-Origin', '*']] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-status-401',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: {
      status: 401,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS preflight response did not succeed). Status code: 401.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Preflight response is not successful. Status code: 401',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-redirect',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: {
      status: 301,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4001/elsewhere'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request external redirect not allowed).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS preflight response did not succeed). Status code: 301.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Preflight response is not successful. Status code: 301',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-redirect-nocors',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 301, headers: [['Location', 'http://localhost:4001/elsewhere']] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 301.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Preflight response is not successful. Status code: 301',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'pf-redirect-noloc',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 301, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS preflight response did not succeed). Status code: 301.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Preflight response is not successful. Status code: 301',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acam-invalid',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT; POST'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Cannot parse Access-Control-Allow-Methods response header field in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: invalid token ‘PUT; POST’ in CORS header ‘Access-Control-Allow-Methods’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Header Access-Control-Allow-Methods has an invalid value: PUT; POST',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'acah-invalid',
    url: 'http://localhost:4001/x',
    init: { headers: [['X-Token', '1']] },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Headers', 'x token, x:y'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Cannot parse Access-Control-Allow-Headers response header field in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: invalid token ‘x token’ in CORS header ‘Access-Control-Allow-Headers’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Header Access-Control-Allow-Headers has an invalid value: x token, x:y',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'method',
    url: 'http://localhost:4001/x',
    init: { method: 'DELETE' },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Method DELETE is not allowed by Access-Control-Allow-Methods.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'method-and-header',
    url: 'http://localhost:4001/x',
    init: { method: 'DELETE', headers: [['X-Foo', '1']] },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Method DELETE is not allowed by Access-Control-Allow-Methods.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'header',
    url: 'http://localhost:4001/x',
    init: {
      method: 'PUT',
      headers: [
        ['X-Foo', '1'],
        ['X-Bar', '2'],
        ['X-Token', 't'],
      ],
    },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Request header field x-bar is not allowed by Access-Control-Allow-Headers in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: header ‘x-bar’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Request header field X-Foo is not allowed by Access-Control-Allow-Headers.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'header-json',
    url: 'http://localhost:4001/x',
    init: { method: 'POST', headers: [['Content-Type', 'application/json']], body: '{}' },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Request header field content-type is not allowed by Access-Control-Allow-Headers in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: header ‘content-type’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Request header field Content-Type is not allowed by Access-Control-Allow-Headers.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'auth-wild',
    url: 'http://localhost:4001/x',
    init: { headers: [['Authorization', 'Bearer x']] },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Headers', '*'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [],
    firefox: [
      'Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at http://localhost:4001/x soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).',
    ],
    webkit: [],
  },
  {
    name: 'auth-none',
    url: 'http://localhost:4001/x',
    init: { headers: [['Authorization', 'Bearer x']] },
    preflight: { status: 204, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: header ‘authorization’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Request header field Authorization is not allowed by Access-Control-Allow-Headers.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'same-origin-mode',
    url: 'http://localhost:4001/x',
    init: { mode: 'same-origin' },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      'Fetch API cannot load http://localhost:4001/x. Request mode is "same-origin" but the URL\'s origin is not same as the request origin http://localhost:4000.',
    ],
    firefox: ['Security Error: Content at http://localhost:4000/ may not load data from http://localhost:4001/x.'],
    webkit: ['Fetch API cannot load http://localhost:4001/x.'],
  },
  {
    name: 'same-origin-mode-redirect',
    url: 'http://localhost:4000/x',
    init: { mode: 'same-origin' },
    response: { status: 302, headers: [['Location', 'http://localhost:4001/ok']] },
    chromium: [
      'Unsafe attempt to load URL http://localhost:4001/ok from frame with URL http://localhost:4000/. Domains, protocols and ports must match.',
    ],
    firefox: ['Security Error: Content at http://localhost:4000/ may not load data from http://localhost:4001/ok.'],
    webkit: [
      'Unsafe attempt to load URL http://localhost:4001/ok from origin http://localhost:4000. Domains, protocols and ports must match.',
      'Fetch API cannot load http://localhost:4001/ok due to access control checks.',
    ],
  },
  {
    name: 'scheme',
    url: 'foo://bar/x',
    init: {},
    chromium: ['Fetch API cannot load foo://bar/x. URL scheme "foo" is not supported.'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at foo://bar/x. (Reason: CORS request not http).',
    ],
    webkit: [
      'Cross origin requests are only supported for HTTP.',
      'Fetch API cannot load foo://bar/x due to access control checks.',
    ],
  },
  {
    name: 'bad-port',
    url: 'http://localhost:6000/x',
    init: {},
    chromium: ['GET http://localhost:6000/x net::ERR_UNSAFE_PORT'],
    firefox: [],
    webkit: ['Not allowed to use restricted network port 6000: http://localhost:6000/x'],
  },
  {
    name: 'no-answer',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [],
  },
  {
    name: 'no-cors-redirect-mode',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors', redirect: 'manual' },
    response: { status: 200, headers: [] },
    chromium: [
      'Fetch API cannot load http://localhost:4001/x. Request mode is "no-cors" but the redirect mode is not "follow".',
    ],
    firefox: [],
    webkit: [
      'No-Cors mode requires follow redirect mode',
      'Not allowed to request resource',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'no-cors-opaque',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: { status: 200, headers: [] },
    chromium: [],
    firefox: [],
    webkit: [],
  },
  {
    name: 'corp-same-origin',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: { status: 200, headers: [['Cross-Origin-Resource-Policy', 'same-origin']] },
    chromium: ['GET http://localhost:4001/x net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin'],
    firefox: [
      'The resource at “http://localhost:4001/x” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#',
    ],
    webkit: [
      "Cancelled load to http://localhost:4001/x because it violates the resource's Cross-Origin-Resource-Policy response header.",
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'corp-same-site',
    url: 'http://127.0.0.1:4001/x',
    init: { mode: 'no-cors' },
    response: { status: 200, headers: [['Cross-Origin-Resource-Policy', 'same-site']] },
    chromium: ['GET http://127.0.0.1:4001/x net::ERR_BLOCKED_BY_RESPONSE.NotSameSite'],
    firefox: [
      'The resource at “http://127.0.0.1:4001/x” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#',
    ],
    webkit: [
      "Cancelled load to http://127.0.0.1:4001/x because it violates the resource's Cross-Origin-Resource-Policy response header.",
      'Fetch API cannot load http://127.0.0.1:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-acao-missing',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 302, headers: [['Location', 'http://localhost:4001/ok']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 302.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Cross-origin redirection to http://localhost:4001/ok denied by Cross-Origin Resource Sharing policy: Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 302',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-then-missing',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4001/nocors'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4001/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/nocors due to access control checks.',
    ],
  },
  {
    name: 'redirect-then-third',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4002/echo'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4002/echo' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'http://localhost:4000' that is not equal to the supplied origin. Have the server send the header with a valid value.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/echo. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘http://localhost:4000’).',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4002/echo due to access control checks.',
    ],
  },
  {
    name: 'redirect-error',
    url: 'http://localhost:4001/x',
    init: { redirect: 'error' },
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4001/ok'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_FAILED'],
    firefox: [],
    webkit: [
      'Not allowed to follow a redirection while loading http://localhost:4001/x',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-manual',
    url: 'http://localhost:4001/x',
    init: { redirect: 'manual' },
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4001/ok'],
      ],
    },
    chromium: [],
    firefox: [],
    webkit: [],
  },
  {
    name: 'redirect-manual-nocors',
    url: 'http://localhost:4001/x',
    init: { redirect: 'manual' },
    response: { status: 302, headers: [['Location', 'http://localhost:4001/ok']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 302.',
    ],
    webkit: [
      'Cross-origin redirection to http://localhost:4001/ok denied by Cross-Origin Resource Sharing policy: Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 302',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-unparsable',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://[oops]/'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_INVALID_REDIRECT'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Cross-origin redirection to http://[oops]/ denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-data',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'data:text/plain,hello'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_UNSAFE_REDIRECT'],
    firefox: [
      'Redirecting to data: URI not allowed (Blocked loading of: “data:text/plain,hello”)',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Cross-origin redirection to data:text/plain,hello denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-ftp',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'ftp://localhost/x'],
      ],
    },
    chromium: [
      "Access to fetch at 'ftp://localhost/x' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: Cross origin requests are only supported for protocol schemes: chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ftp://localhost/x. (Reason: CORS request not http).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: ['FTP URLs are disabled', 'Fetch API cannot load http://localhost:4001/x due to access control checks.'],
  },
  {
    name: 'redirect-userinfo',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://user:secret@localhost:4001/ok'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Cross-origin redirection to http://localhost:4001/ok denied by Cross-Origin Resource Sharing policy: redirection URL http://user:secret@localhost:4001/ok has credentials',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-userinfo-third',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://user:secret@localhost:4002/echo'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Cross-origin redirection to http://localhost:4002/echo denied by Cross-Origin Resource Sharing policy: redirection URL http://user:secret@localhost:4002/echo has credentials',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-loop',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4001/x'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_TOO_MANY_REDIRECTS'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Load cannot follow more than 20 redirections',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'redirect-preflight-fails',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Methods', 'PUT'],
        ['Access-Control-Allow-Headers', 'x-token'],
      ],
    },
    response: {
      status: 307,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Location', 'http://localhost:4001/nocors'],
      ],
    },
    chromium: [
      "Access to fetch at 'http://localhost:4001/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/nocors. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/nocors due to access control checks.',
    ],
  },
  {
    name: 'url-invalid',
    url: 'http://[oops]/x',
    init: {},
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': Failed to parse URL from http://[oops]/x",
    ],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: http://[oops]/x is not a valid URL.'],
    webkit: ['Unhandled Promise Rejection: TypeError: URL is not valid or contains user credentials.'],
  },
  {
    name: 'url-credentials',
    url: 'http://u:p@localhost:4001/x',
    init: {},
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': Request cannot be constructed from a URL that includes credentials: http://u:p@localhost:4001/x",
    ],
    firefox: [
      'Uncaught (in promise) TypeError: Window.fetch: http://u:p@localhost:4001/x is an url with embedded credentials.',
    ],
    webkit: ['Unhandled Promise Rejection: TypeError: URL is not valid or contains user credentials.'],
  },
  {
    name: 'mode-navigate',
    url: 'http://localhost:4001/x',
    init: { mode: 'navigate' },
    response: { status: 200, headers: [] },
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'.",
    ],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: Invalid request mode navigate.'],
    webkit: ['Unhandled Promise Rejection: TypeError: Request constructor does not accept navigate fetch mode.'],
  },
  {
    name: 'only-if-cached-mode',
    url: 'http://localhost:4001/x',
    init: { cache: 'only-if-cached' },
    response: { status: 200, headers: [] },
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': 'only-if-cached' can be set only with 'same-origin' mode",
    ],
    firefox: [
      "Uncaught (in promise) TypeError: Window.fetch: Request mode 'cors' was used, but request cache mode 'only-if-cached' can only be used with request mode 'same-origin'.",
    ],
    webkit: [
      'Unhandled Promise Rejection: TypeError: only-if-cached cache option requires fetch mode to be same-origin.',
    ],
  },
  {
    name: 'not-cached',
    url: 'http://localhost:4000/x',
    init: { cache: 'only-if-cached', mode: 'same-origin' },
    response: { status: 200, headers: [] },
    chromium: ['GET http://localhost:4000/x net::ERR_CACHE_MISS'],
    firefox: [],
    webkit: [],
  },
  {
    name: 'method-invalid',
    url: 'http://localhost:4001/x',
    init: { method: 'A B' },
    response: { status: 200, headers: [] },
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': 'A B' is not a valid HTTP method.",
    ],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: Invalid request method A B.'],
    webkit: ['Unhandled Promise Rejection: TypeError: Method is not a valid HTTP token.'],
  },
  {
    name: 'method-forbidden',
    url: 'http://localhost:4001/x',
    init: { method: 'TRACE' },
    response: { status: 200, headers: [] },
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': 'TRACE' HTTP method is unsupported.",
    ],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: Invalid request method TRACE.'],
    webkit: ['Unhandled Promise Rejection: TypeError: Method is forbidden.'],
  },
  {
    name: 'no-cors-method',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT', mode: 'no-cors' },
    response: { status: 200, headers: [] },
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': 'PUT' is unsupported in no-cors mode.",
    ],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: Invalid request method PUT.'],
    webkit: ['Unhandled Promise Rejection: TypeError: Method must be GET, POST or HEAD in no-cors mode.'],
  },
  {
    name: 'header-name-invalid',
    url: 'http://localhost:4001/x',
    init: { headers: [['X Y', '1']] },
    response: { status: 200, headers: [] },
    chromium: ["Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': Invalid name"],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: x y is an invalid header name.'],
    webkit: ["Unhandled Promise Rejection: TypeError: Invalid header name: 'X Y'"],
  },
  {
    name: 'header-value-invalid',
    url: 'http://localhost:4001/x',
    init: { headers: [['X-Y', 'a\nb']] },
    response: { status: 200, headers: [] },
    chromium: ["Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': Invalid value"],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: a\nb is an invalid header value.'],
    webkit: ["Unhandled Promise Rejection: TypeError: Header 'X-Y' has invalid value: 'a\nb'"],
  },
  {
    name: 'body-with-get',
    url: 'http://localhost:4001/x',
    init: { body: 'x' },
    response: { status: 200, headers: [] },
    chromium: [
      "Uncaught (in promise) TypeError: Failed to execute 'fetch' on 'Window': Request with GET/HEAD method cannot have body.",
    ],
    firefox: ['Uncaught (in promise) TypeError: Window.fetch: HEAD or GET Request cannot have a body.'],
    webkit: ["Unhandled Promise Rejection: TypeError: Request has method 'GET' and cannot have a body"],
  },
  {
    name: 'beacon-preflight',
    api: 'beacon',
    url: 'http://localhost:4001/x',
    init: { method: 'POST', body: '{}', mime: 'application/json' },
    preflight: { status: 200, headers: [] },
    response: { status: 200, headers: [] },
    chromium: [
      "Access to resource at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Beacon API cannot load http://localhost:4001/x. Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
    ],
  },
  {
    name: 'beacon-opaque',
    api: 'beacon',
    url: 'http://localhost:4001/x',
    init: { method: 'POST', body: 'seen' },
    response: { status: 200, headers: [] },
    chromium: [],
    firefox: [],
    webkit: [],
  },
  {
    name: 'image-acao-missing',
    api: 'image',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'image/svg+xml'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Access to image at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Cannot load image http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'image-wild-cred',
    api: 'image',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'image/svg+xml'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Access to image at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'Cannot load image http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'script-acao-missing',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Access to script at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      '<script> source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
    ],
  },
  {
    name: 'script-wild-cred',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Access to script at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
      '<script> source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
    ],
  },
  {
    name: 'module-acao-missing',
    api: 'module',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Access to script at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Module source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: ['Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200'],
  },
  {
    name: 'module-wild-cred',
    api: 'module',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Access to script at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
      'Module source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: ['Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.'],
  },
  {
    name: 'font-acao-missing',
    api: 'font',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'font/ttf'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Access to font at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'downloadable font: download failed (font-family: "Sample" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: http://localhost:4001/x',
    ],
    webkit: [],
  },
  {
    name: 'event-source-acao-missing',
    api: 'event-source',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/event-stream'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Access to resource at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Firefox can’t establish a connection to the server at http://localhost:4001/x.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'EventSource cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'event-source-wild-cred',
    api: 'event-source',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/event-stream'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Access to resource at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
      'Firefox can’t establish a connection to the server at http://localhost:4001/x.',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'EventSource cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'xhr-acao-missing',
    api: 'xhr',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/plain'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Access to XMLHttpRequest at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'XMLHttpRequest cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'xhr-wild-cred',
    api: 'xhr',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/plain'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Access to XMLHttpRequest at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'. The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'XMLHttpRequest cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'xhr-preflight',
    api: 'xhr',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 200, headers: [] },
    response: { status: 200, headers: [] },
    chromium: [
      "Access to XMLHttpRequest at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'XMLHttpRequest cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'event-source-type',
    api: 'event-source',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      'EventSource\'s response has a MIME type ("application/json") that is not "text/event-stream". Aborting the connection.',
    ],
    firefox: ['Firefox can’t establish a connection to the server at http://localhost:4001/x.'],
    webkit: [
      'EventSource\'s response has a MIME type ("application/json") that is not "text/event-stream". Aborting the connection.',
    ],
  },
  {
    name: 'event-source-status',
    api: 'event-source',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 404,
      headers: [
        ['Content-Type', 'text/event-stream'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: ['GET http://localhost:4001/x 404 (Not Found)'],
    firefox: ['Firefox can’t establish a connection to the server at http://localhost:4001/x.'],
    webkit: [],
  },
  {
    name: 'image-type',
    api: 'image',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [],
    firefox: [],
    webkit: [],
  },
  {
    name: 'script-type',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      "Refused to execute script from 'http://localhost:4001/x' because its MIME type ('application/json') is not executable, and strict MIME type checking is enabled.",
    ],
    firefox: [
      'The resource from “http://localhost:4001/x” was blocked due to MIME type (“application/json”) mismatch (X-Content-Type-Options: nosniff).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
      '<script> source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: [
      'Refused to execute http://localhost:4001/x as script because "X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.',
    ],
  },
  {
    name: 'script-status',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 404,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: ['GET http://localhost:4001/x 404 (Not Found)'],
    firefox: ['Loading failed for the <script> with source “http://localhost:4001/x”.'],
    webkit: [],
  },
  {
    name: 'module-type',
    api: 'module',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: [
      'Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a MIME type of "application/json". Strict MIME type checking is enforced for module scripts per HTML spec.',
    ],
    firefox: [
      'Loading module from “http://localhost:4001/x” was blocked because of a disallowed MIME type (“application/json”).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
      'Module source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: ["TypeError: 'application/json' is not a valid JavaScript MIME type."],
  },
  {
    name: 'module-status',
    api: 'module',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 404,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: ['GET http://localhost:4001/x 404 (Not Found)'],
    firefox: ['Loading failed for the module with source “http://localhost:4001/x”.'],
    webkit: [],
  },
  {
    name: 'font-type',
    api: 'font',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: ['Failed to decode downloaded font: http://localhost:4001/x'],
    firefox: [
      'downloadable font: rejected by sanitizer (font-family: "Sample" style:normal weight:400 stretch:100 src index:0) source: http://localhost:4001/x',
    ],
    webkit: [],
  },
  {
    name: 'font-status',
    api: 'font',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 404,
      headers: [
        ['Content-Type', 'font/ttf'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Access-Control-Allow-Origin', '*'],
      ],
    },
    chromium: ['GET http://localhost:4001/x 404 (Not Found)'],
    firefox: [
      'downloadable font: download failed (font-family: "Sample" style:normal weight:400 stretch:100 src index:0): status=2147746065 source: http://localhost:4001/x',
    ],
    webkit: [],
  },
  {
    name: 'image-opaque',
    api: 'image',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'image/svg+xml'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [],
    firefox: [],
    webkit: ['Unable to get image data from canvas because the canvas has been tainted by cross-origin data.'],
  },
  {
    name: 'script-opaque',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [],
    firefox: [],
    webkit: [],
  },
  {
    name: 'worker-acao-missing',
    context: 'worker',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: ['Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200'],
  },
  {
    name: 'worker-wild-cred',
    context: 'worker',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
    ],
    webkit: ['Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.'],
  },
  {
    name: 'worker-preflight',
    context: 'worker',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 200, headers: [] },
    response: { status: 200, headers: [] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: ['Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200'],
  },
  {
    name: 'sandboxed-iframe-acao-missing',
    context: 'sandboxed-iframe',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'null' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'sandboxed-iframe-wild-cred',
    context: 'sandboxed-iframe',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'null' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘http://localhost:4001/x’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
    ],
    webkit: [
      'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'sandboxed-iframe-preflight',
    context: 'sandboxed-iframe',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    preflight: { status: 200, headers: [] },
    response: { status: 200, headers: [] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'null' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'xhr-acac-missing',
    api: 'xhr',
    url: 'http://localhost:4001/x',
    init: { credentials: 'include' },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to XMLHttpRequest at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'. The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).',
    ],
    webkit: [
      'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".',
      'XMLHttpRequest cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'xhr-redirect',
    api: 'xhr',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4002/nocors'],
      ],
    },
    chromium: [
      "Access to XMLHttpRequest at 'http://localhost:4002/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'XMLHttpRequest cannot load http://localhost:4002/nocors due to access control checks.',
    ],
  },
  {
    name: 'image-redirect',
    api: 'image',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4002/nocors'],
      ],
    },
    chromium: [
      "Access to image at 'http://localhost:4002/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Cannot load image http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'image-corp',
    api: 'image',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'image/svg+xml'],
        ['Cross-Origin-Resource-Policy', 'same-origin'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin'],
    firefox: [
      'The resource at “http://localhost:4001/x” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#',
    ],
    webkit: [
      "Cancelled load to http://localhost:4001/x because it violates the resource's Cross-Origin-Resource-Policy response header.",
      'Cannot load image http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'script-corp',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/javascript'],
        ['Cross-Origin-Resource-Policy', 'same-origin'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin'],
    firefox: [
      'The resource at “http://localhost:4001/x” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#',
      'Loading failed for the <script> with source “http://localhost:4001/x”.',
    ],
    webkit: [
      "Cancelled load to http://localhost:4001/x because it violates the resource's Cross-Origin-Resource-Policy response header.",
      'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
    ],
  },
  {
    name: 'xhr-no-answer',
    api: 'xhr',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [],
  },
  {
    name: 'event-source-no-answer',
    api: 'event-source',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
      'Firefox can’t establish a connection to the server at http://localhost:4009/x.',
    ],
    webkit: [],
  },
  {
    name: 'image-no-answer',
    api: 'image',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [],
  },
  {
    name: 'script-no-answer',
    api: 'script',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
      '<script> source URI is not allowed in this document: “http://localhost:4009/x”.',
    ],
    webkit: [],
  },
  {
    name: 'module-no-answer',
    api: 'module',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
      'Module source URI is not allowed in this document: “http://localhost:4009/x”.',
    ],
    webkit: [],
  },
  {
    name: 'font-no-answer',
    api: 'font',
    url: 'http://localhost:4009/x',
    init: {},
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4009/x. (Reason: CORS request did not succeed). Status code: (null).',
      'downloadable font: download failed (font-family: "Sample" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: http://localhost:4009/x',
    ],
    webkit: [],
  },
  {
    name: 'beacon-no-answer',
    api: 'beacon',
    url: 'http://localhost:4009/x',
    init: { method: 'POST', body: 'seen' },
    chromium: ['POST http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [],
    webkit: ['Beacon API cannot load http://localhost:4009/x. Could not connect to localhost: Connection refused'],
  },
  {
    name: 'worker-xhr-acao-missing',
    api: 'xhr',
    context: 'worker',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Content-Type', 'text/plain']] },
    chromium: [
      "Access to XMLHttpRequest at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
    ],
    webkit: ['Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200'],
  },
  {
    name: 'worker-event-source-acao-missing',
    api: 'event-source',
    context: 'worker',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Content-Type', 'text/event-stream']] },
    chromium: [
      "Access to resource at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Firefox can’t establish a connection to the server at http://localhost:4001/x.',
    ],
    webkit: ['Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. Status code: 200'],
  },
  {
    name: 'worker-font-acao-missing',
    api: 'font',
    context: 'worker',
    url: 'http://localhost:4001/x',
    init: {},
    response: { status: 200, headers: [['Content-Type', 'font/ttf']] },
    chromium: [
      "Access to font at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'downloadable font: download failed (font-family: "Sample" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: http://localhost:4001/x',
    ],
    webkit: [],
  },
  {
    name: 'event-source-redirect',
    api: 'event-source',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4002/nocors'],
      ],
    },
    chromium: [
      "Access to resource at 'http://localhost:4002/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Firefox can’t establish a connection to the server at http://localhost:4001/x.',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'EventSource cannot load http://localhost:4002/nocors due to access control checks.',
    ],
  },
  {
    name: 'script-redirect',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4002/nocors'],
      ],
    },
    chromium: [
      "Access to script at 'http://localhost:4002/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      '<script> source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: [
      'Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200',
      'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
    ],
  },
  {
    name: 'module-redirect',
    api: 'module',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4002/nocors'],
      ],
    },
    chromium: [
      "Access to script at 'http://localhost:4002/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'Module source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: ['Origin null is not allowed by Access-Control-Allow-Origin. Status code: 200'],
  },
  {
    name: 'font-redirect',
    api: 'font',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4002/nocors'],
      ],
    },
    chromium: [
      "Access to font at 'http://localhost:4002/nocors' (redirected from 'http://localhost:4001/x') from origin 'http://localhost:4000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4002/nocors. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
      'downloadable font: download failed (font-family: "Sample" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: http://localhost:4001/x',
    ],
    webkit: [],
  },
  {
    name: 'script-type-no-cors',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [],
    firefox: [
      'The resource from “http://localhost:4001/x” was blocked due to MIME type (“application/json”) mismatch (X-Content-Type-Options: nosniff).',
      'Loading failed for the <script> with source “http://localhost:4001/x”.',
    ],
    webkit: [
      'Refused to execute http://localhost:4001/x as script because "X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.',
    ],
  },
  {
    name: 'script-redirect-loop',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: {},
    response: {
      status: 302,
      headers: [
        ['Access-Control-Allow-Origin', '*'],
        ['Location', 'http://localhost:4001/x'],
      ],
    },
    chromium: ['GET http://localhost:4001/x net::ERR_TOO_MANY_REDIRECTS'],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
      '<script> source URI is not allowed in this document: “http://localhost:4001/x”.',
    ],
    webkit: [
      'Load cannot follow more than 20 redirections',
      'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
    ],
  },
  {
    name: 'script-plain-no-cors',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/plain'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [],
    firefox: [
      'The resource from “http://localhost:4001/x” was blocked due to MIME type (“text/plain”) mismatch (X-Content-Type-Options: nosniff).',
      'Loading failed for the <script> with source “http://localhost:4001/x”.',
    ],
    webkit: [
      'Refused to execute http://localhost:4001/x as script because "X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.',
    ],
  },
  {
    name: 'script-css-no-cors',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: {
      status: 200,
      headers: [
        ['Content-Type', 'text/css'],
        ['X-Content-Type-Options', 'nosniff'],
      ],
    },
    chromium: [
      "Refused to execute script from 'http://localhost:4001/x' because its MIME type ('text/css') is not executable, and strict MIME type checking is enabled.",
    ],
    firefox: [
      'The resource from “http://localhost:4001/x” was blocked due to MIME type (“text/css”) mismatch (X-Content-Type-Options: nosniff).',
      'Loading failed for the <script> with source “http://localhost:4001/x”.',
    ],
    webkit: [
      'Refused to execute http://localhost:4001/x as script because "X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.',
    ],
  },
  {
    name: 'fetch-no-answer-no-cors',
    url: 'http://localhost:4009/x',
    init: { mode: 'no-cors' },
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [],
    webkit: [],
  },
  {
    name: 'image-no-answer-no-cors',
    api: 'image',
    url: 'http://localhost:4009/x',
    init: { mode: 'no-cors' },
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: [],
    webkit: [],
  },
  {
    name: 'script-no-answer-no-cors',
    api: 'script',
    url: 'http://localhost:4009/x',
    init: { mode: 'no-cors' },
    chromium: ['GET http://localhost:4009/x net::ERR_CONNECTION_REFUSED'],
    firefox: ['Loading failed for the <script> with source “http://localhost:4009/x”.'],
    webkit: [],
  },
  {
    name: 'no-cors-redirect-loop',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: { status: 302, headers: [['Location', 'http://localhost:4001/x']] },
    chromium: ['GET http://localhost:4001/x net::ERR_TOO_MANY_REDIRECTS'],
    firefox: [],
    webkit: [
      'Load cannot follow more than 20 redirections',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
  {
    name: 'script-no-cors-redirect-loop',
    api: 'script',
    url: 'http://localhost:4001/x',
    init: { mode: 'no-cors' },
    response: { status: 302, headers: [['Location', 'http://localhost:4001/x']] },
    chromium: ['GET http://localhost:4001/x net::ERR_TOO_MANY_REDIRECTS'],
    firefox: ['Loading failed for the <script> with source “http://localhost:4001/x”.'],
    webkit: [
      'Load cannot follow more than 20 redirections',
      'Cross-origin script load denied by Cross-Origin Resource Sharing policy.',
    ],
  },
  {
    name: 'wild-cred-put',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT', credentials: 'include' },
    preflight: {
      status: 204,
      headers: [
        ['Access-Control-Allow-Origin', 'http://localhost:4000'],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Access-Control-Allow-Methods', '*'],
      ],
    },
    response: { status: 200, headers: [['Access-Control-Allow-Origin', 'http://localhost:4000']] },
    chromium: [
      "Access to fetch at 'http://localhost:4001/x' from origin 'http://localhost:4000' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.",
    ],
    firefox: [
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).',
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).',
    ],
    webkit: [
      'Method PUT is not allowed by Access-Control-Allow-Methods.',
      'Fetch API cannot load http://localhost:4001/x due to access control checks.',
    ],
  },
];
