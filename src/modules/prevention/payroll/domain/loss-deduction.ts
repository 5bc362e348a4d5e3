import type { BasisPoints } from '#kernel/basis-points.ts';
import { type Fen, NO_MONEY, shareOfFen, subtractFen } from '#kernel/fen.ts';

/** The two limits of a deduction for losses, and the smaller of them. */
export interface LossDeductionCap {
  readonly byShare: Fen;
  /** Null where the minimum wage is not known. */
  readonly byMinimum: Fen | null;
  /** The smaller one; with an unknown minimum the share alone, which may be too much. */
  readonly cap: Fen;
}

/**
 * 赔偿扣款上限. 「每月扣除的部分不得超过劳动者当月工资的20%。若扣除后的剩余工资部分低于当地月最低工资标准，则按最低工资标准支付」: two limits, the smaller counts, never
 * below 0. A fen that cannot be shared stays with the worker.
 */
export function lossDeductionCap(wage: Fen, minimum: Fen | null, share: BasisPoints): LossDeductionCap {
  const byShare = shareOfFen(wage > 0n ? wage : NO_MONEY, share, 'down');
  if (minimum === null) return { byShare, byMinimum: null, cap: byShare };
  const byMinimum = wage > minimum ? subtractFen(wage, minimum) : NO_MONEY;
  return { byShare, byMinimum, cap: byMinimum < byShare ? byMinimum : byShare };
}
