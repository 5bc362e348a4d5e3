import { type CannotDetermine, cannotDetermine } from '#law/rule.ts';
import type { ProjectFacts } from './types.ts';

/** A column of the ledger that a duty leaves its trace in, by its Chinese heading. */
export const LEDGER_COLUMNS = {
  contractFen: '合同造价',
  labourShareBp: '人工费用比例',
  contractSignedOn: '合同签订日期',
  permitOn: '施工许可日期',
  startedOn: '开工日期',
  finishDueOn: '计划竣工日期',
  payDay: '发薪日',
  ownerName: '建设单位',
  paymentGuaranteeOn: '工程款支付担保日期',
  fundsProvenOn: '资金落实证明日期',
  wageOfficerName: '劳资专管员',
  boardOn: '维权告示牌设立日期',
  commitmentOn: '支付承诺书日期',
  accountOpenedOn: '专户开户日期',
  accountFiledOn: '专户备案日期',
  tripartiteOn: '三方协议日期',
  depositFen: '保证金金额',
  depositStoredOn: '保证金存储日期',
  depositGuaranteeUntil: '保函到期日',
} as const satisfies Partial<Record<keyof ProjectFacts, string>>;

export type LedgerColumn = keyof typeof LEDGER_COLUMNS;

/**
 * What an empty cell says. `left-empty`: the office's file has the column and nothing in it, so nothing was done.
 * `not-stated`: the file has no such column, so nobody knows.
 */
export function cellOf<C extends LedgerColumn>(facts: Pick<ProjectFacts, C | 'stated'>, column: C): 'filled' | 'left-empty' | 'not-stated' {
  if (facts[column] !== null) return 'filled';
  return facts.stated.has(column) ? 'left-empty' : 'not-stated';
}

const UNSTATED: ReadonlyMap<LedgerColumn, CannotDetermine> = new Map(
  (Object.keys(LEDGER_COLUMNS) as LedgerColumn[]).map((column) => [column, cannotDetermine(`在建项目台账没有“${LEDGER_COLUMNS[column]}”一栏`)]),
);

/** The answer where the ledger has no such column. */
export function notStated(column: LedgerColumn): CannotDetermine {
  return UNSTATED.get(column) ?? cannotDetermine(column);
}
