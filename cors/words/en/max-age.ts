import type { MaxAgeReading } from '../../fetch/preflight-cache.ts';
import type { AdviceFacts } from '../../findings.ts';
import { duration } from './duration.ts';

const reasons: Record<MaxAgeReading['by'], string> = {
  value: 'as asked',
  cap: 'its limit',
  absent: 'its default',
  negative: 'negative',
  unparsable: 'not a number',
};

type NotKept = AdviceFacts['preflight-not-kept']['because'];

const exceptions: Record<NotKept, string> = {
  'cache-mode': 'by the cache mode',
  'long-url': 'its URL is too long',
  'null-origin': 'the origin is `null`',
};

/** For how long a browser keeps a preflight answer, and in a word why. */
export const maxAge = ({ seconds, by }: MaxAgeReading, notKept: NotKept | null): { kept: string; why: string } => ({
  kept: seconds <= 0 || notKept ? 'not kept' : duration(seconds),
  why: seconds > 0 && notKept ? exceptions[notKept] : reasons[by],
});
