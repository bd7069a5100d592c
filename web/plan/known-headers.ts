import { eventStreamType, fontType, imageType, scriptType } from '#cors';
import type { Option } from '../ui/combobox.tsx';

const plain: readonly Option[] = [
  { value: 'Content-Type', hint: 'safelisted' },
  { value: 'Cache-Control', hint: 'safelisted' },
  { value: 'Content-Language', hint: 'safelisted' },
  { value: 'Expires', hint: 'safelisted' },
  { value: 'Last-Modified', hint: 'safelisted' },
  { value: 'Pragma', hint: 'safelisted' },
  { value: 'ETag' },
  { value: 'X-Total-Count' },
  { value: 'X-Request-Id' },
  { value: 'Link' },
  { value: 'Retry-After' },
  { value: 'WWW-Authenticate' },
  { value: 'Server-Timing' },
  { value: 'Timing-Allow-Origin' },
  { value: 'Cross-Origin-Resource-Policy' },
  { value: 'Access-Control-Allow-Private-Network', hint: 'no longer used' },
];

/** Names that servers set; those of a preflight's answer on another answer are possible too, and pointless. */
export const responseHeaderNames: readonly Option[] = [
  ...plain,
  { value: 'Access-Control-Allow-Methods', hint: 'for preflights' },
  { value: 'Access-Control-Allow-Headers', hint: 'for preflights' },
  { value: 'Access-Control-Max-Age', hint: 'for preflights' },
];
export const preflightHeaderNames: readonly Option[] = [
  { value: 'Access-Control-Expose-Headers', hint: 'not for preflights' },
  { value: 'Allow' },
  ...plain,
];

const values: Readonly<Record<string, readonly Option[]>> = {
  'content-type': [
    { value: 'application/json' },
    { value: 'text/plain' },
    { value: 'text/html; charset=utf-8' },
    { value: imageType, hint: 'an image' },
    { value: scriptType, hint: 'a sample script' },
    { value: fontType, hint: 'a sample font' },
    { value: eventStreamType, hint: 'for EventSource' },
  ],
  'cache-control': [{ value: 'no-store' }, { value: 'max-age=60' }, { value: 'no-cache' }],
  'cross-origin-resource-policy': [{ value: 'same-origin' }, { value: 'same-site' }, { value: 'cross-origin' }],
  'x-total-count': [{ value: '42' }],
  etag: [{ value: '"9c1f"' }],
};

export const responseHeaderValues = (name: string): readonly Option[] => values[name.toLowerCase()] ?? [];
