import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#kit/api.ts';
import type { Me } from '../domain/wire.ts';

/** Key of the signed-in person in the cache; null when nobody is. */
export const ME = ['me'] as const;

/** Who is signed in, if anybody: for the frame around the screens. */
export function useSession(): { readonly me: Me | null; readonly error: unknown; readonly isPending: boolean; readonly retry: () => void } {
  const query = useQuery({
    queryKey: ME,
    queryFn: async ({ signal }) => {
      // Asked first, because nobody signed in is an answer there and a refusal at /api/me.
      const { signedIn } = await api.get<{ readonly signedIn: boolean }>('/api/session', undefined, signal);
      return signedIn ? api.get<Me>('/api/me', undefined, signal) : null;
    },
    staleTime: 60_000,
  });
  return { me: query.data ?? null, error: query.data === undefined ? query.error : null, isPending: query.isPending, retry: () => void query.refetch() };
}

/** Who is signed in. Screens stand inside the frame, which shows them only to somebody. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('useMe outside the frame: nobody is signed in');
  return me;
}

/** The civil day by the product's clock: the only "today" of the screens. */
export function useToday(): string {
  return useMe().today;
}

/** Ends the session and forgets everything that was shown. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void api
      .delete<{ readonly next: string } | undefined>('/api/session')
      .catch(() => undefined)
      .then((answer) => {
        // Who came through the place's sign-on leaves it there, too.
        window.location.assign(answer?.next ?? '/');
        queries.clear();
      });
  }, [queries]);
}
