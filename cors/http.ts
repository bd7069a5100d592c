/** One header line as it stands on the wire: name and value, order, case and duplicates kept. */
export type HeaderLine = readonly [name: string, value: string];

/** A request as it crosses the wire. `url` is absolute, without a fragment. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderLine[];
  readonly body: string | null;
}

/** A response as it crosses the wire. */
export interface WireResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
}

/**
 * One request and its response as they crossed the wire, recorded by the echo server.
 * `number` counts up within an endpoint; `at` is milliseconds since the epoch, by the server's clock.
 * `response` is null while the answer is still due, and stays null if the connection was lost before it.
 */
export interface Exchange {
  readonly number: number;
  readonly at: number;
  readonly request: WireRequest;
  readonly response: WireResponse | null;
}

/**
 * All values of a header, joined with ", ", or null when no line has that name.
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(headers: readonly HeaderLine[], name: string): string | null {
  const wanted = name.toLowerCase();
  const values = headers.filter(([n]) => n.toLowerCase() === wanted).map(([, v]) => v);
  return values.length === 0 ? null : values.join(', ');
}

/** Whether a request is a CORS preflight: `OPTIONS` that says which method it asks for. */
export function isPreflight(request: WireRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    getHeader(request.headers, 'Access-Control-Request-Method') !== null &&
    getHeader(request.headers, 'Origin') !== null
  );
}
