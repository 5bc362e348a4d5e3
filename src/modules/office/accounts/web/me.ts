import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiProblem, api } from '#kit/api.ts';
import type { Me } from '../domain/wire.ts';

/** Key of the signed-in person in the cache; null when nobody is. */
export const ME = ['me'] as const;

/** Who is signed in. */
export function useMe(): { readonly me: Me | null; readonly error: unknown; readonly isPending: boolean; readonly retry: () => void } {
  const query = useQuery({
    queryKey: ME,
    queryFn: async ({ signal }) => {
      try {
        return await api.get<Me>('/api/me', undefined, signal);
      } catch (error) {
        if (ApiProblem.of(error).status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
  return { me: query.data ?? null, error: query.data === undefined ? query.error : null, isPending: query.isPending, retry: () => void query.refetch() };
}

/** The civil day by the product's clock: the only "today" of the screens. */
export function useToday(): string | undefined {
  return useMe().me?.today;
}

/** Ends the session and forgets everything that was shown. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    api
      .delete('/api/session')
      .catch(() => undefined)
      .finally(() => {
        window.location.assign('/');
        queries.clear();
      });
  }, [queries]);
}
