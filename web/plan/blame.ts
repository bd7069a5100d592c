import { type At, type Finding, mixedUpBy } from '#cors';
import type { ServerTab } from '../state/scenario.ts';

/** Where in the plan the reason of a blocked fetch is set. `header` is a name, or one of the other fields. */
export interface Blame {
  readonly tab: ServerTab;
  readonly header: string;
  /** One line, backticks around what travels on the wire. `off` when no line of that name was sent. */
  readonly says: string;
  readonly off: string;
}

const allowOrigin = 'Access-Control-Allow-Origin';
const allowCredentials = 'Access-Control-Allow-Credentials';
const allowMethods = 'Access-Control-Allow-Methods';
const allowHeaders = 'Access-Control-Allow-Headers';

const codes = (names: readonly string[]) => new Intl.ListFormat('en').format(names.map((name) => `\`${name}\``));
const are = (names: readonly string[]) => (names.length === 1 ? 'is' : 'are');

function blame(tab: ServerTab, header: string, says: string, off = says): Blame {
  return { tab, header, says, off };
}

/** A redirect has no header lines of its own to show this at, so the line names the header. */
function corsCheckBlame(at: At, header: string, says: string, off = says): Blame {
  if (at !== 'redirect') return blame(at, header, says, off);
  return blame(at, 'response', says === off ? `\`${header}\`: ${says}` : `A hop has no \`${header}\``);
}

/** The field of the plan that a finding comes from, or null when the plan is not to blame. */
export function blameFor(finding: Finding | null): Blame | null {
  if (!finding) return null;
  if (mixedUpBy(finding)) {
    return blame(
      'response',
      'Vary',
      '`Origin` is not named, so the cache in front mixes up the origins',
      'Off, so the cache in front mixes up the origins',
    );
  }
  switch (finding.code) {
    case 'acao-missing': {
      const { at } = finding.facts;
      const what = at === 'preflight' ? 'every preflight fails' : 'no other origin may read the answer';
      return corsCheckBlame(at, allowOrigin, 'On, but it has nothing to say to this origin', `Off, so ${what}`);
    }
    case 'acao-wildcard-credentials':
      return corsCheckBlame(finding.facts.at, allowOrigin, '`*` does not count for a request with credentials');
    case 'acao-multiple':
      return corsCheckBlame(finding.facts.at, allowOrigin, 'Only one value may be sent');
    case 'acao-invalid':
      return corsCheckBlame(finding.facts.at, allowOrigin, 'Neither `*` nor an origin');
    case 'acao-mismatch':
      return corsCheckBlame(
        finding.facts.at,
        allowOrigin,
        `Not the asking origin, which is \`${finding.facts.origin}\``,
      );
    case 'acac-missing':
      return corsCheckBlame(
        finding.facts.at,
        allowCredentials,
        'On, but nothing was sent',
        'Off, but the request includes credentials',
      );
    case 'acac-not-true':
      return corsCheckBlame(finding.facts.at, allowCredentials, 'Only `true` counts, in lower case');
    case 'preflight-status':
      return blame('preflight', 'status', 'A preflight must be answered with 200 to 299');
    case 'preflight-redirect':
      return blame('redirect', 'preflight', 'A preflight must not be redirected');
    case 'acam-invalid':
      return blame('preflight', allowMethods, 'Not a list of methods');
    case 'acah-invalid':
      return blame('preflight', allowHeaders, 'Not a list of header names');
    case 'method-not-allowed': {
      const { method, caseOnly, credentials, allowed } = finding.facts;
      if (caseOnly) return blame('preflight', allowMethods, `\`${method}\` is listed in another case, and case counts`);
      if (credentials && allowed.includes('*'))
        return blame(
          'preflight',
          allowMethods,
          `With credentials \`*\` is no wildcard, so \`${method}\` is not listed`,
        );
      const off = `Off, but \`${method}\` is asked for`;
      return blame('preflight', allowMethods, `\`${method}\` is asked for, but not listed`, off);
    }
    case 'header-not-allowed': {
      const { missing, credentials, allowed } = finding.facts;
      if (credentials && allowed.includes('*'))
        return blame(
          'preflight',
          allowHeaders,
          `With credentials \`*\` is no wildcard, so ${codes(missing)} ${are(missing)} not listed`,
        );
      const asked = `${codes(missing)} ${are(missing)} asked for`;
      return blame('preflight', allowHeaders, `${asked}, but not listed`, `Off, but ${asked}`);
    }
    case 'authorization-not-listed':
      return blame('preflight', allowHeaders, '`*` does not cover `authorization`');
    case 'redirect-mode-error':
      return blame('redirect', 'response', 'The request does not take redirects');
    case 'redirect-location-invalid':
      return blame('redirect', 'response', 'The Location cannot be parsed as a URL');
    case 'redirect-scheme':
      return blame('redirect', 'response', `No redirect to \`${finding.facts.scheme}:\` is followed`);
    case 'redirect-too-many':
      return blame('redirect', 'response', 'Browsers follow 20 redirects at most');
    case 'redirect-userinfo':
      return blame('redirect', 'response', 'A cross-origin redirect must not carry a user name or password');
    case 'same-origin-mode':
      return finding.facts.at === 'redirect'
        ? blame('redirect', 'response', `Mode \`same-origin\` does not leave \`${finding.facts.page}\``)
        : null;
    case 'corp-blocked':
      return blame('response', 'Cross-Origin-Resource-Policy', `\`${finding.facts.value}\` keeps this page out`);
    case 'not-usable':
      return finding.facts.because === 'status'
        ? blame('response', 'status', `With \`${finding.facts.status}\` the answer is not used`)
        : blame('response', 'Content-Type', 'Not of the kind that the request asks for');
    default:
      return null;
  }
}
