import type { Finding } from '#cors';

/** Which line of a refused answer it was refused for, by its name in lower case, and what to say beside it. */
export interface Offence {
  readonly header: string | 'status';
  readonly note: string;
}

const origin = 'access-control-allow-origin';
const credentials = 'access-control-allow-credentials';
const methods = 'access-control-allow-methods';
const headers = 'access-control-allow-headers';

export function offenceOf(finding: Finding): Offence | null {
  switch (finding.code) {
    case 'acao-missing':
      return { header: origin, note: 'is missing' };
    case 'acao-wildcard-credentials':
      return { header: origin, note: 'no wildcard with credentials' };
    case 'acao-multiple':
      return { header: origin, note: 'only one is allowed' };
    case 'acao-invalid':
      return { header: origin, note: 'is no origin' };
    case 'acao-mismatch':
      return { header: origin, note: 'is another origin' };
    case 'acac-missing':
      return { header: credentials, note: 'is missing' };
    case 'acac-not-true':
      return { header: credentials, note: 'must be true' };
    case 'acam-invalid':
      return { header: methods, note: 'is no list of methods' };
    case 'acah-invalid':
      return { header: headers, note: 'is no list of names' };
    case 'method-not-allowed':
      return { header: methods, note: `${finding.facts.method} is missing` };
    case 'header-not-allowed':
      return {
        header: headers,
        note: `${finding.facts.missing.join(', ')} ${finding.facts.missing.length === 1 ? 'is' : 'are'} missing`,
      };
    case 'authorization-not-listed':
      return { header: headers, note: 'authorization is missing' };
    case 'preflight-status':
      return { header: 'status', note: 'not in 200–299' };
    case 'preflight-redirect':
      return { header: 'status', note: 'a preflight must not be redirected' };
    case 'redirect-mode-error':
      return { header: 'status', note: 'redirect mode is error' };
    case 'redirect-location-invalid':
      return { header: 'location', note: 'is no URL' };
    case 'redirect-scheme':
      return { header: 'location', note: `${finding.facts.scheme} cannot be fetched` };
    case 'redirect-userinfo':
      return { header: 'location', note: 'holds a user name or password' };
    case 'redirect-too-many':
      return { header: 'location', note: `redirect ${finding.facts.count}` };
    case 'corp-blocked':
      return { header: 'cross-origin-resource-policy', note: 'forbids this page' };
    default:
      return null;
  }
}
