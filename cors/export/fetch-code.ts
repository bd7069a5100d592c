import type { HeaderLine } from '../http.ts';
import type { FetchCall } from '../outcome.ts';
import type { RequestBody } from '../scenario.ts';

/** The call as one would write it: JavaScript that sends the very same request, defaults left out. */
export function fetchCode(call: FetchCall): string {
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
      ? `await fetch(${quote(call.url)});`
      : `await fetch(${quote(call.url)}, {\n${options.map((option) => `  ${option},\n`).join('')}});`;
  return call.body?.type === 'multipart' ? `${formDataCode(call.body.text)}\n${fetchLine}` : fetchLine;
}

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
function quote(text: string): string {
  const double = JSON.stringify(text);
  return text.includes('"') && double === `"${text.replaceAll('"', '\\"')}"` && !text.includes("'")
    ? `'${text}'`
    : double;
}
