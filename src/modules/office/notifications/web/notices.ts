import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { NoticePage } from '../domain/wire.ts';

const NOTICES = 'notices';

/**
 * The own notices. They are asked for when the page changes or gets the focus, and not by the clock: a question each minute
 * would keep the session of an unattended screen open for ever.
 */
export function useNotices(parameters: { readonly unread?: boolean; readonly page?: number; readonly size: number }, askedAt = '') {
  return useQuery({
    queryKey: [NOTICES, parameters, askedAt],
    queryFn: ({ signal }) =>
      api.get<NoticePage>('/api/notices', { unread: parameters.unread === true ? 1 : undefined, page: parameters.page, size: parameters.size }, signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[] | 'all') => api.post<{ readonly unread: number }>('/api/notices/read', { ids }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [NOTICES] }),
  });
}
