import { type Draft, entries, instead, type LibraryKind, linesOf, lowerCaseNames, notStarted, over } from './draft.ts';

const starletteMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const starletteHeaders = ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type'];

/** An exception that nobody caught is answered further out than the middleware, which then adds nothing. */
const isUncaught = (draft: Draft): boolean => draft.status === 500;

export const starlette: LibraryKind = {
  label: 'FastAPI, Starlette',
  note: 'Refuses a preflight with 400 and says why in a body that no page can read, so the browser reports the status and not the cause.',
  defaults: { origins: '{page}', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  apply: (options, asked, draft) => {
    if (asked.origin === null) return draft;
    const listed = entries(options.origins);
    const any = listed.includes('*');
    const allowed = any || listed.includes(asked.origin);
    const credentials = options.credentials && 'true';
    if (!asked.preflight) {
      if (isUncaught(draft)) return draft;
      // With `*` the answer turns to the origin itself as soon as a cookie comes along.
      const named = any ? asked.cookie : allowed;
      return over(
        draft,
        lowerCaseNames(
          linesOf([
            ['Access-Control-Allow-Origin', named ? asked.origin : any && '*'],
            ['Access-Control-Allow-Credentials', credentials],
            ['Access-Control-Expose-Headers', entries(options.expose).join(', ')],
            ['Vary', named && 'Origin'],
          ]),
        ),
      );
    }
    const methods = entries(options.methods || 'GET');
    const allowedMethods = methods.includes('*') ? starletteMethods : methods;
    const anyHeader = entries(options.headers).includes('*');
    const allowedHeaders = [...new Set([...starletteHeaders, ...entries(options.headers)])].sort();
    const lowerCase = allowedHeaders.map((name) => name.toLowerCase());
    const requested = (asked.requestedHeaders ?? '').split(',').map((name) => name.toLowerCase().trim());
    const headersFail = !anyHeader && asked.requestedHeaders !== null && !requested.every((n) => lowerCase.includes(n));
    const failures = [
      allowed ? '' : 'origin',
      allowedMethods.includes(asked.requestedMethod ?? '') ? '' : 'method',
      headersFail ? 'headers' : '',
    ].filter((failure) => failure !== '');
    const named = !any || options.credentials;
    const answer = over(
      draft,
      lowerCaseNames(
        linesOf([
          ['Vary', named && 'Origin'],
          ['Access-Control-Allow-Methods', allowedMethods.join(', ')],
          ['Access-Control-Max-Age', options.maxAge || '600'],
          ['Access-Control-Allow-Headers', anyHeader ? asked.requestedHeaders : allowedHeaders.join(', ')],
          ['Access-Control-Allow-Credentials', credentials],
          ['Access-Control-Allow-Origin', allowed && (named ? asked.origin : '*')],
        ]),
      ),
    );
    const text = failures.length === 0 ? 'OK' : `Disallowed CORS ${failures.join(', ')}`;
    return instead(answer, failures.length === 0 ? 200 : 400, text, 'text/plain; charset=utf-8');
  },
};

export const django: LibraryKind = {
  label: 'Django (django-cors-headers)',
  note: 'Allowing all origins together with credentials makes it reflect every origin silently, and an uncaught error loses the headers.',
  defaults: { origins: '{page}', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  apply: (options, asked, draft) => {
    const listed = entries(options.origins);
    const any = listed.includes('*');
    const refused = listed.find((origin) => !/^(\*|null|[a-z][a-z\d+.-]*:\/\/[^/?#]*)$/i.test(origin));
    if (refused !== undefined) {
      return notStarted(
        `Django's checks refuse the origin ${refused} for its missing scheme (E013) or its path (E014)`,
      );
    }
    if (isUncaught(draft) && !asked.preflight) return draft;
    const allowed = asked.origin !== null && (any || listed.includes(asked.origin));
    const toOptions = allowed && asked.method === 'OPTIONS';
    const answer = over(
      draft,
      lowerCaseNames(
        linesOf([
          ['Vary', 'origin'],
          ['Access-Control-Allow-Credentials', asked.origin !== null && options.credentials && 'true'],
          ['Access-Control-Allow-Origin', allowed && (any && !options.credentials ? '*' : asked.origin)],
          ['Access-Control-Expose-Headers', allowed && entries(options.expose).join(', ')],
          [
            'Access-Control-Allow-Headers',
            toOptions &&
              (entries(options.headers).join(', ') ||
                'accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with'),
          ],
          [
            'Access-Control-Allow-Methods',
            toOptions && (entries(options.methods).join(', ') || 'DELETE, GET, OPTIONS, PATCH, POST, PUT'),
          ],
          ['Access-Control-Max-Age', toOptions && options.maxAge !== '0' && (options.maxAge || '86400')],
        ]),
      ),
    );
    return asked.preflight ? instead(answer, 200) : answer;
  },
};
