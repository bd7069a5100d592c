import type { RealBrowser } from '#cors';
import type { Shown } from '../gallery/proof.ts';

/** For each request, in order, whether all that is wanted of it came about; null where that takes its time to tell. */
export type Came = readonly (boolean | null)[];

/** What a lesson must show in a browser. */
export interface Taught {
  /** The choice that comes true, as its button says it, and what each request of the question shows. */
  readonly answer: string;
  readonly question: Shown;
  /** What the exercise comes to as it is given. */
  readonly start: Came;
  /** With a preset chosen for what was given; null where the server is not to be changed. */
  readonly anyOrigin: Came | null;
  readonly whoeverAsks: Came | null;
  /** What each request shows once the solution is put in. All that is wanted must have come about. */
  readonly solution: Shown;
}

/** The standard's, and where a browser departs from it, and why. */
export interface LessonProof
  extends Taught,
    Partial<Record<RealBrowser, Partial<Taught> & { readonly because: string }>> {}

/** What a lesson must show in this browser. */
export const taughtIn = (browser: RealBrowser, proof: LessonProof): Taught => ({ ...proof, ...proof[browser] });
