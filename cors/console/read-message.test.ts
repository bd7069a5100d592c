import { expect, test } from 'vitest';
import { readMessage, sentencesOf } from './read-message.ts';

const factsOf = (text: string) =>
  Object.fromEntries([...readMessage(text).facts].map(([name, values]) => [name, [...values].join(' | ')]));

const access = (rest: string, origin = 'https://app.shop.example') =>
  `Access to fetch at 'https://api.shop.example/v2/orders?x=1' from origin '${origin}' has been blocked by CORS policy: ${rest}`;
const notEqual = (value: string) =>
  access(`The 'Access-Control-Allow-Origin' header has a value '${value}' that is not equal to the supplied origin.`);
const page = { api: 'fetch', redirected: 'no', preflight: 'no', origin: 'named' };

test.each([
  ['https://app.shop.example/', 'trailing-slash'],
  ['https://app.shop.example/login', 'path'],
  ['http://app.shop.example', 'scheme'],
  ['https://app.shop.example:8443', 'port'],
  ['https://www.app.shop.example', 'www'],
  ['https://other.example', 'host'],
  ['https://*.shop.example', 'subdomain-wildcard'],
  ['app.shop.example', 'scheme-missing'],
  ['null', 'null'],
])('Chromium: %s is not this page’s origin', (value, shape) => {
  expect(factsOf(notEqual(value))).toEqual({ ...page, value: shape });
});

test.each([
  ['https://app.shop.example', 'origin'],
  ['https://app.shop.example/', 'trailing-slash'],
  ['https://app.shop.example:443', 'default-port'],
  ['https://APP.shop.example', 'case'],
  ['https://a.example, https://b.example', 'origin origin'],
  ['', ''],
  ['undefined', 'word'],
  ['$http_origin', 'variable'],
  ['^https?://shop', 'pattern'],
  ['"https://a.example"', 'quoted'],
])('Firefox does not tell the page’s origin, but a value can be odd by itself: %s', (value, shape) => {
  const text = `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.example/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘${value}’).`;
  expect(factsOf(text)).toEqual({ value: shape });
});

test.each([
  [
    access("Response to preflight request doesn't pass access control check: It does not have HTTP ok status.", 'null'),
    { ...page, origin: 'null', preflight: 'yes' },
  ],
  [
    "Access to XMLHttpRequest at 'https://a.example/2' (redirected from 'https://a.example/1') from origin 'https://b.example' has been blocked by CORS policy: No",
    { ...page, redirected: 'yes' },
  ],
  [
    "Access to image at 'https://a.example/1' from origin 'https://b.example' has been blocked by CORS policy: No",
    { ...page, api: 'image' },
  ],
  ['GET https://a.example/ net::ERR_FAILED 502 (Bad Gateway)', { status: '502', 'status family': '5' }],
  [
    'Origin https://b.example is not allowed by Access-Control-Allow-Origin. Status code: 404',
    { origin: 'named', status: '404', 'status family': '4' },
  ],
  ['Origin null is not allowed by Access-Control-Allow-Origin.', { origin: 'null' }],
  ['(Reason: CORS request did not succeed). Status code: (null).', {}],
  ['Method patch is not allowed by Access-Control-Allow-Methods.', { 'method case': 'lower' }],
  ['Method PROPFIND is not allowed by Access-Control-Allow-Methods.', { 'method case': 'upper' }],
  ['Request header field X-Mine is not allowed by Access-Control-Allow-Headers.', { header: 'own' }],
  ['Request header field Content-Type is not allowed by Access-Control-Allow-Headers.', { header: 'content-type' }],
  [
    'header ‘x-requested-with’ is not allowed according to header ‘Access-Control-Allow-Headers’',
    { header: 'x-requested-with' },
  ],
  ["header in the response is 'True' which must be 'true' when", { credentials: 'True' }],
  ['EventSource cannot load https://a.example/ due to access control checks.', { api: 'EventSource' }],
  ['Cannot load image https://a.example/ due to access control checks.', { api: 'image' }],
  ['XMLHttpRequest cannot load https://a.example/ due to access control checks.', { api: 'fetch' }],
  ['I clicked a button, and nothing happened.', {}],
])('%s', (text, facts) => {
  expect(factsOf(text)).toEqual(facts);
});

test('what differs from one time to the next leaves a gap', () => {
  const { words } = readMessage(notEqual('https://app.shop.example/'));
  expect(words).toBe(
    "access to fetch at '\0' from origin '\0' has been blocked by cors policy: the 'access-control-allow-origin' header has a value '\0' that is not equal to the supplied origin.",
  );
});

test('quotes, white space and breaks do not matter', () => {
  const plain = readMessage("header 'x-a' is not allowed according to header 'Access-Control-Allow-Headers' from");
  const copied =
    '  header ‘x-a’ is\n   not allowed\u00a0according to header\t`‘Access-Control-\nAllow-Headers’` from\u200b ';
  expect(readMessage(copied)).toEqual(plain);
});

test('sentences', () => {
  const text = "The header has a value 'http://a.example.' that is not equal. Have the server send it. Ok.";
  expect(sentencesOf(readMessage(text))).toEqual([
    "the header has a value '\0' that is not equal",
    'have the server send it',
  ]);
});
