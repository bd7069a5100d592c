import { queryOptions, useQuery } from '@tanstack/react-query';
import { getServerInfo } from './api.ts';

/** Asked once and kept: a server that goes away later does not change which origins there are. */
export const serverInfoQuery = queryOptions({
  queryKey: ['server'],
  queryFn: getServerInfo,
  staleTime: Number.POSITIVE_INFINITY,
  retry: 3,
  retryDelay: 300,
});

export const useServerInfo = () => useQuery(serverInfoQuery);
