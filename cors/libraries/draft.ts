import type { HeaderLine } from '../http.ts';

/** An answer in the making, before the lines that every answer carries (Content-Length and the like). */
export interface Draft {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}
