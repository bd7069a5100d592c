import { blocked, readable } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

const answered = (code: 'acao-missing' | 'acao-mismatch' | 'acao-multiple' | 'acao-invalid', path: string): Proof => ({
  before: [blocked(code, [`GET same-site ${path}`])],
  after: [readable([`GET same-site ${path}`])],
});

const stranger = (path: string, origin: string): Proof => {
  const wire = [`GET same-site ${path}`];
  const own = readable(wire, { received: { Origin: ['{page}'] } });
  const theirs = { received: { Origin: [origin] } };
  return { before: [own, readable(wire, theirs)], after: [own, blocked('acao-missing', wire, theirs)] };
};

/** Access-Control-Allow-Origin is not there. */
const missing = {
  'no-allow-origin-header': answered('acao-missing', '/orders'),
  'works-in-postman': {
    before: [blocked('acao-missing', ['OPTIONS same-site /login'])],
    after: [readable(['OPTIONS same-site /login', 'POST same-site /login'])],
    webkit: {
      before: [blocked('preflight-status', ['OPTIONS same-site /login'])],
      because: 'it looks at the status first',
    },
  },
  'allow-origin-misspelt': answered('acao-missing', '/products'),
  'allow-origin-only-on-preflight': {
    before: [blocked('acao-missing', ['OPTIONS same-site /orders/42', 'PUT same-site /orders/42'])],
    after: [readable(['OPTIONS same-site /orders/42', 'PUT same-site /orders/42'])],
  },
  'allow-origin-only-on-response': {
    before: [blocked('acao-missing', ['OPTIONS same-site /orders/42'])],
    after: [readable(['OPTIONS same-site /orders/42', 'DELETE same-site /orders/42'])],
  },
  'origin-in-list-with-slash': answered('acao-missing', '/get-data'),
  'origin-pattern-misses': answered('acao-missing', '/cart'),
} satisfies Record<string, Proof>;

/** It is another origin, or none. */
const wrong = {
  'allow-origin-https-for-http': answered('acao-mismatch', '/profile'),
  'allow-origin-other-port': answered('acao-mismatch', '/todos'),
  'allow-origin-staging': answered('acao-mismatch', '/news'),
  'allow-origin-www': answered('acao-mismatch', '/search?q=tea'),
  'localhost-and-127': answered('acao-mismatch', '/me'),
  'allow-origin-trailing-slash': answered('acao-mismatch', '/articles'),
  'allow-origin-with-path': answered('acao-mismatch', '/comments'),
  'allow-origin-subdomain-wildcard': answered('acao-mismatch', '/tenants'),
  'allow-origin-null': answered('acao-mismatch', '/settings'),
  'two-allow-origin-headers': answered('acao-multiple', '/api/items'),
  'list-of-origins': answered('acao-multiple', '/catalog'),
  'allow-origin-in-quotes': answered('acao-invalid', '/invoices'),
  'allow-origin-undefined': answered('acao-invalid', '/health'),
  'allow-origin-empty': answered('acao-invalid', '/reviews'),
  'allow-origin-variable': answered('acao-invalid', '/map'),
  'allow-origin-regular-expression': answered('acao-invalid', '/stats'),
  'allow-origin-without-scheme': answered('acao-mismatch', '/menu'),
} satisfies Record<string, Proof>;

/** The page’s own origin is `null`. */
const fromNull = {
  'page-from-file': {
    before: [blocked('acao-mismatch', ['GET same-site /data.json'], { received: { Origin: ['null'] } })],
    after: [readable(['GET same-site /data.json'], { received: { Origin: ['{page}'] } })],
  },
  'sandboxed-iframe': {
    before: [blocked('acao-missing', ['GET page /widget.json'], { received: { Origin: ['null'] } })],
    after: [readable(['GET page /widget.json'], { received: { Origin: ['null'] } })],
  },
} satisfies Record<string, Proof>;

/** Somebody else is let in, and no longer after the fix. */
const open = {
  'reflects-any-origin': stranger('/account', '{second}'),
  'origin-pattern-too-wide': stranger('/salaries', '{second}'),
  'null-on-the-list': stranger('/notes', 'null'),
} satisfies Record<string, Proof>;

export const originProofs = { ...missing, ...wrong, ...fromNull, ...open };
