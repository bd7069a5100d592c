import { callCode, type FetchCall } from '#cors';
import { asLines } from './arrows.ts';
import { RawLines } from './raw-lines.tsx';

/** The code that makes the call. */
export function CallLines({ call }: { call: FetchCall }) {
  return <RawLines lines={asLines(callCode(call))} />;
}
