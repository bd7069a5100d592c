import { library } from '../spec.ts';
import { cause } from './cause.ts';
import { corsCheck, credentialed, mdnHeader } from './common.ts';

const allowOrigin = mdnHeader('Access-Control-Allow-Origin');

/** Causes in which nothing is blocked that should be: pages are let in whom nobody meant. */
export const openOriginCauses = [
  cause({
    id: 'reflects-any-origin',
    group: 'origin',
    title: 'Any website can read the API: every Origin is sent back',
    also: [
      'origin: true',
      'reflected origin',
      'security audit',
      'misconfiguration',
      'allow all origins with credentials',
    ],
    symptom: 'Nothing fails. A security scan reports that the server trusts arbitrary origins.',
    wrong: [
      'The server sends back whatever `Origin` asks, and allows credentials. So every page that its users visit can ask, and read the answer to whichever of their cookies goes along. Browsers refuse `*` with credentials to prevent that, and sending back the origin undoes it.',
      'Here a page on another origin reads the account as well.',
    ],
    fix: ['Compare `Origin` with a list of your own sites and send it back only if it is on it, with `Vary: Origin`.'],
    before: {
      requests: [
        { path: '/account', credentials: 'include' },
        { context: 'other-page', path: '/account', credentials: 'include' },
      ],
      response: { lines: ['Access-Control-Allow-Origin: {origin}', credentialed, 'Vary: Origin'] },
    },
    shown: 1,
    after: { response: { lines: ['Access-Control-Allow-Origin: {origin in {page}}', credentialed, 'Vary: Origin'] } },
    sources: [corsCheck, allowOrigin],
  }),
  cause({
    id: 'origin-pattern-too-wide',
    group: 'origin',
    title: 'A pattern for allowed origins lets strangers in',
    also: [
      'regular expression',
      'regex',
      'unescaped dot',
      'startsWith',
      'endsWith',
      'prefix match',
      'wildcard at the end',
    ],
    symptom: 'Nothing fails. Pages are let in that nobody listed.',
    wrong: [
      'The server allows what begins with `http://localhost`. The rest may be anything: another port, as of the other page here, or `http://localhost.attacker.example`, which anybody can register. A pattern that only looks at the end, or whose dots stand for any letter, has the same fault.',
    ],
    fix: [
      'List whole origins. If there has to be a pattern, let it say where the host begins and ends, and leave only the part open that is yours.',
    ],
    before: {
      requests: [{ path: '/salaries' }, { context: 'other-page', path: '/salaries' }],
      library: library('rs-cors', { origins: 'http://localhost*' }),
    },
    shown: 1,
    after: { library: library('rs-cors', { origins: '{page}' }) },
    sources: [corsCheck, allowOrigin],
  }),
  cause({
    id: 'null-on-the-list',
    group: 'origin',
    title: 'null is on the list of allowed origins',
    also: ['Access-Control-Allow-Origin: null', 'file:// allowed', 'sandboxed iframe', 'security audit', 'Cordova'],
    symptom: 'Nothing fails. It was added so that pages opened from files work, and a security scan complains.',
    wrong: [
      '`null` is not one origin but what every page is called that has none to tell: files, `data:` pages, sandboxed frames. Any site can put its script into a sandboxed frame. One asks here, and reads the answer.',
    ],
    fix: ['Take `null` off the list. Serve pages for development from a local server, which has an origin.'],
    before: {
      requests: [{ path: '/notes' }, { context: 'sandboxed-iframe', path: '/notes' }],
      response: { lines: ['Access-Control-Allow-Origin: {origin in {page} null}', 'Vary: Origin'] },
    },
    shown: 1,
    after: { response: { lines: ['Access-Control-Allow-Origin: {origin in {page}}', 'Vary: Origin'] } },
    sources: [corsCheck, allowOrigin],
  }),
];
