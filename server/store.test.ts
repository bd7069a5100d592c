import { beforeEach, describe, expect, test } from 'vitest';
import { defaultPlan, type WireRequest, type WireResponse } from '#cors';
import { type Endpoint, EndpointStore } from './store.ts';

const bounds = { endpoints: 3, idle: 1000, exchanges: 4, exchangesSize: 2000, totalSize: 5000 };
const request: WireRequest = { method: 'GET', url: 'http://localhost:4001/e/a/', headers: [], body: null };
const response: WireResponse = { status: 200, statusText: 'OK', headers: [], body: '' };

let now = 0;
let store = new EndpointStore();
beforeEach(() => {
  now = 0;
  store = new EndpointStore(bounds, () => now);
});

function see(endpoint: Endpoint, times = 1, body = ''): void {
  for (let i = 0; i < times; i += 1) store.record(endpoint, request, { ...response, body }, false);
}
const seenAfter = (endpoint: Endpoint, after: number) => {
  const { exchanges, complete } = store.exchangesAfter(endpoint, after);
  return { numbers: exchanges.map(({ number }) => number), complete };
};

describe('exchanges', () => {
  test('count up within their endpoint, and carry the time', () => {
    const a = store.put('a', defaultPlan, 10);
    const b = store.put('b', defaultPlan, 10);
    now = 7;
    see(a, 2);
    see(b);
    expect(store.exchangesAfter(a, 0).exchanges.map(({ number, at }) => [number, at])).toEqual([
      [1, 7],
      [2, 7],
    ]);
    expect(seenAfter(b, 0)).toEqual({ numbers: [1], complete: true });
  });

  test('beyond their number the oldest are forgotten, and asking for those says so', () => {
    const a = store.put('a', defaultPlan, 10);
    see(a, 6);
    expect(seenAfter(a, 0)).toEqual({ numbers: [3, 4, 5, 6], complete: false });
    expect(seenAfter(a, 1)).toEqual({ numbers: [3, 4, 5, 6], complete: false });
    expect(seenAfter(a, 2)).toEqual({ numbers: [3, 4, 5, 6], complete: true });
    expect(seenAfter(a, 6)).toEqual({ numbers: [], complete: true });
  });

  test('beyond their size the oldest are forgotten, but never the last one', () => {
    const a = store.put('a', defaultPlan, 10);
    see(a, 2, 'x'.repeat(900));
    expect(seenAfter(a, 0)).toEqual({ numbers: [2], complete: false });
    see(a, 1, 'x'.repeat(3000));
    expect(seenAfter(a, 2)).toEqual({ numbers: [3], complete: true });
  });

  test('an answer that is due is null until it is written', () => {
    const a = store.put('a', defaultPlan, 10);
    const recording = store.record(a, request, response, true);
    expect(store.exchangesAfter(a, 0).exchanges[0]?.response).toBeNull();
    recording.response = response;
    expect(store.exchangesAfter(a, 0).exchanges[0]?.response).toEqual(response);
  });
});

describe('an endpoint', () => {
  test('keeps its boot and its exchanges when its plan changes', () => {
    const a = store.put('a', defaultPlan, 10);
    see(a, 2);
    const again = store.put('a', { ...defaultPlan }, 20);
    expect([again.boot, again.number]).toEqual([a.boot, 2]);
  });

  test('made again after it was forgotten has another boot, and begins at 0', () => {
    const a = store.put('a', defaultPlan, 10);
    see(a, 2);
    now = 1001;
    expect(store.find('a')).toBeUndefined();
    const again = store.put('a', defaultPlan, 10);
    expect(again.boot).not.toBe(a.boot);
    expect(again.number).toBe(0);
  });

  test('is forgotten when idle, not while it is used', () => {
    store.put('a', defaultPlan, 10);
    now = 900;
    expect(store.find('a')?.id).toBe('a');
    now = 1800;
    expect(store.find('a')?.id).toBe('a');
    now = 2801;
    expect(store.find('a')).toBeUndefined();
  });

  test.each([
    ['one too many: the least recently used goes', ['a', 'b', 'c', 'a', 'd'], ['a', 'c', 'd']],
    ['the same one again: nobody goes', ['a', 'b', 'c', 'c'], ['a', 'b', 'c']],
  ])('%s', (_, used, kept) => {
    for (const id of used) store.put(id, defaultPlan, 10);
    expect(['a', 'b', 'c', 'd'].filter((id) => store.find(id))).toEqual(kept);
  });

  test('beyond the size of all together the least recently used go', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => store.put(id, defaultPlan, 1000));
    if (!a || !b || !c) throw new Error('three endpoints fit');
    see(a, 1, 'x'.repeat(1000));
    see(c, 1, 'x'.repeat(1000));
    expect(['a', 'b', 'c'].filter((id) => store.find(id))).toEqual(['b', 'c']);
  });

  test('that is deleted makes room for its size', () => {
    const [a] = ['a', 'b', 'c'].map((id) => store.put(id, defaultPlan, 1000));
    if (!a) throw new Error('three endpoints fit');
    see(a, 1, 'x'.repeat(1000));
    store.delete('a');
    store.put('d', defaultPlan, 2900);
    expect(['a', 'b', 'c', 'd'].filter((id) => store.find(id))).toEqual(['b', 'c', 'd']);
  });

  test('that keeps answers in its cache weighs as much more', () => {
    const [a, b] = ['a', 'b', 'c'].map((id) => store.put(id, { ...defaultPlan, cache: true }, 100));
    if (!a || !b) throw new Error('three endpoints fit');
    const kept = (body: string) => [
      { url: '/', at: 0, lifetime: 60, madeFor: null, nominated: [], response: { ...response, body } },
    ];
    store.cached(b, kept('x'.repeat(1000)));
    store.cached(b, kept('x'.repeat(1500)));
    expect(['a', 'b', 'c'].filter((id) => store.find(id))).toEqual(['a', 'b', 'c']);
    store.find('a');
    store.cached(a, kept('x'.repeat(3000)));
    expect(['a', 'b', 'c'].filter((id) => store.find(id))).toEqual(['a', 'c']);
  });

  test('whose cache is emptied by another plan makes room', () => {
    const cached = { ...defaultPlan, cache: true };
    const [a] = ['a', 'b', 'c'].map((id) => store.put(id, cached, 100));
    if (!a) throw new Error('three endpoints fit');
    store.cached(a, [
      {
        url: '/',
        at: 0,
        lifetime: 60,
        madeFor: null,
        nominated: [],
        response: { ...response, body: 'x'.repeat(2000) },
      },
    ]);
    store.put('a', cached, 100);
    expect(a.cache).toHaveLength(1);
    store.put('a', { ...cached, response: { ...cached.response, status: 404 } }, 100);
    expect(a.cache).toEqual([]);
    store.put('b', cached, 2700);
    expect(['a', 'b', 'c'].filter((id) => store.find(id))).toEqual(['a', 'b', 'c']);
  });

  test('two processes never share a boot', () => {
    expect(new EndpointStore().put('a', defaultPlan, 1).boot).not.toBe(
      new EndpointStore().put('a', defaultPlan, 1).boot,
    );
  });
});
