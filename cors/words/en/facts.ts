import { getHeader } from '../../http.ts';
import type { Message, Outcome } from '../../outcome.ts';
import type { Fact, Tense } from '../language.ts';
import { uses } from './api-verdicts.ts';
import { apiNames, capital, errors, isElement, sealed } from './apis.ts';
import { plain, plural, say } from './text.ts';
import { stepOf } from './verdict.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** What the preflight was about, in a few words: "x-token is listed". */
function lists(outcome: Outcome): string {
  const asked = stepOf(outcome, 'preflight-needed')?.facts;
  if (asked === undefined) return '';
  const names = [...(asked.methodUnsafe ? [asked.method] : []), ...asked.headers];
  const [first] = names;
  if (first === undefined) return '';
  if (names.length > 2) return `, all ${names.length} names are listed`;
  return names.length === 1 ? `, ${plain(first)} is listed` : `, ${names.map(plain).join(' and ')} are listed`;
}

/** Why the preflight failed, in a few words. */
function failure(outcome: Outcome): string {
  const finding = outcome.finding;
  switch (finding?.code) {
    case 'header-not-allowed':
      return finding.facts.missing.length === 1
        ? `, ${plain(finding.facts.missing[0] ?? '')} not listed`
        : `, ${finding.facts.missing.length} headers not listed`;
    case 'authorization-not-listed':
      return ', authorization not listed';
    case 'method-not-allowed':
      return `, ${plain(finding.facts.method)} not listed`;
    case 'acam-invalid':
    case 'acah-invalid':
      return ', with a list that cannot be read';
    case 'acao-missing':
      return finding.facts.status === 400 || finding.facts.status === 403 ? ', refused' : ', no origin allowed';
    case 'acao-wildcard-credentials':
      return ', * not with credentials';
    case 'acac-missing':
    case 'acac-not-true':
      return ', credentials not allowed';
    case 'preflight-status':
      return ', not in 200–299';
    case 'preflight-redirect':
      return ', a redirect';
    default:
      return ', this origin not allowed';
  }
}

function preflight(outcome: Outcome, tense: Tense): Fact {
  const label = 'Preflight';
  const sent = outcome.messages.filter((message) => message.kind === 'preflight').at(-1);
  if (sent !== undefined) {
    if (sent.response === null) return { label, value: 'No answer', tone: 'block', note: 'Nothing came back' };
    const { status } = sent.response;
    return sent.stopped
      ? { label, value: 'Failed', tone: 'block', note: `${status}${failure(outcome)}` }
      : { label, value: 'Passed', tone: 'allow', note: `${status}${lists(outcome)}` };
  }
  if (stepOf(outcome, 'preflight-cache')?.facts.hit === true)
    return { label, value: 'From cache', tone: 'allow', note: kept(outcome, tense) };
  const [request] = outcome.messages;
  if (request === undefined)
    return {
      label,
      value: 'Not sent',
      tone: 'plain',
      note: say(tense, 'It would not come to that', 'It did not come to that'),
    };
  return { label, value: 'Not needed', tone: 'plain', note: whyNotNeeded(outcome, request, tense) };
}

/** For how long the earlier answer counts. A prediction stays on the screen, so it says how long at most. */
function kept(outcome: Outcome, tense: Tense): string {
  const facts = stepOf(outcome, 'preflight-cache')?.facts;
  if (tense === 'did' || facts?.expires == null) return 'Kept from an earlier run';
  const seconds = Math.ceil((facts.expires - facts.now) / 1000);
  return `Kept from an earlier run, for ${plural(seconds, 'more second', 'more seconds')} at most`;
}

function whyNotNeeded(outcome: Outcome, { request }: Message, tense: Tense): string {
  const origin = outcome.steps.find((step) => step.code === 'origin');
  if (origin?.code === 'origin' && origin.facts.same) return 'Same origin';
  const { api } = outcome.asker;
  if (isElement(api)) return `${capital(apiNames[api])} never needs one`;
  if (api === 'fetch' && stepOf(outcome, 'preflight-needed') === null)
    return say(tense, 'Mode no-cors would not ask', 'Mode no-cors does not ask');
  const type = getHeader(request.headers, 'Content-Type');
  const method = plain(request.method);
  return type === null ? `${method}, no extra headers` : `${method} with ${plain(type.split(';')[0] ?? '')}`;
}

