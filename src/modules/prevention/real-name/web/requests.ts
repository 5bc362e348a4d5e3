import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#kit/api.ts';
import type { DeliveryView, DifferenceRow, ProfileChoice, TargetView } from '../domain/wire.ts';

const BASE = '/api/integration/real-name';
/** What has just been handed over is answered within seconds. */
const ASK_AGAIN_MS = 10_000;

export const useTargets = () =>
  useQuery({
    queryKey: ['targets'],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly TargetView[] }>(`${BASE}/targets`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? ASK_AGAIN_MS : false),
  });

export function isMoving({ counts }: TargetView): boolean {
  return (counts.queued ?? 0) + (counts.sent ?? 0) + (counts.waiting ?? 0) + (counts.asking ?? 0) > 0;
}

export const useProfiles = () =>
  useQuery({
    queryKey: ['targets', 'profiles'],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly ProfileChoice[] }>(`${BASE}/profiles`, undefined, signal),
  });

export const useDeliveries = (target: string, state: string, page: number, moving: boolean) =>
  useQuery({
    queryKey: ['targets', target, 'deliveries', state, page],
    queryFn: ({ signal }) =>
      api.get<{ readonly items: readonly DeliveryView[]; readonly total: number }>(
        `${BASE}/deliveries`,
        { target, state: state === '' ? undefined : state, page },
        signal,
      ),
    placeholderData: (before) => before,
    refetchInterval: moving ? ASK_AGAIN_MS : false,
  });

export const useDifferences = (target: string) =>
  useQuery({
    queryKey: ['targets', target, 'differences'],
    queryFn: ({ signal }) => api.get<{ readonly items: readonly DifferenceRow[] }>(`${BASE}/targets/${target}/differences`, undefined, signal),
  });

export interface TargetForm {
  readonly name: string;
  readonly url: string;
  readonly profile: string;
  readonly appid: string;
  readonly secret: string;
  readonly corpSecret: string;
}

export const addTarget = (form: TargetForm) => api.post<{ readonly id: string }>(`${BASE}/targets`, form);
export const addProject = (target: string, projectId: string, theirCode: string) => api.post(`${BASE}/targets/${target}/projects`, { projectId, theirCode });
export const setDisabled = (target: string, disabled: boolean) => api.post(`${BASE}/targets/${target}/disabled`, { disabled });
export const enterCode = (enterpriseId: string, code: string) => api.post(`${BASE}/enterprises/${enterpriseId}/credit-code`, { code });
export const push = (target: string) => api.post<{ readonly queued: number }>(`${BASE}/targets/${target}/push`);
export const compare = (target: string) => api.post<{ readonly items: readonly unknown[] }>(`${BASE}/targets/${target}/compare`);
export const retry = (delivery: string) => api.post(`${BASE}/deliveries/${delivery}/retry`);

/** Asks again for everything said of targets. */
export function useRefetchTargets(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['targets'] }), [queries]);
}
