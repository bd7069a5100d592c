import type { HeaderLine, PageResponse, WireResponse } from '#cors';
import type { View } from '../view/view.ts';
import { statusText } from './raw.ts';
import { explanationOf } from './shown.ts';

/** One thing that the server sent, and what of it the page reads: null when nothing. */
export interface Passage {
  readonly sent: readonly [name: string | null, value: string];
  readonly read: string | null;
  readonly why: string;
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const safelisted = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

/** https://fetch.spec.whatwg.org/#forbidden-response-header-name */
const forbidden = ['set-cookie', 'set-cookie2'];

function headerPassage([name, value]: HeaderLine, { type, headers }: PageResponse): Passage {
  const lower = name.toLowerCase();
  const isRead = headers.some(([readable]) => readable.toLowerCase() === lower);
  const unread = forbidden.includes(lower) ? 'never readable' : 'not exposed';
  const why = {
    basic: isRead ? 'same origin' : unread,
    cors: isRead ? (safelisted.includes(lower) ? 'safelisted' : 'exposed') : unread,
    opaque: 'opaque',
    opaqueredirect: 'opaque',
  }[type];
  return { sent: [name, value], read: isRead ? value : null, why };
}

function passages(sent: WireResponse, got: PageResponse): readonly Passage[] {
  const readable = got.type === 'basic' || got.type === 'cors';
  const whole = (value: string, read: string, why: string): Passage => ({
    sent: [null, value],
    read: readable ? read : null,
    why,
  });
  return [
    whole(statusText(sent), String(got.status), 'status'),
    ...sent.headers.map((line) => headerPassage(line, got)),
    ...(sent.body === '' ? [] : [whole(sent.body, got.body ?? '', 'body')]),
  ];
}

/** What the server sent beside what the page reads of it; null when the page gets no response. */
export function passagesOf(view: View): readonly Passage[] | null {
  if (view.call.api !== 'fetch' && view.call.api !== 'xhr') return null;
  const observation = view.kind === 'observed' ? view.run.observation : null;
  const sent = observation?.exchanges
    ? observation.exchanges.at(-1)?.response
    : explanationOf(view)?.messages.at(-1)?.response;
  const explained = explanationOf(view)?.response ?? null;
  // XMLHttpRequest does not tell the type of its response; the rules know it.
  const result = observation?.result.kind === 'response' ? observation.result : null;
  const got = observation ? result && { ...result, type: result.type ?? explained?.type ?? 'cors' } : explained;
  return sent && got ? passages(sent, got) : null;
}
