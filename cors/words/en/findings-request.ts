import type { Api } from '../../scenario.ts';
import type { FindingTexts } from '../language.ts';
import { apiNames, capital } from './apis.ts';
import { code, links, say } from './text.ts';

/** Mode `same-origin` is chosen for `fetch()` only. */
const asks = (api: Api): string => (api === 'fetch' ? 'Your page asks' : 'The browser asks for your page');

const refuses = (api: Api): string => `${capital(apiNames[api])} refuses anything else.`;

/** Nothing is sent: `fetch()` rejects, or the browser refuses before the network. */
export const requestFindings = {
  'url-invalid': ({ url }) => ({
    what: `\`fetch()\` cannot parse ${code(url)} as a URL.`,
    change: 'correct the URL in the request.',
    why: 'A URL that cannot be parsed makes `fetch()` fail before anything is sent. CORS has no part in it.',
    link: links.request,
  }),
  'url-credentials': ({ url }) => ({
    what: `The URL ${code(url)} carries a user name or password, which \`fetch()\` does not take.`,
    change: 'take it out of the URL, and send an `Authorization` header instead.',
    why: '`fetch()` refuses such a URL, so that passwords do not end up in logs and histories.',
    link: links.request,
  }),
  'mode-navigate': () => ({
    what: 'Your page asks with mode `navigate`, which only the browser itself may use.',
    change: 'use mode `cors`.',
    why: 'Mode `navigate` belongs to links and the address bar. `fetch()` refuses it.',
    link: links.request,
  }),
  'only-if-cached-mode': ({ mode }) => ({
    what: `Your page asks with cache mode \`only-if-cached\` and mode ${code(mode)}. That cache mode works only with mode \`same-origin\`.`,
    change: 'use another cache mode, or mode `same-origin` for a URL on the page’s own origin.',
    why: 'Otherwise a page could find out what other sites have left in the cache. So `fetch()` refuses.',
    link: links.request,
  }),
  'method-invalid': ({ method }, _, { api }) => ({
    what: method === '' ? 'The method is empty.' : `${code(method)} cannot be a method.`,
    change: 'use a method without blanks and separators, such as `GET` or `POST`.',
    why: `A method is a single token: letters, digits and a few signs. ${refuses(api)}`,
    link: links.methods,
  }),
  'method-forbidden': ({ method }, _, { api }) => ({
    what: `Your page asks with the method ${code(method)}, which no page may use.`,
    change: 'use another method.',
    why: `\`CONNECT\`, \`TRACE\` and \`TRACK\` could reveal headers that pages must not see. ${capital(apiNames[api])} refuses them.`,
    link: links.methods,
  }),
  'no-cors-method': ({ method }) => ({
    what: `Your page asks with ${code(method)} in mode \`no-cors\`, which takes only \`GET\`, \`HEAD\` and \`POST\`.`,
    change: `use mode \`cors\`, and let the server allow ${code(method)}.`,
    why: 'Mode `no-cors` sends only what a form or an image could send. `fetch()` refuses anything else.',
    link: links.request,
  }),
  'header-name-invalid': ({ name }, _, { api }) => ({
    what: name === '' ? 'A header has no name.' : `${code(name)} cannot be the name of a header.`,
    change: 'use letters, digits and hyphens, without blanks or a colon.',
    why: `A header name is a single token. ${refuses(api)}`,
    link: links.headers,
  }),
  'header-value-invalid': ({ name, value }, _, { api }) => ({
    what: `The header ${code(name)} has the value ${code(value)}, which no header can carry.`,
    change: 'remove line breaks, zero bytes, and characters beyond Latin-1, or encode the value.',
    why: `A header value is one line of bytes. ${refuses(api)}`,
    link: links.headers,
  }),
  'body-with-get': ({ method }) => ({
    what: `Your page asks with ${code(method)} and a body. ${code(method)} takes none.`,
    change: 'use `POST`, or put the data into the URL.',
    why: '`fetch()` refuses a `GET` or `HEAD` request with a body.',
    link: links.request,
  }),
  'bad-port': ({ url, port }, tense) => ({
    what: `Browsers never connect to port ${code(port)}, so ${code(url)} ${say(tense, 'would not be', 'was not')} asked.`,
    change: 'let the server listen on another port.',
    why: 'Ports of mail, file and other old services are closed to web pages, whatever the server would answer.',
    link: links.ports,
  }),
  'mixed-content': ({ url, page }) => ({
    what: `The page ${code(page)} is secure, and ${code(url)} is not.`,
    change: 'let the server offer it over `https:`, and ask there.',
    why: 'A secure page may not fetch over plain `http:`. The browser refuses before CORS is considered.',
    link: links.mixed,
  }),
  'scheme-unsupported': ({ url, scheme }) => ({
    what: `${code(url)} begins with ${code(`${scheme}:`)}, which \`fetch()\` cannot fetch from another origin.`,
    change: /^(localhost|[\w-]+(\.[\w-]+)+)$/.test(scheme)
      ? `write ${code(`http://${url}`)}. Without \`http://\`, the host is taken for a scheme.`
      : 'use an `http:` or `https:` URL.',
    why: 'CORS speaks HTTP. Other schemes have no headers in which a server could consent.',
    link: links.main,
  }),
  'same-origin-mode': ({ page, target, at }, tense, { api }) => ({
    what:
      at === 'request'
        ? `${asks(api)} with mode \`same-origin\`, but ${code(target)} is not its origin ${code(page)}.`
        : `${asks(api)} with mode \`same-origin\`, but the server ${say(tense, 'would redirect', 'redirected')} to ${code(target)}.`,
    change: api === 'fetch' ? 'use mode `cors`, and let the server allow your page.' : 'ask from a document.',
    why: 'Mode `same-origin` never leaves the page’s own origin. No header of the server can change that.',
    link: links.main,
  }),
  'no-cors-redirect-mode': ({ redirect }) => ({
    what: `Your page asks with mode \`no-cors\` and redirect mode ${code(redirect)}. Across origins, that works only with \`follow\`.`,
    change: 'use redirect mode `follow`, or mode `cors`.',
    why: 'Otherwise a page could find out whether another site redirects.',
    link: links.main,
  }),
  'not-cached': ({ url }, tense) => ({
    what: `The cache ${say(tense, 'has', 'had')} no answer for ${code(url)}, and \`only-if-cached\` forbids asking the server.`,
    change: 'use cache mode `force-cache`, which asks the server when the cache has nothing.',
    why: 'With `only-if-cached`, a miss is an error, and nothing is sent.',
    link: links.cache,
  }),
} satisfies Partial<FindingTexts>;
