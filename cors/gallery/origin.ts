import { cause } from './cause.ts';

/** Causes in which the answer's Access-Control-Allow-Origin is not there, or not this page's. */
export const originCauses = [
  cause({
    id: 'no-allow-origin-header',
    group: 'origin',
    title: 'No Access-Control-Allow-Origin header is present',
    also: ['works in Postman', 'works with curl', 'blocked by CORS policy', 'missing allow origin'],
    symptom:
      'The request fails in the browser, while the very same request works in Postman, in curl and from a server.',
    wrong: [
      'The server answered, and did not say which origins may read the answer. Browsers keep an answer from every page of another origin unless it says so. Postman and curl are no pages: they ask nobody’s permission.',
    ],
    fix: [
      'Let the server name your page’s origin in `Access-Control-Allow-Origin`, or `*` if anybody may read this answer. Nothing that the page sends can stand in for it.',
    ],
    before: {},
    after: { response: { lines: ['Access-Control-Allow-Origin: {page}'] } },
    sources: [
      { label: 'CORS check', href: 'https://fetch.spec.whatwg.org/#concept-cors-check' },
      {
        label: 'MDN: CORS header missing',
        href: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS/Errors/CORSMissingAllowOrigin',
      },
    ],
  }),
];
