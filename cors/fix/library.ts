import type { HeaderLine } from '../http.ts';
import { entries } from '../libraries/draft.ts';
import type { Library } from '../scenario.ts';
import { type Draft, isCredentialed } from './draft.ts';

type Change = (draft: Draft, library: Library, headers: readonly string[]) => Draft;

const set = (draft: Draft, library: Library): Draft => ({ ...draft, plan: { ...draft.plan, library } });
const joined = (option: string, names: readonly string[]): string => {
  const known = entries(option);
  return [...known, ...names.filter((name) => !known.includes(name))].join(', ');
};
const withoutCors = (headers: readonly HeaderLine[]): readonly HeaderLine[] =>
  headers.filter(([name]) => !/^access-control-/i.test(name));

const changes: readonly Change[] = [
  (draft, library) => {
    const named = entries(library.origins).filter((origin) => origin !== '*');
    return set(draft, { ...library, origins: joined(named.join(', '), ['{page}']) });
  },
  (draft, library) => {
    // An empty option means the library's own list, which naming one method replaces.
    const methods = library.methods === '' ? 'GET, HEAD, POST' : library.methods;
    return set(draft, { ...library, methods: joined(methods, [draft.request.method]) });
  },
  (draft, library, headers) => set(draft, { ...library, headers: joined(library.headers, headers) }),
  (draft, library) => set(draft, { ...library, credentials: isCredentialed(draft) }),
  (draft) => ({
    ...draft,
    plan: {
      ...draft.plan,
      preflight: { ...draft.plan.preflight, headers: withoutCors(draft.plan.preflight.headers) },
      response: { ...draft.plan.response, headers: withoutCors(draft.plan.response.headers) },
    },
  }),
];

/**
 * Every way of changing the library's options, those that change least first. A library that refuses seldom says why,
 * so its findings do not tell which option is wrong; trying does. `headers` are the names that the preflight asks for.
 */
export function libraryDrafts(draft: Draft, headers: readonly string[]): readonly Draft[] {
  const bits = changes.map((_, i) => 1 << i);
  const sets = Array.from({ length: 1 << changes.length }, (_, chosen) => bits.filter((bit) => chosen & bit));
  return sets
    .filter((chosen) => chosen.length > 0)
    .sort((a, b) => a.length - b.length)
    .map((chosen) =>
      changes.reduce((changed, change, i) => {
        const { library } = changed.plan;
        return library !== null && chosen.includes(1 << i) ? change(changed, library, headers) : changed;
      }, draft),
    );
}
