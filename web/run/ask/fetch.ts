import type { FetchCall, PageResult } from '#cors';
import { bodyInit } from './body.ts';

function typeOf(type: ResponseType): 'basic' | 'cors' | 'opaque' | 'opaqueredirect' {
  return type === 'basic' || type === 'cors' || type === 'opaque' || type === 'opaqueredirect' ? type : 'basic';
}

export async function askByFetch(call: FetchCall): Promise<PageResult> {
  const { url, method, headers, body, credentials, mode, redirect, cache, referrerPolicy, keepalive } = call;
  const response = await fetch(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: body ? bodyInit(body) : null,
    credentials,
    mode,
    redirect,
    cache,
    referrerPolicy,
    keepalive,
  });
  const type = typeOf(response.type);
  return {
    kind: 'response',
    type,
    status: response.status,
    statusText: response.statusText,
    url: response.url,
    redirected: response.redirected,
    headers: [...response.headers],
    body: type === 'basic' || type === 'cors' ? await response.text() : null,
  };
}
