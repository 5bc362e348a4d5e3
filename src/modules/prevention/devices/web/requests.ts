import { queryOptions } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { DevicesPage } from '../domain/wire.ts';

/** A gate that has just spoken is seen within half a minute. */
const ASK_AGAIN_MS = 30_000;

export function devicesQuery(projectId: string) {
  return queryOptions({
    queryKey: ['devices', projectId],
    queryFn: () => api.get<DevicesPage>(`/api/projects/${projectId}/devices`),
    refetchInterval: ASK_AGAIN_MS,
  });
}

export interface NewDevice {
  readonly serialNo: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly appid?: string;
}

export const registerDevice = (projectId: string, device: NewDevice) =>
  api.post<{ readonly appid: string; readonly secret: string | null }>(`/api/projects/${projectId}/devices`, device);
export const revokeDevice = (appid: string, why: string) => api.post(`/api/devices/${appid}/revoke`, { why });
export const renewKey = (appid: string) => api.post<{ readonly secret: string }>(`/api/devices/${appid}/key`, { endsOldAfterHours: 24 });
export const setPush = (appid: string, open: boolean) => api.post<{ readonly path: string | null }>(`/api/devices/${appid}/push`, { open });
export const setCode = (projectId: string, code: string, identity: string) =>
  api.post<{ readonly taken: number }>(`/api/projects/${projectId}/device-codes`, { code, identity });
export const enterPunch = (projectId: string, entry: { readonly identity: string; readonly at: string; readonly direction: string; readonly why: string }) =>
  api.post(`/api/projects/${projectId}/manual-punches`, entry);
export const decidePunches = (ids: readonly string[], accept: boolean, reason: string) =>
  api.post<{ readonly decided: number }>('/api/waiting-punches/decide', { ids, accept, reason });
export const setAside = (flagId: string, reason: string) => api.post<{ readonly punches: number }>(`/api/device-flags/${flagId}/set-aside`, { reason });
