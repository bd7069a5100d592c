import type { FindingCode, FindingFacts } from '../findings.ts';
import type { WireResponse } from '../http.ts';
import type { FetchCall } from '../outcome.ts';

/** One line of a browser's console. `strong` is the telling part of `text`; `note` is ours. */
export interface ConsoleLine {
  readonly text: string;
  readonly strong: string;
  readonly note?: string;
}

/** What a console line can name. */
export interface Scene {
  readonly call: FetchCall;
  /** Serialized origin of what asks: the page's, or `null` from a sandboxed frame. */
  readonly origin: string;
  /** The URL whose answer was refused, after any redirects. */
  readonly url: string;
  readonly redirected: boolean;
  readonly method: string;
  readonly response: WireResponse | null;
  /** Where that answer redirects to, as an absolute URL. */
  readonly location: string;
  readonly preflight: boolean;
}

/** What one browser prints for each finding; nothing when the list is empty. */
export type Console = {
  readonly [C in FindingCode]: (facts: Readonly<FindingFacts[C]>, scene: Scene) => readonly ConsoleLine[];
};

export const line = (text: string, strong = text, note?: string): ConsoleLine =>
  note === undefined ? { text, strong } : { text, strong, note };
