import type { Tone } from '#kit/tag.tsx';
import type { BatchState } from '../domain/batch.ts';
import type { LineState } from '../domain/line.ts';

export const BATCH_TONES: Readonly<Record<BatchState, Tone>> = {
  draft: 'grey',
  checked: 'yellow',
  approved: 'yellow',
  submitted: 'blue',
  accepted: 'blue',
  processing: 'blue',
  rejected: 'red',
  partial: 'orange',
  finished: 'green',
  reconciled: 'green',
  cancelled: 'grey',
};

export const LINE_TONES: Readonly<Record<LineState, Tone>> = {
  new: 'grey',
  sent: 'blue',
  unknown: 'orange',
  paid: 'green',
  failed: 'red',
  returned: 'red',
  reissued: 'grey',
  dropped: 'grey',
};

/** 做名单 → 核对 → 复核 → 送银行 → 回盘 → 对账, and how many of them lie behind. */
export const STEPS = ['做名单', '核对', '另一人复核', '送银行', '回盘', '对账'] as const;

export const STANDS_AT: Readonly<Record<BatchState, number>> = {
  draft: 1,
  checked: 2,
  approved: 3,
  submitted: 4,
  accepted: 4,
  processing: 4,
  rejected: 4,
  partial: 5,
  finished: 5,
  reconciled: 6,
  cancelled: 0,
};
