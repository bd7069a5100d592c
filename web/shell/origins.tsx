import { createContext, useContext } from 'react';
import type { Origins } from '#cors';

/** The deployment's origins, known wherever the editors are shown. */
export const OriginsContext = createContext<Origins | null>(null);

export function useOrigins(): Origins {
  const origins = useContext(OriginsContext);
  if (!origins) throw new Error('The editors are shown only once the origins are known');
  return origins;
}
