import { fontType, imageType, sampleImage } from '../samples.ts';
import { library } from '../spec.ts';
import type { Link } from '../words/language.ts';
import { cause } from './cause.ts';
import { anyOrigin, fetchStandard, issue, mdnHeader, thisPage } from './common.ts';

const varyAndCors = fetchStandard('CORS protocol and HTTP caches', 'cors-protocol-and-http-caches');
const vary = mdnHeader('Vary');
const listed = 'Access-Control-Allow-Origin: {origin in {page} {second}}';
const other = { context: 'other-page' } as const;
const cloudFront: Link = {
  label: 'CloudFront: response headers policies',
  href: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html',
};

/** Causes in which a cache between browser and server hands out an answer that was made for somebody else. */
export const sharedCacheCauses = [
  cause({
    id: 'vary-origin-missing',
    group: 'caches',
    title: 'Vary: Origin is missing: works for one site, fails for the other',
    also: ['CDN', 'intermittent', 'sometimes works', 'wrong origin in the header', 'cached', 'Varnish', 'Cloudflare'],
    symptom: 'It fails now and then, or in one region only. The message names another of your own sites.',
    wrong: [
      'The server sends back the origin that asks, and a cache in front of it kept the answer to the first site. To the cache both requests are one: same address. So the second site is handed an answer that allows the first.',
    ],
    fix: [
      'Send `Vary: Origin` with every answer of this address, also where no origin is allowed. The cache then keeps one answer for each origin. What is the same for everybody can say `*` and needs no `Vary`.',
    ],
    before: {
      cache: true,
      requests: [{ path: '/prices' }, { ...other, path: '/prices' }],
      response: { lines: [listed] },
    },
    shown: 1,
    after: { response: { lines: [listed, 'Vary: Origin'] } },
    sources: [varyAndCors, vary],
  }),
  cause({
    id: 'vary-only-for-allowed',
    group: 'caches',
    title: 'A stranger’s visit breaks it: Vary: Origin only when the origin is allowed',
    also: [
      'FastAPI',
      'Starlette',
      'rack-cors',
      'CDN',
      'cached without Access-Control-Allow-Origin',
      'bot',
      'intermittent',
    ],
    symptom:
      'It works until somebody else asks for the same address. Then it fails for a while, for the allowed site too.',
    wrong: [
      'A page that is not allowed asked first. The library added nothing to that answer, neither `Access-Control-Allow-Origin` nor `Vary`, so the cache in front took it for the answer to everybody.',
    ],
    fix: ['Let the application send `Vary: Origin` with every answer, whoever asks.'],
    before: {
      cache: true,
      requests: [{ ...other, path: '/rates' }, { path: '/rates' }],
      library: library('starlette', { origins: '{page}' }),
    },
    shown: 1,
    after: { response: { lines: ['Vary: Origin'] } },
    sources: [varyAndCors, vary, issue('expressjs/cors', 106)],
  }),
  cause({
    id: 'image-then-fetch',
    group: 'caches',
    title: 'fetch() fails only after the page has shown the image',
    also: ['img then canvas', 'cached without CORS', 'html2canvas', 'disable cache helps', 'S3 image', 'crossorigin'],
    symptom:
      'The image can be fetched in a fresh browser. Once it was shown by an `<img>`, it fails, and with the cache disabled it works.',
    wrong: [
      'The `<img>` asked without `Origin`, and the server’s answer to that has no CORS headers. A cache kept it and hands it to `fetch()`, for which it was not made. Here that is a cache in front of the server; the browser’s own can do the same.',
    ],
    fix: [
      'Send `Vary: Origin` with the image in any case, also to those who send no `Origin`. Where you cannot, set `crossorigin` on the `<img>`, so that both ask alike.',
    ],
    before: {
      cache: true,
      requests: [{ api: 'image', mode: 'no-cors', path: '/photos/7.svg' }, { path: '/photos/7.svg' }],
      response: { type: imageType, body: sampleImage, lines: ['Access-Control-Allow-Origin: {origin in {page}}'] },
    },
    shown: 1,
    after: {
      response: {
        type: imageType,
        body: sampleImage,
        lines: ['Access-Control-Allow-Origin: {origin in {page}}', 'Vary: Origin'],
      },
    },
    sources: [varyAndCors, issue('exupero/saveSvgAsPng', 164)],
  }),
  cause({
    id: 'cloudfront-and-s3',
    group: 'caches',
    title: 'CloudFront and S3: the bucket allows it, and there is no header',
    also: [
      'AWS',
      'bucket CORS configuration',
      'origin request policy',
      'forward Origin header',
      'CDN fonts',
      'intermittent',
    ],
    symptom:
      'The bucket’s CORS settings are right, and asked directly it sends the header. By way of CloudFront it often does not.',
    wrong: [
      'S3 sends CORS headers only to requests that have `Origin`. CloudFront kept the answer to a request without, and hands it to the page’s request with one.',
    ],
    fix: [
      'Attach a response headers policy that adds `Access-Control-Allow-Origin: *` to whatever CloudFront answers, kept or not, as done here. Or make `Origin` part of what it forwards and of what it keeps answers by.',
    ],
    before: {
      cache: true,
      requests: [
        { mode: 'no-cors', path: '/fonts/brand.ttf' },
        { api: 'font', path: '/fonts/brand.ttf' },
      ],
      response: { type: fontType, lines: ['Access-Control-Allow-Origin: {origin in {page}}'] },
    },
    shown: 1,
    after: { response: { type: fontType, lines: [anyOrigin] } },
    sources: [cloudFront, issue('mozilla/addons-frontend', 9925)],
  }),
  cause({
    id: 'cdn-keeps-old-answer',
    group: 'caches',
    title: 'CORS headers were added, and the error stays: the CDN keeps the old answer',
    also: [
      'purge cache',
      'Cloudflare cache',
      'configuration not deployed',
      'X-Cache: HIT',
      'Age',
      'still blocked after fix',
    ],
    symptom:
      'The server sends the header, as its own log and a request that goes around the CDN show. The browser still does not get it.',
    wrong: [
      'The CDN keeps an answer from before the change, for a day as it was told, and answers by itself. `X-Cache: HIT` or an `Age` above 0 gives it away.',
    ],
    fix: [
      'Add the header, then purge the CDN, or ask under a new address such as `/config.json?v=2`. Here the cache is emptied when the server’s answer is changed.',
    ],
    before: {
      cache: true,
      requests: [{ path: '/config.json' }, { path: '/config.json' }],
      response: { lines: ['Cache-Control: s-maxage=86400'] },
    },
    shown: 1,
    after: { response: { lines: ['Cache-Control: s-maxage=86400', thisPage] } },
    sources: [mdnHeader('Age')],
  }),
];
