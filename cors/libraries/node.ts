import { beneath, entries, instead, type LibraryKind, linesOf, lowerCaseNames } from './draft.ts';

const open = { methods: '', headers: '', expose: '', credentials: false, maxAge: '' } as const;

export const express: LibraryKind = {
  label: 'Express (cors)',
  note: 'Answers every OPTIONS itself with 204, and sends a single configured origin even to pages that it does not match.',
  defaults: { ...open, origins: '*' },
  apply: (options, asked, draft) => {
    const any = options.origins === '' || options.origins === '*';
    const listed = entries(options.origins);
    const reflected = asked.origin !== null && listed.includes(asked.origin) ? asked.origin : null;
    const preflight = asked.method === 'OPTIONS';
    const varyHeaders = preflight && options.headers === '' && 'Access-Control-Request-Headers';
    const answer = beneath(
      draft,
      linesOf([
        ['Access-Control-Allow-Origin', any ? '*' : listed.length === 1 ? options.origins.trim() : reflected],
        ['Vary', !any && (varyHeaders ? `Origin, ${varyHeaders}` : 'Origin')],
        ['Access-Control-Allow-Credentials', options.credentials && 'true'],
        [
          'Access-Control-Allow-Methods',
          preflight && (entries(options.methods).join(',') || 'GET,HEAD,PUT,PATCH,POST,DELETE'),
        ],
        ['Vary', any && varyHeaders],
        ['Access-Control-Allow-Headers', preflight && (entries(options.headers).join(',') || asked.requestedHeaders)],
        ['Access-Control-Max-Age', preflight && options.maxAge],
        ['Access-Control-Expose-Headers', entries(options.expose).join(',')],
      ]),
    );
    return preflight ? instead(answer, 204) : answer;
  },
};

export const fastify: LibraryKind = {
  label: 'Fastify (@fastify/cors)',
  note: 'Takes every OPTIONS for a preflight, answering 400 when it is none, and allows only GET, HEAD and POST until told otherwise.',
  defaults: { ...open, origins: '*' },
  apply: (options, asked, draft) => {
    const listed = entries(options.origins);
    const fixed = listed.length === 0 || listed.includes('*') ? '*' : listed.length === 1 ? (listed[0] ?? null) : null;
    const reflected = asked.origin !== null && listed.includes(asked.origin) ? asked.origin : null;
    const wellFormed = asked.origin !== null && asked.requestedMethod !== null;
    const preflight = asked.method === 'OPTIONS' && wellFormed;
    const vary = [
      fixed === null ? 'Origin' : '',
      preflight && options.headers === '' ? 'Access-Control-Request-Headers' : '',
    ];
    const answer = beneath(
      draft,
      lowerCaseNames(
        linesOf([
          ['Vary', vary.filter((name) => name !== '').join(', ')],
          ['Access-Control-Allow-Origin', fixed ?? reflected],
          ['Access-Control-Allow-Credentials', options.credentials && 'true'],
          ['Access-Control-Expose-Headers', entries(options.expose).join(', ')],
          ['Access-Control-Allow-Methods', preflight && (entries(options.methods).join(', ') || 'GET,HEAD,POST')],
          [
            'Access-Control-Allow-Headers',
            preflight && (entries(options.headers).join(', ') || asked.requestedHeaders),
          ],
          ['Access-Control-Max-Age', preflight && options.maxAge],
        ]),
      ),
    );
    if (preflight) return instead(answer, 204);
    return asked.method === 'OPTIONS' ? instead(answer, 400, 'Invalid Preflight Request') : answer;
  },
};

export const hono: LibraryKind = {
  label: 'Hono (hono/cors)',
  note: 'Says 204, the methods and even Access-Control-Allow-Credentials to origins that it does not allow, so only the missing Access-Control-Allow-Origin tells.',
  defaults: { ...open, origins: '*' },
  apply: (options, asked, draft) => {
    const any = options.origins === '' || options.origins === '*';
    const reflected = asked.origin !== null && entries(options.origins).includes(asked.origin) ? asked.origin : null;
    const preflight = asked.method === 'OPTIONS';
    const headers =
      entries(options.headers).join(',') || (preflight && entries(asked.requestedHeaders ?? '').join(','));
    const vary = [any ? '' : 'Origin', preflight && headers ? 'Access-Control-Request-Headers' : ''];
    const answer = beneath(
      draft,
      lowerCaseNames(
        linesOf([
          ['Access-Control-Allow-Credentials', options.credentials && 'true'],
          ['Access-Control-Allow-Headers', preflight && headers],
          [
            'Access-Control-Allow-Methods',
            preflight && (entries(options.methods).join(',') || 'GET,HEAD,PUT,POST,DELETE,PATCH,QUERY'),
          ],
          ['Access-Control-Allow-Origin', any ? '*' : reflected],
          ['Access-Control-Expose-Headers', entries(options.expose).join(',')],
          ['Access-Control-Max-Age', preflight && options.maxAge],
          ['Vary', vary.filter((name) => name !== '').join(', ')],
        ]),
      ),
    );
    return preflight ? instead(answer, 204) : answer;
  },
};
