import { expect, it } from 'vitest';
import { toFetchCall } from './call.ts';
import { defaultRequest } from './defaults.ts';

it('names the endpoint on the target, and this deployment in header values', () => {
  const origins = {
    page: 'https://app.example',
    'same-site': 'https://echo.example',
    'cross-site': 'https://echo.test',
    second: 'https://other.test',
  };
  const request = {
    ...defaultRequest,
    target: 'cross-site',
    path: '/orders?page=2',
    method: 'PUT',
    headers: [
      ['X-Back', '{page}/done'],
      ['X-Back', '{origin}'],
    ],
    credentials: 'include',
  } as const;
  expect(toFetchCall(request, origins, 'abcdefghij_-0123')).toEqual({
    url: 'https://echo.test/e/abcdefghij_-0123/orders?page=2',
    method: 'PUT',
    headers: [
      ['X-Back', 'https://app.example/done'],
      ['X-Back', '{origin}'],
    ],
    body: null,
    credentials: 'include',
    mode: 'cors',
    redirect: 'follow',
    cache: 'default',
    referrerPolicy: '',
    keepalive: false,
    api: 'fetch',
    context: 'document',
    uploadListener: false,
  });
});
