import { randomBytes } from 'node:crypto';
import {
  cacheSize,
  type Exchange,
  emptyCache,
  type HeaderLine,
  keepsCache,
  type Plan,
  type SharedCache,
  type WireRequest,
  type WireResponse,
} from '#cors';

/** What the memory of one process may hold. Sizes in characters, times in milliseconds. */
export const storeBounds = {
  endpoints: 1000,
  idle: 60 * 60 * 1000,
  exchanges: 200,
  exchangesSize: 1024 * 1024,
  totalSize: 128 * 1024 * 1024,
};
export type StoreBounds = Readonly<typeof storeBounds>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** An exchange that is still being written down. */
export type Recording = Writable<Exchange>;

/** One person's private place on the echo server: the plan it answers by, and what it has seen. */
export interface Endpoint {
  readonly id: string;
  /** Names this process and this incarnation of the endpoint: when it changes, earlier evidence is lost. */
  readonly boot: string;
  plan: Plan;
  planSize: number;
  /** What the cache in front of it keeps. */
  cache: SharedCache;
  cacheSize: number;
  lastUsed: number;
  /** The number of the last exchange; 0 before the first. */
  number: number;
  /** The number of the last exchange that was forgotten; 0 if none was. */
  forgotten: number;
  readonly exchanges: { readonly exchange: Recording; readonly size: number }[];
  exchangesSize: number;
}

function sizeOfLines(lines: readonly HeaderLine[]): number {
  let size = 0;
  for (const [name, value] of lines) size += name.length + value.length;
  return size;
}

function sizeOf(request: WireRequest, response: WireResponse): number {
  const bodies = (request.body?.length ?? 0) + response.body.length;
  return 200 + request.url.length + bodies + sizeOfLines(request.headers) + sizeOfLines(response.headers);
}

/** All endpoints of this process, least recently used first; forgets what is idle or beyond its bounds. */
export class EndpointStore {
  readonly boot = randomBytes(9).toString('base64url');
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #bounds: StoreBounds;
  readonly #now: () => number;
  #incarnations = 0;
  #size = 0;

  /** `now` in milliseconds since the epoch. */
  constructor(bounds: StoreBounds = storeBounds, now: () => number = Date.now) {
    this.#bounds = bounds;
    this.#now = now;
  }

  /** Creates the endpoint or gives it a new plan; what it has seen stays, and its cache only if that is no other. `planSize` in characters. */
  put(id: string, plan: Plan, planSize: number): Endpoint {
    let endpoint = this.find(id);
    if (endpoint) {
      if (!keepsCache(endpoint.plan, plan)) this.#keep(endpoint, emptyCache);
      this.#size += planSize - endpoint.planSize;
      endpoint.plan = plan;
      endpoint.planSize = planSize;
    } else {
      this.#incarnations += 1;
      endpoint = {
        id,
        boot: `${this.boot}.${this.#incarnations}`,
        plan,
        planSize,
        cache: emptyCache,
        cacheSize: 0,
        lastUsed: this.#now(),
        number: 0,
        forgotten: 0,
        exchanges: [],
        exchangesSize: 0,
      };
      this.#endpoints.set(id, endpoint);
      this.#size += planSize;
    }
    this.#forgetEndpoints(endpoint);
    return endpoint;
  }

  /** The endpoint of this id, marked as used just now. */
  find(id: string): Endpoint | undefined {
    const endpoint = this.#endpoints.get(id);
    if (!endpoint) return undefined;
    const now = this.#now();
    if (now - endpoint.lastUsed > this.#bounds.idle) {
      this.#forget(endpoint);
      return undefined;
    }
    endpoint.lastUsed = now;
    this.#endpoints.delete(id);
    this.#endpoints.set(id, endpoint);
    return endpoint;
  }

  /** Forgets the endpoint, if there is one. */
  delete(id: string): void {
    const endpoint = this.#endpoints.get(id);
    if (endpoint) this.#forget(endpoint);
  }

  /** The time by which exchanges and stored answers are dated, in milliseconds. */
  now(): number {
    return this.#now();
  }

  /** What the endpoint's cache keeps from now on. */
  cached(endpoint: Endpoint, cache: SharedCache): void {
    if (cache === endpoint.cache) return;
    this.#keep(endpoint, cache);
    if (this.#size > this.#bounds.totalSize) this.#forgetEndpoints(endpoint);
  }

  #keep(endpoint: Endpoint, cache: SharedCache): void {
    const size = cacheSize(cache);
    this.#size += size - endpoint.cacheSize;
    endpoint.cache = cache;
    endpoint.cacheSize = size;
  }

  /** Writes down a request and, unless it is still due, its answer. `response` weighs in either way. */
  record(endpoint: Endpoint, request: WireRequest, response: WireResponse, due: boolean): Recording {
    endpoint.number += 1;
    const exchange = { number: endpoint.number, at: this.#now(), request, response: due ? null : response };
    const size = sizeOf(request, response);
    endpoint.exchanges.push({ exchange, size });
    endpoint.exchangesSize += size;
    this.#size += size;
    while (
      endpoint.exchanges.length > this.#bounds.exchanges ||
      (endpoint.exchangesSize > this.#bounds.exchangesSize && endpoint.exchanges.length > 1)
    ) {
      const oldest = endpoint.exchanges.shift();
      if (!oldest) break;
      endpoint.forgotten = oldest.exchange.number;
      endpoint.exchangesSize -= oldest.size;
      this.#size -= oldest.size;
    }
    if (this.#size > this.#bounds.totalSize) this.#forgetEndpoints(endpoint);
    return exchange;
  }

  /** The exchanges numbered above `after`; not complete if some of them are forgotten. */
  exchangesAfter(endpoint: Endpoint, after: number): { exchanges: readonly Exchange[]; complete: boolean } {
    const exchanges = endpoint.exchanges.map(({ exchange }) => exchange).filter(({ number }) => number > after);
    return { exchanges, complete: endpoint.forgotten <= after };
  }

  #forgetEndpoints(keep: Endpoint): void {
    const expired = this.#now() - this.#bounds.idle;
    for (const endpoint of this.#endpoints.values()) {
      const tooMany = this.#endpoints.size > this.#bounds.endpoints || this.#size > this.#bounds.totalSize;
      if (endpoint === keep || (!tooMany && endpoint.lastUsed >= expired)) return;
      this.#forget(endpoint);
    }
  }

  #forget(endpoint: Endpoint): void {
    this.#endpoints.delete(endpoint.id);
    this.#size -= endpoint.planSize + endpoint.exchangesSize + endpoint.cacheSize;
  }
}
