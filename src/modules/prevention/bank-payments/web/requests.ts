import { queryOptions } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { BatchState } from '../domain/batch.ts';
import type { BatchList, BatchPage, FileTaken, MadeBatch, PayableMonth } from '../domain/wire.ts';

/** The server's own page size. */
export const BATCHES_A_PAGE = 50;
/** While the bank works, somebody may be watching. */
const ASK_AGAIN_MS = 5_000;

const MOVING: readonly BatchState[] = ['submitted', 'accepted', 'processing'];

export interface ReceiptRow {
  readonly id: string;
  readonly receiptNo: string;
  readonly kind: 'single' | 'batch';
  readonly on: string;
  readonly amountFen: string | null;
  readonly workerName: string | null;
  readonly verificationCode: string | null;
  readonly hasFile: boolean;
}

export function batchesQuery(at: { readonly state: string; readonly page: number }) {
  return queryOptions({ queryKey: ['pay-batches', at.state, at.page], queryFn: () => api.get<BatchList>('/api/pay-batches', at) });
}

export function monthsQuery() {
  return queryOptions({ queryKey: ['pay-months'], queryFn: () => api.get<readonly PayableMonth[]>('/api/pay-months') });
}

export function batchQuery(id: string) {
  return queryOptions({
    queryKey: ['pay-batch', id],
    queryFn: () => api.get<BatchPage>(`/api/pay-batches/${id}`),
    refetchInterval: ({ state }) => (state.data !== undefined && MOVING.includes(state.data.state) ? ASK_AGAIN_MS : false),
  });
}

export function receiptsQuery(id: string) {
  return queryOptions({ queryKey: ['pay-batch', id, 'receipts'], queryFn: () => api.get<readonly ReceiptRow[]>(`/api/pay-batches/${id}/receipts`) });
}

export type Route = { readonly by: 'link'; readonly appid: string } | { readonly by: 'file'; readonly layoutKey: string };

export const makeBatch = (order: { readonly commandId: string; readonly projectId: string; readonly month: string; readonly people?: readonly string[] }) =>
  api.post<MadeBatch>('/api/pay-batches', order);
export const takeStep = (id: string, step: string) => api.post<BatchPage>(`/api/pay-batches/${id}/${step}`);
export const submitBatch = (id: string, commandId: string, route: Route) => api.post<BatchPage>(`/api/pay-batches/${id}/submit`, { commandId, route });
export const dropLines = (id: string, lines: readonly number[]) => api.post<BatchPage>(`/api/pay-batches/${id}/drop`, { lines });
export const decideFinding = (id: string, finding: string, note: string) => api.post<BatchPage>(`/api/pay-batches/${id}/decide`, { finding, note });
export const confirmLayout = (key: string, branch: string) => api.post<void>(`/api/pay-layouts/${key}`, { branch });
export const explainDifference = (id: string, note: string) => api.post<void>(`/api/bank-differences/${id}/explain`, { note });
export const fileAddress = (id: string, part: number) => `/api/pay-batches/${id}/file?part=${part}`;
export const receiptAddress = (id: string) => `/api/bank-receipts/${id}/file`;

export function sendResultFile(id: string, file: File, isRefunds: boolean): Promise<FileTaken> {
  const form = new FormData();
  form.set('kind', isRefunds ? 'refunds' : 'results');
  form.set('file', file);
  return api.post<FileTaken>(`/api/pay-batches/${id}/result-file`, form);
}
