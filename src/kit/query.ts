import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/** One cache for the whole application. Refusals are not retried: the answer would be the same. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 1 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
        retryDelay: 800,
      },
      mutations: { retry: false },
    },
  });
}
