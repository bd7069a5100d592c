import { type AnswerSpec, blocked, get, type RequestSpec, readable, sequence } from './case.ts';

type Blame = 'acao-mismatch' | 'acao-invalid' | 'acao-multiple';

const origin = (value: string): AnswerSpec => ({ lines: [`Access-Control-Allow-Origin: ${value}`] });
const refused = (name: string, code: Blame, values: readonly string[]) =>
  sequence({
    name,
    requests: [{}],
    runs: values.map((value) => ({ plan: { response: origin(value) }, expected: blocked(code, [get]) })),
  });

const asking: readonly (RequestSpec & { readonly wire: string })[] = [
  { wire: get },
  { target: 'second', wire: 'GET second /orders' },
  { target: 'cross-site', wire: 'GET cross-site /orders' },
  { method: 'POST', wire: 'POST same-site /orders' },
  { method: 'HEAD', wire: 'HEAD same-site /orders' },
];

/** Values of Access-Control-Allow-Origin: https://github.com/web-platform-tests/wpt/blob/master/cors/origin.htm */
export const wptOrigins = [
  sequence({
    name: 'blanks around the value do not matter',
    requests: [{}],
    runs: [' *  ', '\t*', ' {page}', ' {page}   \t ', '\t{page}'].map((value) => ({
      plan: { response: origin(value) },
      expected: readable([get], { received: { Origin: ['{page}'] } }),
    })),
  }),
  refused('values that are almost this origin', 'acao-mismatch', [
    'ftp://localhost:4070',
    'http:/localhost:4070',
    'http:localhost:4070',
    'HTTP://localhost:4070',
    '{page}?',
    '{page}#',
    '{page}/index.html',
  ]),
  refused('values that are another URL', 'acao-mismatch', [
    'localhost:4070',
    'http://example.net',
    'http://www.localhost:4070',
    'http://.localhost:4070',
    '*http://*',
    '*{page}',
  ]),
  refused('values that are no URL', 'acao-invalid', [
    '//localhost:4070',
    '://localhost:4070',
    'http:://localhost:4070',
    '{page}%23',
    '{page}:80',
    '-',
  ]),
  refused('values that are a name or a pattern', 'acao-invalid', [
    '**',
    "'*'",
    'localhost',
    '.localhost',
    '*.localhost',
  ]),
  refused('values that are several, with blanks', 'acao-multiple', [
    '{page} /',
    '* *',
    '* null',
    'null *',
    '* {page}',
    'null {page}',
  ]),
  refused('values that are several, with commas', 'acao-multiple', [
    ',*',
    '*,',
    '"", http://example.com, {page}',
    '"", http://example.com, *',
    '*, http://example.com, *',
    ', http://example.com, https://example2.com',
  ]),
  sequence({
    name: 'two lines, of which one is empty',
    requests: [{}],
    runs: [
      ['', '*'],
      ['*', ''],
      ['', '{page}'],
    ].map((values) => ({
      plan: { response: { lines: values.map((value) => `Access-Control-Allow-Origin: ${value}`) } },
      expected: blocked('acao-multiple', [get]),
    })),
  }),
  sequence({
    name: 'this page is allowed, whoever is asked and how',
    requests: asking,
    response: origin('{page}'),
    runs: asking.map(({ wire }, request) => ({ request, expected: readable([wire]) })),
  }),
  sequence({
    name: 'only the API itself is allowed, whoever is asked and how',
    requests: asking,
    response: origin('{same-site}'),
    runs: asking.map(({ wire }, request) => ({ request, expected: blocked('acao-mismatch', [wire]) })),
  }),
];
