import type { HeaderLine } from '../http.ts';
import type { FetchCall } from '../outcome.ts';
import type { Api, Context, RequestBody } from '../scenario.ts';
import { codeLanguage, crossOriginOf } from './call-names.ts';

/** The call as one would write it: code that sends the very same request, defaults left out. `call` is as it is made. */
export function callCode(call: FetchCall): string {
  const place = places[call.context];
  const code = codes[call.api](call);
  if (place === null) return code;
  return codeLanguage(call.api) === 'js' ? `// In ${place}\n${code}` : `<!-- In ${place} -->\n${code}`;
}

/**
 * The JavaScript that makes the call, its result kept in a constant: `response` of `fetch()`, `xhr`, `source` of an event
 * source. Elements have none, and beacons and fonts nothing to keep.
 */
export const keptCallCode = (call: FetchCall): string => codes[call.api](call, true);

const places: Readonly<Record<Context, string | null>> = {
  document: null,
  worker: 'a worker',
  'sandboxed-iframe': '<iframe sandbox="allow-scripts">',
  'other-page': 'a page on another origin',
};

const codes: Readonly<Record<Api, (call: FetchCall, kept?: boolean) => string>> = {
  fetch: fetchCode,
  xhr: xhrCode,
  'event-source': ({ url, credentials }, kept) =>
    `${kept ? 'const source = ' : ''}new EventSource(${quote(url)}${credentials === 'include' ? ', { withCredentials: true }' : ''});`,
  beacon: ({ url, body }) =>
    withForm(body, `navigator.sendBeacon(${quote(url)}${body === null ? '' : `, ${bodyCode(body)}`});`),
  image: (call) => element('img', call),
  script: (call) => `${element('script', call)}</script>`,
  module: (call) => `${element('script type="module"', call)}</script>`,
  font: ({ url }) => `await new FontFace("Sample", ${quote(`url(${JSON.stringify(url)})`)}).load();`,
};

function xhrCode({ url, method, headers, body, credentials, uploadListener }: FetchCall): string {
  const lines = [
    'const xhr = new XMLHttpRequest();',
    `xhr.open(${quote(method)}, ${quote(url)});`,
    ...(credentials === 'include' ? ['xhr.withCredentials = true;'] : []),
    ...headers.map(([name, value]) => `xhr.setRequestHeader(${quote(name)}, ${quote(value)});`),
    ...(uploadListener ? ['xhr.upload.addEventListener("progress", () => {});'] : []),
    `xhr.send(${body === null ? '' : bodyCode(body)});`,
  ];
  return withForm(body, lines.join('\n'));
}

function element(name: string, call: FetchCall): string {
  const crossOrigin = crossOriginOf(call);
  const url = call.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<${[name, ...(crossOrigin === '' ? [] : [crossOrigin]), `src="${url}"`].join(' ')}>`;
}

function fetchCode(call: FetchCall, kept = false): string {
  const start = kept ? 'const response = await fetch' : 'await fetch';
  const options = [
    call.method === 'GET' ? null : `method: ${quote(call.method)}`,
    call.headers.length === 0 ? null : `headers: ${headersCode(call.headers)}`,
    call.body === null ? null : `body: ${bodyCode(call.body)}`,
    call.mode === 'cors' ? null : `mode: ${quote(call.mode)}`,
    call.credentials === 'same-origin' ? null : `credentials: ${quote(call.credentials)}`,
    call.redirect === 'follow' ? null : `redirect: ${quote(call.redirect)}`,
    call.cache === 'default' ? null : `cache: ${quote(call.cache)}`,
    call.referrerPolicy === '' ? null : `referrerPolicy: ${quote(call.referrerPolicy)}`,
    call.keepalive ? 'keepalive: true' : null,
  ].filter((option) => option !== null);
  const fetchLine =
    options.length === 0
      ? `${start}(${quote(call.url)});`
      : `${start}(${quote(call.url)}, {\n${options.map((option) => `  ${option},\n`).join('')}});`;
  return withForm(call.body, fetchLine);
}

/** The code, after the lines that make the form which it sends. */
const withForm = (body: RequestBody | null, code: string): string =>
  body?.type === 'multipart' ? `${formDataCode(body.text)}\n${code}` : code;

/** An object where one can hold all lines; otherwise pairs, which keep a name that is there twice. */
function headersCode(headers: readonly HeaderLine[]): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const asObject = names.size === headers.length && !names.has('__proto__');
  const rows = headers.map(([name, value]) =>
    asObject ? `    ${quote(name)}: ${quote(value)},\n` : `    [${quote(name)}, ${quote(value)}],\n`,
  );
  return asObject ? `{\n${rows.join('')}  }` : `[\n${rows.join('')}  ]`;
}

function bodyCode({ type, text, mime }: RequestBody): string {
  switch (type) {
    case 'text':
      return quote(text);
    case 'form':
      return `new URLSearchParams(${quote(text)})`;
    case 'multipart':
      return 'form';
    case 'blob':
      return `new Blob([${quote(text)}], { type: ${quote(mime)} })`;
    case 'bytes':
      return `new TextEncoder().encode(${quote(text)})`;
  }
}

function formDataCode(text: string): string {
  const fields = [...new URLSearchParams(text)];
  const appends = fields.map(([name, value]) => `form.append(${quote(name)}, ${quote(value)});\n`);
  return `const form = new FormData();\n${appends.join('')}`;
}

/** Double quotes, or single ones where that saves escaping, as in JSON. */
export function quote(text: string): string {
  const double = JSON.stringify(text);
  return text.includes('"') && double === `"${text.replaceAll('"', '\\"')}"` && !text.includes("'")
    ? `'${text}'`
    : double;
}
