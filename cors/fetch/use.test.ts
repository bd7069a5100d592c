import { describe, expect, it } from 'vitest';
import { deviations } from '../browsers.ts';
import type { Browser } from '../outcome.ts';
import { sampleFont, sampleImage, sampleScript } from '../samples.ts';
import type { Api } from '../scenario.ts';
import { reply } from './cases.ts';
import { unusable } from './use.ts';

const said = (api: Api, status: number, type: string | null, body: string, browser: Browser = 'standard') => {
  const lines = type === null ? [] : [`Content-Type: ${type}`];
  return unusable(api, { ...reply(status, ...lines), body }, deviations[browser]);
};

describe('what has been fetched', () => {
  it.each([
    ['event-source', 200, 'text/event-stream', ''],
    ['event-source', 200, 'Text/Event-Stream;charset=utf-8', ''],
    ['script', 200, 'text/javascript', sampleScript],
    ['script', 299, 'application/javascript', sampleScript],
    ['module', 200, 'text/javascript; charset=utf-8', sampleScript],
    ['image', 200, 'image/svg+xml', sampleImage],
    ['image', 200, 'image/svg+xml', `  ${sampleImage}`],
    ['image', 404, 'image/svg+xml', sampleImage],
    ['font', 200, 'font/ttf', sampleFont],
    ['font', 299, null, sampleFont],
    ['fetch', 500, null, ''],
    ['xhr', 500, null, ''],
    ['beacon', 500, null, ''],
  ] as const)('is of use to %s: %i, %s', (api, status, type, body) => {
    expect(said(api, status, type, body)).toBeNull();
  });

  it.each([
    ['event-source', 204, 'text/event-stream', '', 'status'],
    ['event-source', 201, 'text/event-stream', '', 'status'],
    ['event-source', 200, 'text/plain', '', 'type'],
    ['event-source', 200, null, '', 'type'],
    ['script', 404, 'text/javascript', sampleScript, 'status'],
    ['script', 199, 'text/javascript', sampleScript, 'status'],
    ['script', 300, 'text/javascript', sampleScript, 'status'],
    ['script', 200, 'text/plain', sampleScript, 'type'],
    ['script', 200, null, sampleScript, 'type'],
    ['module', 500, 'text/javascript', sampleScript, 'status'],
    ['module', 200, 'application/json', sampleScript, 'type'],
    ['image', 200, 'image/svg+xml', 'no image', 'content'],
    ['image', 200, 'image/svg+xml', '<svg width="1"/>', 'content'],
    ['image', 200, 'image/svg+xml', `x${sampleImage}`, 'content'],
    ['image', 200, 'image/png', sampleImage, 'content'],
    ['font', 404, 'font/ttf', sampleFont, 'status'],
    ['font', 200, 'font/ttf', 'no font', 'content'],
  ] as const)('is of no use to %s: %i, %s, %j: its %5$s', (api, status, type, body, because) => {
    expect(said(api, status, type, body)).toEqual({ code: 'not-usable', facts: { api, because, status, type } });
  });

  it('is no image to Firefox when its status says that there is none', () => {
    const facts = { api: 'image', because: 'status', status: 404, type: 'image/svg+xml' };
    expect(said('image', 404, 'image/svg+xml', sampleImage, 'firefox')).toEqual({ code: 'not-usable', facts });
    expect(said('image', 200, 'image/svg+xml', sampleImage, 'firefox')).toBeNull();
  });
});
