import { entries, instead, type LibraryKind, linesOf, over } from './draft.ts';

const withoutSlash = (origin: string): string => origin.replace(/\/$/, '').toLowerCase();

export const spring: LibraryKind = {
  label: 'Spring (@CrossOrigin)',
  note: 'Refuses a disallowed origin with 403 before the controller runs, and throws on every request when * meets credentials.',
  defaults: { origins: '*', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  apply: (options, asked, draft) => {
    const listed = entries(options.origins || '*');
    const any = listed.includes('*');
    if (any && options.credentials) {
      return {
        status: 500,
        headers: [['Content-Type', 'application/json']],
        body: '{"status":500,"error":"Internal Server Error"}',
      };
    }
    const varied = over(draft, [
      ['Vary', 'Origin'],
      ['Vary', 'Access-Control-Request-Method'],
      ['Vary', 'Access-Control-Request-Headers'],
    ]);
    const alreadyDone = draft.headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin');
    if (asked.origin === null || asked.sameOrigin || alreadyDone) return varied;

    const origin = withoutSlash(asked.origin);
    const allowed = any || listed.some((entry) => withoutSlash(entry) === origin);
    const method = asked.preflight ? (asked.requestedMethod ?? '') : asked.method;
    const methods = entries(options.methods || 'GET,HEAD,POST');
    const anyMethod = methods.includes('*');
    const headers = entries(options.headers || '*').map((name) => name.toLowerCase());
    const requested = entries(asked.requestedHeaders ?? '');
    // Some of the headers are enough: the others are left out of the answer, and the browser finds them missing.
    const granted = requested.filter((name) => headers.includes('*') || headers.includes(name.toLowerCase()));
    const headersFail = asked.preflight && requested.length > 0 && granted.length === 0;
    if (!allowed || !(anyMethod || methods.includes(method)) || headersFail) {
      return instead(varied, 403, 'Invalid CORS request');
    }
    const answer = over(
      varied,
      linesOf([
        ['Access-Control-Allow-Origin', any ? '*' : asked.origin],
        ['Access-Control-Allow-Methods', asked.preflight && (anyMethod ? method : methods.join(','))],
        ['Access-Control-Allow-Headers', asked.preflight && granted.join(', ')],
        ['Access-Control-Expose-Headers', entries(options.expose).join(', ')],
        ['Access-Control-Allow-Credentials', options.credentials && 'true'],
        ['Access-Control-Max-Age', asked.preflight && (options.maxAge || '1800')],
      ]),
    );
    return asked.preflight ? instead(answer, 200) : answer;
  },
};
