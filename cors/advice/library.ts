import { answer } from '../answer.ts';
import { getHeader, type HeaderLine } from '../http.ts';
import { entries } from '../libraries/draft.ts';
import { libraries } from '../libraries/index.ts';
import { allowOrigin, type Check } from './situation.ts';

const requestMethod = 'Access-Control-Request-Method';
const requestHeaders = 'Access-Control-Request-Headers';
const commonMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A library that refuses a preflight does not say what it minds. Asking it for less, one thing at a time, tells. */
export const libraryRefused: Check = ({ plan, outcome, origins }) => {
  const last = outcome.messages.at(-1);
  const isRefusal = outcome.finding?.code === 'acao-missing' || outcome.finding?.code === 'preflight-status';
  if (plan.library === null || last?.kind !== 'preflight' || last.response === null || !isRefusal) return [];
  const { request } = last;
  const others = request.headers.filter(([name]) => name !== requestMethod && name !== requestHeaders);

  const agrees = (method: string, names: readonly string[]): boolean => {
    const asked: readonly HeaderLine[] = [
      ...others,
      [requestMethod, method],
      ...(names.length > 0 ? [[requestHeaders, names.join(',')] as const] : []),
    ];
    const { status, headers } = answer(plan, { ...request, headers: asked }, origins);
    return status >= 200 && status <= 299 && allowOrigin(headers) !== null;
  };
  const methods = commonMethods.filter((method) => agrees(method, []));
  const [probe] = methods;
  // Then it is the origin that it minds, and that is what its answer looks like.
  if (probe === undefined) return [];

  const method = getHeader(request.headers, requestMethod) ?? '';
  const isMethodRefused = !agrees(method, []);
  const names = entries(getHeader(request.headers, requestHeaders) ?? '').filter((name) => !agrees(probe, [name]));
  const refused = [...(isMethodRefused ? [method] : []), ...names];
  if (refused.length === 0) return [];
  const library = libraries[plan.library.name].label;
  const { status } = last.response;
  return [{ code: 'library-refused', facts: { library, status, refused, methods: isMethodRefused ? methods : null } }];
};
