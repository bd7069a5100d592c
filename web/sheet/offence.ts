import type { Finding, FindingFacts } from '#cors';

/** Which line of a refused answer it was refused for, by its name in lower case, and what to say beside it. */
export interface Offence {
  readonly header: string | 'status';
  readonly note: string;
  /** The same where that line is not in sight. */
  readonly brief: string;
}

const origin = 'access-control-allow-origin';
const credentials = 'access-control-allow-credentials';
const methods = 'access-control-allow-methods';
const headers = 'access-control-allow-headers';

const named = (names: readonly string[], what: string) =>
  names.length > 2
    ? `${names.length} names are ${what}`
    : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} ${what}`;

const listed = (header: string, names: readonly string[]): Offence => ({
  header,
  note: named(names, 'missing'),
  brief: named(names, 'not listed'),
});

/** A server that refuses a preflight outright has not said which origins it allows. */
const missingBrief = ({ at, status }: FindingFacts['acao-missing']) =>
  at === 'preflight' && (status === 400 || status === 403) ? `refused with ${status}` : 'no origin is allowed';

export function offenceOf(finding: Finding): Offence | null {
  switch (finding.code) {
    case 'acao-missing':
      return { header: origin, note: 'is missing', brief: missingBrief(finding.facts) };
    case 'acao-wildcard-credentials':
      return { header: origin, note: 'not with credentials', brief: '* with credentials' };
    case 'acao-multiple':
      return { header: origin, note: 'only one may stand here', brief: 'more than one origin' };
    case 'acao-invalid':
      return { header: origin, note: 'is no origin', brief: 'no valid origin' };
    case 'acao-mismatch':
      return {
        header: origin,
        note: finding.facts.origin === 'null' ? 'is not null' : 'is another origin',
        brief: finding.facts.origin === 'null' ? 'null is not allowed' : 'another origin is allowed',
      };
    case 'acac-missing':
      return { header: credentials, note: 'is missing', brief: 'credentials not allowed' };
    case 'acac-not-true':
      return { header: credentials, note: 'must be true', brief: 'credentials not allowed' };
    case 'acam-invalid':
      return { header: methods, note: 'is no list of methods', brief: 'no valid list of methods' };
    case 'acah-invalid':
      return { header: headers, note: 'is no list of names', brief: 'no valid list of headers' };
    case 'method-not-allowed':
      return listed(methods, [finding.facts.method]);
    case 'header-not-allowed':
      return listed(headers, finding.facts.missing);
    case 'authorization-not-listed':
      return listed(headers, ['authorization']);
    case 'preflight-status':
      return { header: 'status', note: 'not in 200–299', brief: `preflight status ${finding.facts.status}` };
    case 'preflight-redirect':
      return { header: 'status', note: 'no redirect of a preflight', brief: 'the preflight is redirected' };
    case 'redirect-mode-error':
      return { header: 'status', note: 'redirect mode is error', brief: 'redirect mode is error' };
    case 'redirect-location-invalid':
      return { header: 'location', note: 'is no URL', brief: 'Location is no URL' };
    case 'redirect-scheme':
      return { header: 'location', note: 'cannot be fetched', brief: `${finding.facts.scheme} cannot be fetched` };
    case 'redirect-userinfo':
      return { header: 'location', note: 'names a user', brief: 'Location names a user' };
    case 'redirect-too-many':
      return { header: 'location', note: 'one too many', brief: 'too many redirects' };
    case 'corp-blocked':
      return { header: 'cross-origin-resource-policy', note: 'forbids this page', brief: 'its policy forbids it' };
    case 'not-usable':
      return { header: 'content-type', note: 'is of no use', brief: 'not of the kind asked for' };
    default:
      return null;
  }
}
