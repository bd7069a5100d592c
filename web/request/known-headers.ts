import type { Option } from '../ui/combobox.tsx';

/** Names that pages set, the usual ones first. */
export const requestHeaderNames: readonly Option[] = [
  { value: 'Content-Type', hint: 'safelisted with three values' },
  { value: 'Authorization', hint: 'never covered by *' },
  { value: 'Accept', hint: 'safelisted' },
  { value: 'Accept-Language', hint: 'safelisted' },
  { value: 'Content-Language', hint: 'safelisted' },
  { value: 'Range', hint: 'safelisted if simple' },
  { value: 'X-Requested-With' },
  { value: 'X-CSRF-Token' },
  { value: 'X-API-Key' },
  { value: 'X-Token' },
  { value: 'Idempotency-Key' },
  { value: 'If-None-Match' },
  { value: 'Cache-Control' },
  { value: 'traceparent' },
];

const values: Readonly<Record<string, readonly Option[]>> = {
  'content-type': [
    { value: 'application/json', hint: 'needs a preflight' },
    { value: 'text/plain', hint: 'safelisted' },
    { value: 'application/x-www-form-urlencoded', hint: 'safelisted' },
    { value: 'multipart/form-data', hint: 'safelisted' },
  ],
  authorization: [{ value: 'Bearer t-4f81' }, { value: 'Basic dXNlcjpzZWNyZXQ=' }],
  accept: [{ value: 'application/json' }, { value: '*/*' }],
  range: [
    { value: 'bytes=0-1023', hint: 'safelisted' },
    { value: 'bytes=-500', hint: 'needs a preflight' },
  ],
  'x-requested-with': [{ value: 'XMLHttpRequest' }],
  'cache-control': [{ value: 'no-cache' }],
};

export const requestHeaderValues = (name: string): readonly Option[] => values[name.toLowerCase()] ?? [];
