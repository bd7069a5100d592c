import { blocked, loaded, opaque } from '../scenarios/case.ts';
import type { Proof } from './proof.ts';

export const elementProofs = {
  'font-without-headers': {
    before: [blocked('acao-missing', ['GET same-site /fonts/icons.ttf'])],
    after: [loaded(['GET same-site /fonts/icons.ttf'])],
    webkit: {
      before: [loaded(['GET same-site /fonts/icons.ttf'])],
      because: 'WebKit asks for fonts in mode no-cors.',
    },
  },
  'tainted-canvas': {
    before: [opaque('opaque-element', ['GET same-site /photos/7.svg'], { received: { Origin: [null] } })],
    after: [loaded(['GET same-site /photos/7.svg'], { received: { Origin: ['{page}'] } })],
  },
  'image-with-crossorigin': {
    before: [blocked('acao-missing', ['GET same-site /avatars/7.svg'])],
    after: [loaded(['GET same-site /avatars/7.svg'])],
  },
  'resource-policy-same-origin': {
    before: [blocked('corp-blocked', ['GET same-site /uploads/7.svg'])],
    after: [opaque('opaque-element', ['GET same-site /uploads/7.svg'])],
  },
  'image-that-is-no-image': {
    before: [blocked('not-usable', ['GET same-site /covers/7'])],
    after: [opaque('opaque-element', ['GET same-site /covers/7'])],
  },
  'script-error': {
    before: [opaque('opaque-element', ['GET same-site /app.js'])],
    after: [loaded(['GET same-site /app.js'])],
  },
  'script-with-crossorigin': {
    before: [blocked('acao-missing', ['GET same-site /lib/chart.js'])],
    after: [loaded(['GET same-site /lib/chart.js'])],
  },
  'module-without-headers': {
    before: [blocked('acao-missing', ['GET same-site /widgets/cart.js'])],
    after: [loaded(['GET same-site /widgets/cart.js'])],
  },
  'module-is-html': {
    before: [blocked('not-usable', ['GET same-site /assets/index-4f81.js'])],
    after: [loaded(['GET same-site /assets/index-4f81.js'])],
  },
  'event-source-without-headers': {
    before: [blocked('acao-missing', ['GET same-site /events'])],
    after: [loaded(['GET same-site /events'])],
  },
} satisfies Record<string, Proof>;
