import type { Exchange, Origins, Plan } from '#cors';

/** What the control API says of its deployment. `boot` changes whenever the server starts anew. */
export interface ServerInfo {
  readonly origins: Origins;
  readonly version: string;
  readonly boot: string;
}
interface PlanAccepted {
  readonly boot: string;
  readonly number: number;
}
export interface Recorded {
  readonly boot: string;
  readonly exchanges: readonly Exchange[];
  readonly complete: boolean;
}

/** The control API said no: `message` is in its words, `path` the field that it is about. A server that is away is a TypeError instead. */
export class ApiError extends Error {
  readonly code: string;
  readonly path: string;
  constructor(code: string, message: string, path = '') {
    super(message);
    this.code = code;
    this.path = path;
  }
}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/api${path}`, { cache: 'no-store', ...init });
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  // A proxy's error page in front of a server that is away is no answer of ours.
  if (!isJson) throw new TypeError(`No answer from the control API (status ${response.status})`);
  const json = await response.json();
  if (!response.ok) throw new ApiError(json.error.code, json.error.message, json.error.path);
  return json;
}

export const getServerInfo = () => call<ServerInfo>('/server');

export const putPlan = (id: string, plan: Plan) =>
  call<PlanAccepted>(`/endpoints/${id}/plan`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(plan),
  });

export const getExchanges = (id: string, after: number) => call<Recorded>(`/endpoints/${id}/exchanges?after=${after}`);

/** Several plans at once, by the ids of their endpoints. */
export const putPlans = (plans: Readonly<Record<string, Plan>>) =>
  call<Readonly<Partial<Record<string, PlanAccepted>>>>('/plans', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(plans),
  });

/** All that was seen at these endpoints; one that the server does not know any more is left out. */
export const getExchangesOf = (ids: readonly string[]) =>
  call<Readonly<Partial<Record<string, Recorded>>>>(`/exchanges?of=${ids}`);

/** Also as the page goes away. Whether it was heard does not matter: the server forgets idle endpoints by itself. */
export const deleteEndpoints = (ids: readonly string[]) =>
  fetch(`/api/endpoints/${ids}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
