import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { IdentityRow } from '../domain/wire.ts';

export const IDENTITIES = 'identities';

export function useIdentities(state: IdentityRow['state']) {
  return useQuery({
    queryKey: [IDENTITIES, state],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly IdentityRow[] }>('/api/identities', { state }, signal),
  });
}

export function useWaitingCount(): number | undefined {
  return useIdentities('waiting').data?.items.length;
}
