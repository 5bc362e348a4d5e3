import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#kit/api.ts';
import type { AppFeedRow, AppList, EventKind, FailureGroup, FreshnessRow, MessageList, MessagePage, OutboundRow, WebhookRow } from '../domain/index.ts';

type Filter = Readonly<Record<string, string | undefined>>;

export const useApps = () =>
  useQuery({ queryKey: ['integration', 'apps'], queryFn: ({ signal }) => api.get<AppList>('/api/integration/apps', undefined, signal) });

export const useMessages = (filter: Filter) =>
  useQuery({ queryKey: ['integration', 'messages', filter], queryFn: ({ signal }) => api.get<MessageList>('/api/integration/messages', filter, signal) });

export const useMessage = (id: string) =>
  useQuery({ queryKey: ['integration', 'message', id], queryFn: ({ signal }) => api.get<MessagePage>(`/api/integration/messages/${id}`, undefined, signal) });

export const useFailures = (days: number) =>
  useQuery({
    queryKey: ['integration', 'failures', days],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly FailureGroup[] }>('/api/integration/failures', { days }, signal),
  });

export const useWebhooks = () =>
  useQuery({
    queryKey: ['integration', 'webhooks'],
    queryFn: ({ signal }) =>
      api.get<{ readonly items: readonly WebhookRow[]; readonly kinds: readonly EventKind[] }>('/api/integration/webhooks', undefined, signal),
  });

export const useOutbound = (filter: Filter) =>
  useQuery({
    queryKey: ['integration', 'outbound', filter],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly OutboundRow[]; readonly next: string | null }>('/api/integration/outbound', filter, signal),
  });

export const useFreshness = (filter: Filter) =>
  useQuery({
    queryKey: ['integration', 'freshness', filter],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly FreshnessRow[]; readonly next: string | null }>('/api/integration/freshness', filter, signal),
  });

export const useAppFeeds = () =>
  useQuery({
    queryKey: ['integration', 'app-feeds'],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly AppFeedRow[] }>('/api/integration/app-feeds', undefined, signal),
  });

/** Everything of the desk is asked for again after something was done. */
export function useRefetch(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['integration'] }), [queries]);
}
