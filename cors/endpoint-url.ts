/** Where a request's URL points on the echo server. `path` holds path and query, `hop` counts redirects from 0. */
export interface EndpointUrl {
  readonly id: string;
  readonly hop: number;
  readonly path: string;
}

const endpoint = /^\w+:\/\/[^/]+\/e\/([\w-]{16})(?:\/@(\d{1,3})(?=[/?]|$))?([/?].*)?$/;

/** Reads `<origin>/e/<id>[/@<hop>]<path>`, or null when the URL is nobody's endpoint. */
export function parseEndpointUrl(url: string): EndpointUrl | null {
  const match = endpoint.exec(url);
  if (match?.[1] === undefined) return null;
  const rest = match[3] ?? '';
  return { id: match[1], hop: Number(match[2] ?? 0), path: rest.startsWith('/') ? rest : `/${rest}` };
}

/** The URL of an endpoint's path (`path` begins with `/`) on an echo origin. */
export const endpointUrl = (origin: string, id: string, path: string): string => `${origin}/e/${id}${path}`;
