// What only a run needs, loaded beside the first prediction and not before it.
export { Account } from '../sheet/account.tsx';
export { RunFailed, Unanswered } from '../sheet/failures.tsx';
export { Observation, wordsOf } from '../sheet/observation.tsx';
export { observe } from '../view/observe.ts';
export { runRequest } from './run-request.ts';
