import { use } from 'react';

/** A module that the first prediction does without: fetched right away, so that it is there once it is needed. */
interface Soon<T> {
  readonly loading: Promise<T>;
  now(): T | null;
}

function soon<T>(load: () => Promise<T>): Soon<T> {
  let loaded: T | null = null;
  const loading = load().then((module) => {
    loaded = module;
    return module;
  });
  // Whoever needs it is told.
  loading.catch(() => undefined);
  return { loading, now: () => loaded };
}

/** The module if it is needed, or else null. Suspends only when it is needed before it has come. */
export function useSoon<T>({ loading, now }: Soon<T>, needed: boolean): T | null {
  return needed ? (now() ?? use(loading)) : null;
}

/** What only a run needs. */
export const afterRun = soon(() => import('./run/after-run.ts'));

/** What a plan's library and the cache in front make of its answers. */
export const anyAnswer = soon(() => import('./view/any-answer.ts'));

/** What lists the requests of a scenario that has several. */
export const requestList = soon(() => import('./sheet/requests.tsx'));

/** What tells what the maker of a link expected and saw. */
export const expectation = soon(() => import('./shell/expectation.tsx'));

/** What says that a link was not read, or not wholly. */
export const linkNotice = soon(() => import('./shell/link-notice.tsx'));

/** The words of findings that are not the CORS check's. */
export const allWords = soon(() => import('./view/all-words.ts'));
