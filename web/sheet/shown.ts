import type { Outcome, Tense, Verdict } from '#cors';
import type { Observed, View } from '../view/view.ts';

export const verdictNames: Record<Verdict, string> = { readable: 'Allowed', opaque: 'Opaque', blocked: 'Blocked' };

export const tenseOf = (view: View): Tense => (view.kind === 'prediction' ? 'would' : 'did');

/** What is drawn hollow: nothing of it happened. */
export const isGuess = (view: View): boolean => view.kind === 'prediction';

/** Predicted, or what the page really got. */
export const verdictOf = (view: View): Verdict => (view.kind === 'prediction' ? view.outcome : view).verdict;

/** The rules' account of what is shown, or null when it is lost or tells of another verdict than the page really got. */
export function explanationOf(view: View): Outcome | null {
  return view.outcome?.verdict === verdictOf(view) ? view.outcome : null;
}

/** Nothing arrived at the server and nothing came back: no verdict of a browser's, and no word about CORS. */
export function isUnanswered(view: View): view is Observed {
  return (
    view.kind === 'observed' &&
    view.run.observation.result.kind === 'error' &&
    view.outcome?.finding?.code === 'no-answer' &&
    view.run.observation.exchanges?.length === 0
  );
}
