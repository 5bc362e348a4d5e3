import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { addFen, type Fen, fen, inYuan, subtractFen } from '#kernel/fen.ts';

/**
 * A movement as far as a day's reconciliation asks. `closing`: the balance left when the account was closed; `levied`: taken by
 * a court; `freeze`: blocked, not moved; `unknown-batch`: under a batch number that is none of ours.
 */
export interface DayFlow {
  readonly serialNo: string;
  readonly direction: 'in' | 'out';
  readonly amountFen: Fen;
  readonly batchNo: string | null;
  readonly kind: string;
  /** A refund that names a payment the bank says it returned. */
  readonly isMatched?: boolean;
}

export interface AccountDay {
  readonly on: CivilDate;
  /** The last balance the bank reported before this day, and for which day; null: none. */
  readonly openingFen: Fen | null;
  readonly openingOn: CivilDate | null;
  /** What moved on the days between that balance and this day, in − out; nought where the report of the day before is there. */
  readonly sinceFen: Fen;
  readonly closingFen: Fen | null;
  readonly flows: readonly DayFlow[];
  /** Lines the bank says were paid on this day. */
  readonly paid: readonly { readonly batchNo: string; readonly amountFen: Fen }[];
  /** Lines returned on this day; matched once the refund that names the payment is there, on whatever day. */
  readonly returned: readonly { readonly batchNo: string; readonly amountFen: Fen; readonly isMatched?: boolean }[];
}

export type DifferenceKind = 'payroll-sum' | 'balance' | 'other-out' | 'refund-missing' | 'unknown-batch';

export interface Difference {
  readonly kind: DifferenceKind;
  /** What it is about: a batch, a serial, or the day. */
  readonly ref: string;
  readonly expectedFen: Fen;
  readonly foundFen: Fen;
  readonly says: string;
}

const ALLOWED_OUT = new Set(['fee', 'freeze', 'levied', 'closing']);

/**
 * One account, one day: what left under a batch number = lines paid; balance before + in − out = balance after; any other
 * money out of the account is a suspicion of misuse («专户资金挪用嫌疑»); a returned line must come back.
 */
export function reconcileDay(day: AccountDay): readonly Difference[] {
  const found: Difference[] = [];
  const sum = (list: readonly { readonly amountFen: Fen }[]) => addFen(...list.map((one) => one.amountFen));
  const out = day.flows.filter((flow) => flow.direction === 'out');
  const ofBatch = (flow: DayFlow) => flow.batchNo !== null && flow.kind !== 'unknown-batch';
  const batches = new Set([...out.filter(ofBatch).flatMap((flow) => flow.batchNo ?? []), ...day.paid.map((one) => one.batchNo)]);
  for (const batchNo of [...batches].sort()) {
    const left = sum(out.filter((flow) => ofBatch(flow) && flow.batchNo === batchNo));
    const paid = sum(day.paid.filter((one) => one.batchNo === batchNo));
    if (left !== paid)
      found.push({
        kind: 'payroll-sum',
        ref: batchNo,
        expectedFen: paid,
        foundFen: left,
        says: `批次 ${batchNo}：银行说发到卡 ${inYuan(paid)}，专户出账 ${inYuan(left)}。向开户行要这一批的明细核对。`,
      });
  }
  if (day.openingFen !== null && day.closingFen !== null) {
    const moved = day.flows.filter((flow) => flow.kind !== 'freeze').map((flow) => (flow.direction === 'in' ? flow.amountFen : fen(-flow.amountFen)));
    const expected = addFen(day.openingFen, day.sinceFen, ...moved);
    if (expected !== day.closingFen)
      found.push({
        kind: 'balance',
        ref: day.on,
        expectedFen: expected,
        foundFen: day.closingFen,
        says: `${day.on} 按流水余额应为 ${inYuan(expected)}，银行报的是 ${inYuan(day.closingFen)}，差 ${inYuan(subtractFen(day.closingFen, expected))}。补齐${daysSince(day)}流水。`,
      });
  }
  for (const flow of out) {
    if (flow.kind === 'unknown-batch') {
      found.push({
        kind: 'unknown-batch',
        ref: flow.serialNo,
        expectedFen: fen(0),
        foundFen: flow.amountFen,
        says: `流水 ${flow.serialNo} 转出 ${inYuan(flow.amountFen)}，写的批次号 ${flow.batchNo ?? ''} 不是我方的代发批次：专户资金挪用嫌疑。马上向开户行查明。`,
      });
      continue;
    }
    if (flow.batchNo !== null || ALLOWED_OUT.has(flow.kind)) continue;
    found.push({
      kind: 'other-out',
      ref: flow.serialNo,
      expectedFen: fen(0),
      foundFen: flow.amountFen,
      says: `流水 ${flow.serialNo} 转出 ${inYuan(flow.amountFen)}，不属于任何代发批次：专户资金挪用嫌疑。查明用途，追回的附凭证。`,
    });
  }
  // What names its payment is matched whenever it comes; the rest is compared as sums of the day.
  const refunds = sum(day.flows.filter((flow) => flow.direction === 'in' && flow.kind === 'refund' && flow.isMatched !== true));
  const returned = sum(day.returned.filter((one) => one.isMatched !== true));
  if (refunds !== returned)
    found.push({
      kind: 'refund-missing',
      ref: day.on,
      expectedFen: returned,
      foundFen: refunds,
      says: `${day.on} 银行通知退票 ${inYuan(returned)}，退回专户 ${inYuan(refunds)}。向开户行核对退票和进账。`,
    });
  return found;
}

function daysSince(day: AccountDay): string {
  return day.openingOn === null || day.openingOn === addDays(day.on, -1) ? '当天' : `${addDays(day.openingOn, 1)} 至 ${day.on} 的`;
}
