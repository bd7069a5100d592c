import { describe, expect, it } from 'vitest';
import { pageOf } from '../ask.ts';
import { toFetchCall } from '../call.ts';
import { cacheAfter, type Endpoint, fetchedAt } from '../endpoint.ts';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import { emptyState, type Outcome } from '../outcome.ts';
import { emptyCache } from '../shared-cache.ts';
import { plan, type RequestSpec, request } from '../spec.ts';
import { adviceWords } from './advice-words.ts';
import { factsWords } from './facts-words.ts';
import { findingWords } from './finding-words.ts';
import { stepWords } from './step-words.ts';
import { verdictWords } from './verdict-words.ts';

const origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const other = { context: 'other-page' } as const;

/** The second of two requests, made twelve seconds after the first. */
function secondOf(lines: readonly string[], first: RequestSpec, second: RequestSpec): Outcome {
  const empty: Endpoint = { plan: plan({ cache: true, response: { lines } }), origins, cache: emptyCache, now: 0 };
  const fetched = (spec: RequestSpec, at: Endpoint) => {
    const call = toFetchCall(request(spec), origins, 'abcdefghijklmnop');
    const rest = { call, page: pageOf(call, origins), state: emptyState, browser: 'standard', now: at.now } as const;
    return fetchedAt(at, (server) => fetchAsBrowser({ ...rest, server }));
  };
  const messages = fetched(first, empty).messages.map((message) => ({ ...message, after: 0 }));
  return fetched(second, { ...empty, cache: cacheAfter(empty, messages), now: 12_000 });
}

const listed = 'Access-Control-Allow-Origin: {origin in {page} {second}}';
const mixedUp = secondOf([listed], {}, other);
const withoutOrigin = secondOf([listed], { mode: 'no-cors' }, {});
const allowed = secondOf(['Access-Control-Allow-Origin: *'], {}, other);
const forbidden = secondOf(['Access-Control-Allow-Origin: {page}'], {}, other);
const sealed = secondOf([listed], {}, { mode: 'no-cors' });

const findingOf = ({ finding, asker }: Outcome) => {
  if (finding === null) throw new Error('It is readable');
  const { what, change, why } = findingWords(finding, 'did', asker);
  return [what, change, why];
};

describe('an answer that the cache in front has kept', () => {
  it('for another origin', () => {
    expect(findingOf(mixedUp)).toEqual([
      'The cache in front answered with what it keeps, which allows `http://localhost:4000`. Your page is `http://localhost:4002`.',
      'let the server send `Vary: Origin` with every answer of this URL, so that the cache keeps one for each origin.',
      'That answer was made for a request of `http://localhost:4000`. Unless its `Vary` names `Origin`, a shared cache hands it to everybody who asks for this URL. The server itself would have allowed `http://localhost:4002`.',
    ]);
  });

  it('for a request without Origin', () => {
    expect(findingOf(withoutOrigin)).toEqual([
      'The cache in front answered with what it keeps: `200 OK`, without `Access-Control-Allow-Origin`. So your page may not read it.',
      'let the server send `Vary: Origin` with every answer of this URL, so that the cache keeps one for each origin.',
      'That answer was made for a request without `Origin`, such as an image’s. Unless its `Vary` names `Origin`, a shared cache hands it to everybody who asks for this URL. The server itself would have allowed `http://localhost:4000`.',
    ]);
  });

  it('that the server would have given as well', () => {
    expect(findingOf(forbidden)[1]).toBe('let the server name `http://localhost:4002` in that header.');
    expect(forbidden.advice.map(adviceWords)).toEqual([
      {
        title: 'The cache in front answers, and the server is not asked',
        text: 'It keeps this answer from a request of `http://localhost:4000`, made 12 seconds before.',
        level: 'note',
      },
    ]);
  });

  it('where the page reads nothing anyway', () => {
    expect(findingOf(sealed)[0]).toBe(
      'The cache in front answered the GET. In mode `no-cors`, your page may not read the answer: no status, no headers, no body.',
    );
  });

  it('that may be read', () => {
    expect(verdictWords(allowed, 'did').sentence).toBe(
      'What the cache keeps allows any origin. Your page reads the body, the status and 2 of the 7 headers.',
    );
    expect(verdictWords(allowed, 'would').sentence).toMatch(/^What the cache keeps would allow any origin\./);
  });

  it('says that the server was not asked, in the steps and at a glance', () => {
    const send = mixedUp.steps.find(({ code }) => code === 'send');
    if (!send) throw new Error('It was sent');
    expect(stepWords(send, 'did', mixedUp.finding, mixedUp.asker).text).toBe(
      'The cache in front answered the GET, and not the server',
    );
    expect(factsWords(mixedUp, 'did')[1]).toEqual({
      label: 'GET',
      value: 'From cache',
      tone: 'plain',
      note: '200, server was not asked',
    });
    expect(factsWords(mixedUp, 'would')[1]?.note).toBe('200, server would not be asked');
  });
});
