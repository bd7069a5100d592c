import type { FetchCall, Outcome } from '../outcome.ts';
import type { Origins, Scenario } from '../scenario.ts';

/** What the files of a reproduction are made from. */
export interface Case {
  readonly scenario: Scenario;
  /** The call as it is made, to a server of its own. */
  readonly call: FetchCall;
  readonly origins: Origins;
  /** Serialized origin of the page that asks. */
  readonly page: string;
  /** What becomes of it by the standard and in each browser. */
  readonly outcomes: readonly Outcome[];
}

/** Any that a plan's URLs accept. It does not show in the files. */
export const someId = '0123456789abcdef';

/** A URL or cookie path of the playground as it is in the files: `/e/<id>/@1/orders` is `/hop-1/orders`. */
export const withoutEndpoint = (text: string): string =>
  text.replaceAll(`/e/${someId}/@`, '/hop-').replaceAll(`/e/${someId}/`, '/').replaceAll(`/e/${someId}`, '/');

/** What to call it, in one line. */
export const caseTitle = ({ scenario, call }: Case): string =>
  scenario.title.replace(/\s+/g, ' ').trim() || `${call.method} ${new URL(call.url).pathname}`;
