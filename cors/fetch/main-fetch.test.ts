import { describe, expect, it } from 'vitest';
import { reply } from './cases.ts';
import { run, trail } from './testing.ts';

const any = 'Access-Control-Allow-Origin: *';
const home = 'Location: http://localhost:4000/orders';

describe('an answer of the page’s own server', () => {
  it('is CORS-checked once another server has led there', () => {
    const outcome = run({}, [reply(302, any, home), reply(200)]);
    expect(outcome.finding).toEqual({
      code: 'acao-missing',
      facts: { at: 'response', origin: 'null', status: 200, method: 'GET' },
    });
  });
});

describe('redirect mode manual', () => {
  const unparsable = reply(302, any, 'Location: http://[');

  it('does not look at the Location, but in Chromium', () => {
    expect(run({ redirect: 'manual' }, [unparsable]).finding?.code).toBe('opaque-redirect');
    const outcome = run({ redirect: 'manual' }, [unparsable], { browser: 'chromium' });
    expect(outcome.finding).toEqual({ code: 'redirect-location-invalid', facts: { location: 'http://[' } });
    expect(trail(outcome)).toBe('origin mode preflight-needed send cors-check !redirect ?filter');
  });

  it('in Chromium as well is content with a Location that can be parsed, or none', () => {
    const chromium = { browser: 'chromium' } as const;
    expect(run({ redirect: 'manual' }, [reply(302, any, home)], chromium).finding?.code).toBe('opaque-redirect');
    expect(run({ redirect: 'manual' }, [reply(302, any)], chromium).finding?.code).toBe('opaque-redirect');
  });

  it('hides a redirect without a Location, which another mode does not', () => {
    expect(run({ redirect: 'manual' }, [reply(302, any)]).response?.type).toBe('opaqueredirect');
    expect(run({}, [reply(302, any)]).response?.type).toBe('cors');
  });
});

it('a redirect that cannot be followed is told as such', () => {
  expect(trail(run({}, [reply(302, any, 'Location: http://[')]))).toBe(
    'origin mode preflight-needed send cors-check !redirect ?filter',
  );
});
