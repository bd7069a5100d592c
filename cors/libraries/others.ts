import { entries, instead, type LibraryKind, linesOf, lowerCaseNames, notStarted, over } from './draft.ts';

export const tower: LibraryKind = {
  label: 'Axum (tower-http)',
  note: 'Panics at start when * meets credentials, answers every OPTIONS itself with 200, and sends a single configured origin to everybody.',
  defaults: { origins: '{page}', methods: '', headers: '', expose: '', credentials: false, maxAge: '' },
  apply: (options, asked, draft) => {
    const wildcard = [options.origins, options.methods, options.headers, options.expose].some((o) => o.trim() === '*');
    if (options.credentials && wildcard) return notStarted('tower-http panics, because * cannot go with credentials');
    const listed = entries(options.origins);
    const reflected = asked.origin !== null && listed.includes(asked.origin) ? asked.origin : null;
    const preflight = asked.method === 'OPTIONS';
    const answer = over(
      draft,
      lowerCaseNames(
        linesOf([
          ['Access-Control-Allow-Credentials', options.credentials && 'true'],
          ['Vary', 'origin, access-control-request-method, access-control-request-headers'],
          ['Access-Control-Allow-Methods', preflight && entries(options.methods).join(',')],
          ['Access-Control-Allow-Headers', preflight && entries(options.headers).join(',').toLowerCase()],
          ['Access-Control-Max-Age', preflight && options.maxAge],
          ['Access-Control-Expose-Headers', !preflight && entries(options.expose).join(',').toLowerCase()],
          ['Access-Control-Allow-Origin', listed.length === 1 ? (listed[0] ?? null) : reflected],
        ]),
      ),
    );
    return preflight ? instead(answer, 200) : answer;
  },
};

/** The statuses that `add_header` without `always` is meant for: https://nginx.org/en/docs/http/ngx_http_headers_module.html */
const addHeaderStatuses = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

export const nginx: LibraryKind = {
  label: 'nginx (add_header)',
  note: 'Adds the same lines whoever asks: a second time when the application behind it sends them too, and not at all on 4xx and 5xx.',
  defaults: {
    origins: '{page}',
    methods: 'GET, POST, PUT, DELETE',
    headers: 'Content-Type, Authorization',
    expose: '',
    credentials: false,
    maxAge: '',
  },
  apply: (options, _, draft) => {
    if (!addHeaderStatuses.has(draft.status)) return draft;
    const lines = linesOf([
      ['Access-Control-Allow-Origin', options.origins],
      ['Access-Control-Allow-Methods', options.methods],
      ['Access-Control-Allow-Headers', options.headers],
      ['Access-Control-Expose-Headers', options.expose],
      ['Access-Control-Allow-Credentials', options.credentials && 'true'],
      ['Access-Control-Max-Age', options.maxAge],
    ]);
    return { ...draft, headers: [...draft.headers, ...lines] };
  },
};
