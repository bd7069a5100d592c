import {
  cacheModes,
  credentialsModes,
  defaultRequest,
  redirectModes,
  referrerPolicies,
  requestModes,
  type ScenarioRequest,
  type TermId,
} from '#cors';

type Setting = {
  [K in 'credentials' | 'mode' | 'redirect' | 'cache' | 'referrerPolicy']: {
    readonly key: K;
    readonly title: string;
    readonly term?: TermId;
    readonly values: readonly ScenarioRequest[K][];
    readonly help: Readonly<Record<ScenarioRequest[K], string>>;
    readonly href: string;
  };
}['credentials' | 'mode' | 'redirect' | 'cache' | 'referrerPolicy'];

const mdn = 'https://developer.mozilla.org/docs/Web/API/RequestInit#';
const policies = 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Referrer-Policy#';

/** What `fetch()` takes besides method, headers and body. Help may mark code with backticks. */
export const settings: readonly Setting[] = [
  {
    key: 'credentials',
    title: 'Credentials',
    term: 'credentials-mode',
    values: credentialsModes,
    help: {
      omit: 'No cookies travel, and none are stored.',
      'same-origin': 'Cookies travel only to the page’s own origin.',
      include: 'Cookies may travel, and the answer must allow it.',
    },
    href: `${mdn}credentials`,
  },
  {
    key: 'mode',
    title: 'Mode',
    term: 'request-mode',
    values: requestModes,
    help: {
      cors: 'Other origins are asked whether this page may read.',
      'no-cors': 'Only simple requests go out, and the answer stays opaque.',
      'same-origin': 'Other origins are refused before anything is sent.',
      navigate: 'For browsers themselves: a script that asks for it gets a `TypeError`.',
    },
    href: `${mdn}mode`,
  },
  {
    key: 'redirect',
    title: 'Redirect',
    values: redirectModes,
    help: {
      follow: 'Redirects are followed, and each answer is judged.',
      error: 'A redirect makes the fetch fail.',
      manual: 'A redirect is not followed, and stays opaque.',
    },
    href: `${mdn}redirect`,
  },
  {
    key: 'cache',
    title: 'Cache',
    values: cacheModes,
    help: {
      default: 'A fresh stored answer may be used.',
      'no-store': 'No stored answer is used, and this one is not stored.',
      reload: 'No stored answer is used, but this one is stored.',
      'no-cache': 'A stored answer is used only after asking the server.',
      'force-cache': 'Any stored answer is used, however old.',
      'only-if-cached': 'Only a stored answer is used, and only in mode `same-origin`.',
    },
    href: `${mdn}cache`,
  },
  {
    key: 'referrerPolicy',
    title: 'Referrer policy',
    values: referrerPolicies,
    help: {
      '': 'The page’s own policy counts: `strict-origin-when-cross-origin`, unless it says otherwise.',
      'no-referrer': 'No `Referer` is sent. With `cors` mode `Origin` is sent all the same.',
      'no-referrer-when-downgrade': 'The whole URL is sent, except from https to http.',
      'same-origin': 'Only the page’s own origin is told.',
      origin: 'Only the page’s origin is told, without its path.',
      'strict-origin': 'Only the page’s origin is told, and not from https to http.',
      'origin-when-cross-origin': 'Other origins are told the page’s origin, its own the whole URL.',
      'strict-origin-when-cross-origin': 'What browsers do by default.',
      'unsafe-url': 'The whole URL is sent to everybody.',
    },
    href: `${policies}directives`,
  },
];

export const keepaliveHref = `${mdn}keepalive`;

/** How many settings differ from what `fetch()` does by itself. */
export const countChanged = (request: ScenarioRequest): number =>
  settings.filter(({ key }) => request[key] !== defaultRequest[key]).length + (request.keepalive ? 1 : 0);