/** The request itself: what the server did with it, whether or not the page may read the answer. */
function request(outcome: Outcome, tense: Tense): Fact {
  const sent = outcome.messages.filter((message) => message.kind === 'request');
  const last = sent.at(-1);
  const label = plain(sent[0]?.request.method ?? outcome.unsent?.method ?? unsentMethod(outcome));
  if (last === undefined) {
    const saw = outcome.messages.length > 0;
    return {
      label,
      value: say(tense, 'Not sent', 'Never sent'),
      tone: 'plain',
      note: saw
        ? say(tense, 'Server would see only OPTIONS', 'Server saw only OPTIONS')
        : say(tense, 'Server would see nothing', 'Server saw nothing'),
    };
  }
  if (last.response === null)
    return {
      label,
      value: 'No answer',
      tone: 'block',
      note: say(tense, 'The connection would end', 'The connection ended'),
    };
  const { status } = last.response;
  if (outcome.unsent !== null)
    return {
      label,
      value: 'Redirected',
      tone: 'plain',
      note: `${say(tense, 'Not sent on', 'Never sent on')} after ${status}`,
    };
  if (last.cache === 'HIT')
    return {
      label,
      value: 'From cache',
      tone: 'plain',
      note: `${status}, server ${say(tense, 'would not be', 'was not')} asked`,
    };
  const repeats = outcome.verdict === 'blocked' && !safeMethods.includes(last.request.method);
  if (repeats && tense === 'did') return { label, value: 'Processed', tone: 'plain', note: 'Running again repeats it' };
  const redirects = sent.length - 1;
  const after = redirects === 0 ? '' : ` after ${plural(redirects, 'redirect', 'redirects')}`;
  return {
    label,
    value: 'Processed',
    tone: 'plain',
    note: `Server ${say(tense, 'would answer', 'answered')} ${status}${after}`,
  };
}

/** Of a request that did not even come to a preflight. */
function unsentMethod(outcome: Outcome): string {
  const send = outcome.steps.find((step) => step.code === 'send');
  return (send?.code === 'send' && send.facts.method) || 'Request';
}

function page(outcome: Outcome, tense: Tense): Fact {
  const label = 'Your page';
  const { response } = outcome;
  const { api } = outcome.asker;
  if (outcome.verdict === 'blocked' || response === null) {
    const { name, note } = errors[api];
    if (stepOf(outcome, 'fetch-arguments') === null) return { label, value: name, tone: 'block', note };
    return { label, value: api === 'fetch' ? name : 'Exception', tone: 'block', note: 'Its message says why' };
  }
  if (outcome.verdict === 'opaque') return { label, tone: 'opaque', value: 'Opaque', note: '', ...sealed[api] };
  const use = uses[api];
  if (use !== undefined) return { label, value: use.value, tone: 'allow', note: use.note };
  const filter = stepOf(outcome, 'filter')?.facts;
  const hidden = filter === undefined ? 0 : filter.total - filter.visible;
  return {
    label,
    value: `${response.status} ${response.statusText}`.trim(),
    tone: 'allow',
    note: hidden === 0 ? 'Nothing stays hidden' : stayHidden(hidden, tense),
  };
}

// Servers add lines of their own, such as Date, that no plan foretells.
const stayHidden = (hidden: number, tense: Tense): string =>
  say(tense, 'Other headers would stay hidden', `${plural(hidden, 'header stays', 'headers stay')} hidden`);

/** The three facts under the verdict. */
export const facts = (outcome: Outcome, tense: Tense): readonly Fact[] => [
  preflight(outcome, tense),
  request(outcome, tense),
  page(outcome, tense),
];
