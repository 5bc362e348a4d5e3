import { queryOptions } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { CellError, ImportKind, ImportState, ImportView } from '../domain/wire.ts';
import { STATES } from './states.ts';

/** How often a moving import is asked after: the bar shall move at least every second. */
const ASK_AGAIN_MS = 1000;

export interface ImportList {
  readonly items: readonly ImportView[];
  readonly total: number;
}
export interface ErrorList {
  readonly items: readonly CellError[];
  readonly total: number;
}
export interface Preview {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The server's own page size for imports and for errors. */
export const IMPORTS_A_PAGE = 50;
export const ERRORS_A_PAGE = 50;

export function importsQuery(at: { readonly state: ImportState | ''; readonly kind: ImportKind | ''; readonly page: number }) {
  return queryOptions({
    queryKey: ['imports', at.state, at.kind, at.page],
    queryFn: () => api.get<ImportList>('/api/imports', at),
    refetchInterval: (asked) => (asked.state.data?.items.some((item) => STATES[item.state].isMoving) ? ASK_AGAIN_MS : false),
  });
}

/** A minute after taking over is enough for the recompute; what has told no effect by then will tell none. */
const EFFECT_ASKED_TIMES = 60;

function isAwaited(view: ImportView, asked: number): boolean {
  return STATES[view.state].isMoving || (view.state === 'done' && view.effect === null && asked < EFFECT_ASKED_TIMES);
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: () => api.get<ImportView>(`/api/imports/${id}`),
    refetchInterval: ({ state }) => (state.data !== undefined && isAwaited(state.data, state.dataUpdateCount) ? ASK_AGAIN_MS : false),
    refetchIntervalInBackground: true,
  });
}

export function errorsQuery(id: string, page: number) {
  return queryOptions({
    queryKey: ['import', id, 'errors', page],
    queryFn: () => api.get<ErrorList>(`/api/imports/${id}/errors`, { page }),
  });
}

export function previewQuery(id: string) {
  return queryOptions({ queryKey: ['import', id, 'preview'], queryFn: () => api.get<Preview>(`/api/imports/${id}/preview`) });
}

export interface MappingCommand {
  readonly columns: readonly { readonly column: number; readonly field: string | null }[];
  readonly kind?: ImportKind;
  readonly month?: string;
  readonly projectId?: string;
}

export const sendMapping = (id: string, command: MappingCommand) => api.post<ImportView>(`/api/imports/${id}/mapping`, command);
export const confirmImport = (id: string, acceptValidRowsOnly: boolean) => api.post<ImportView>(`/api/imports/${id}/confirm`, { acceptValidRowsOnly });
export const undoImport = (id: string, reason: string) => api.post<ImportView>(`/api/imports/${id}/undo`, { reason });
export const cancelImport = (id: string) => api.post<ImportView>(`/api/imports/${id}/cancel`);
export const markedFileAddress = (id: string) => `/api/imports/${id}/errors.xlsx`;
export const templateAddress = (kind: ImportKind) => `/api/import-templates/${kind}.xlsx`;
