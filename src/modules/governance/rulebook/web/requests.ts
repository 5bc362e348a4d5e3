import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';

/** The law does not change while somebody reads it. */
const FRESH = 5 * 60_000;

/** Fetches a page of the law. */
export function useLaw<Answer>(path: string, parameters?: Readonly<Record<string, string>>): UseQueryResult<Answer> {
  return useQuery({
    queryKey: ['law', path, parameters ?? {}],
    queryFn: ({ signal }) => api.get<Answer>(`/api/law/${path}`, parameters, signal),
    staleTime: FRESH,
  });
}
