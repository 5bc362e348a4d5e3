import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { LineState } from './line.ts';

/** 代发批次的状态. `cancelled` is a batch withdrawn before it went to the bank. */
export type BatchState =
  | 'draft'
  | 'checked'
  | 'approved'
  | 'submitted'
  | 'accepted'
  | 'rejected'
  | 'processing'
  | 'partial'
  | 'finished'
  | 'reconciled'
  | 'cancelled';

/** What a person does to a batch. What the bank does to it follows from the lines: `progressOf`. */
export type BatchStep = 'check' | 'approve' | 'send-back' | 'submit' | 'cancel' | 'reconcile';

export const BATCH_NAMES: Readonly<Record<BatchState, string>> = {
  draft: '草稿',
  checked: '已核对',
  approved: '已复核',
  submitted: '已送银行',
  accepted: '银行已受理',
  rejected: '银行拒收',
  processing: '银行处理中',
  partial: '部分发出',
  finished: '全部发出',
  reconciled: '已对平',
  cancelled: '已作废',
};

export const STEP_NAMES: Readonly<Record<BatchStep, string>> = {
  check: '核对',
  approve: '复核通过',
  'send-back': '退回修改',
  submit: '送银行代发',
  cancel: '作废',
  reconcile: '对账',
};

/** State × step → state: what is not listed is refused. */
const STEPS: Readonly<Partial<Record<BatchState, Readonly<Partial<Record<BatchStep, BatchState>>>>>> = {
  draft: { check: 'checked', cancel: 'cancelled' },
  checked: { check: 'checked', approve: 'approved', 'send-back': 'draft', cancel: 'cancelled' },
  approved: { submit: 'submitted', 'send-back': 'draft', cancel: 'cancelled' },
  partial: { reconcile: 'reconciled' },
  finished: { reconcile: 'reconciled' },
};

export interface BatchFacts {
  readonly state: BatchState;
  readonly madeBy: string;
  readonly lines: number;
  /** Findings of the check nobody may wave through. */
  readonly barred: number;
  /** Findings a person must decide on, and has not. */
  readonly undecided: number;
  /** Differences of the accounts' days this batch touches that are still open. */
  readonly differences: number;
  /** What was checked, as a digest of its lines, and what they are now: a batch changed after its check is checked again. */
  readonly checkedDigest: string | null;
  readonly digest: string;
}

/** Takes a person's step, or says why not and what to do. Approval is by somebody other than who made the batch. */
export function takeStep(batch: BatchFacts, step: BatchStep, accountId: string): Result<BatchState, Refusal> {
  const to = STEPS[batch.state]?.[step];
  if (to === undefined)
    return refuse({ code: 'batch-wrong-state', says: `这一批现在是“${BATCH_NAMES[batch.state]}”，不能${STEP_NAMES[step]}。${onward(batch.state)}` });
  if (step === 'check' && batch.lines === 0) return refuse({ code: 'batch-empty', says: '这一批里一个人也没有。先加人，或作废这一批。' });
  if (step === 'approve') {
    if (accountId === batch.madeBy) return refuse({ code: 'batch-second-person', says: '这一批是你做的，要由另一个人复核。找本企业有复核权限的人。' });
    if (batch.barred > 0)
      return refuse({ code: 'batch-barred', says: `还有 ${batch.barred} 处问题没有解决，不能复核通过。先把有问题的人移出这一批，或改好资料再核对。` });
    if (batch.undecided > 0) return refuse({ code: 'batch-undecided', says: `还有 ${batch.undecided} 处提醒没有写处理意见。逐条写明怎么核实的，再复核。` });
  }
  if ((step === 'approve' || step === 'submit') && batch.checkedDigest !== batch.digest)
    return refuse({ code: 'batch-changed', says: '核对以后名单或金额变了。退回修改，再核对一次。' });
  if (step === 'reconcile' && batch.differences > 0)
    return refuse({ code: 'batch-differences', says: `对账还有 ${batch.differences} 处不平。先逐条查清，再标为已对平。` });
  return ok(to);
}

function onward(state: BatchState): string {
  switch (state) {
    case 'draft':
      return '先核对。';
    case 'checked':
      return '等另一个人复核。';
    case 'approved':
      return '可以送银行代发。';
    case 'submitted':
    case 'accepted':
    case 'processing':
      return '等银行回盘；不知道结果的会去问银行，不会重发。';
    case 'rejected':
    case 'cancelled':
      return '要发就另做一批。';
    case 'partial':
      return '没发出去的人，查明原因后补发。';
    case 'finished':
    case 'reconciled':
      return '不用再办。';
  }
}

const WITH_BANK: ReadonlySet<BatchState> = new Set<BatchState>(['submitted', 'accepted', 'rejected', 'processing', 'partial', 'finished', 'reconciled']);

export function isWithBank(state: BatchState): boolean {
  return WITH_BANK.has(state);
}

/**
 * Where a batch that went to the bank stands, by what became of its lines. A FINISHED of the bank is not believed: only the
 * lines say who was paid. A line returned after the accounts were found equal opens the batch again.
 */
export function progressOf(state: BatchState, told: { readonly accepted: boolean; readonly rejected: boolean }, lines: readonly LineState[]): BatchState {
  if (!isWithBank(state)) return state;
  const count = (...of: readonly LineState[]) => lines.filter((one) => of.includes(one)).length;
  const open = count('sent', 'unknown', 'new');
  const paid = count('paid');
  const unpaid = count('failed', 'returned', 'reissued');
  if (told.rejected && paid === 0 && open === 0) return 'rejected';
  if (open === 0 && lines.length > 0) {
    const done = unpaid === 0 ? 'finished' : 'partial';
    return state === 'reconciled' && count('returned') === 0 ? 'reconciled' : done;
  }
  if (paid + unpaid > 0) return 'processing';
  if (told.accepted) return 'accepted';
  return 'submitted';
}
