import { asAsked } from './ask.ts';
import { endpointUrl } from './endpoint-url.ts';
import type { FetchCall } from './outcome.ts';
import type { Origins, ScenarioRequest } from './scenario.ts';
import { resolveOrigins } from './symbolic.ts';

/** A scenario's request as the call that this deployment's page makes to its endpoint `id`. */
export function toFetchCall({ target, path, ...rest }: ScenarioRequest, origins: Origins, id: string): FetchCall {
  return asAsked({
    ...rest,
    url: endpointUrl(origins[target], id, path),
    headers: rest.headers.map(([name, value]) => [name, resolveOrigins(value, origins)]),
  });
}
