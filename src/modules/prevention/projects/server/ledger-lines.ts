import { inYuan } from '#kernel/fen.ts';
import { LEDGER_COLUMNS, type LedgerColumn, type ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import type { ProjectPage } from '../domain/wire.ts';

const DEPOSIT_KINDS: Readonly<Record<NonNullable<ProjectFacts['depositKind']>, string>> = {
  cash: '现金',
  guarantee: '银行保函',
  insurance: '保证保险',
  exempt: '免存',
};

/** What the ledger states, in the order of a project's life; what is late says so. */
export function ledgerLines(facts: ProjectFacts, overdue: ReadonlyMap<string, string>): ProjectPage['ledger'] {
  const line = (field: keyof ProjectFacts, label: string, value: string | null) => ({ label, value, late: overdue.get(field) ?? null });
  const cell = (field: LedgerColumn, value: string | null) => line(field, LEDGER_COLUMNS[field], value);
  const money = (value: ProjectFacts['contractFen']) => (value === null ? null : inYuan(value));
  return [
    cell('contractFen', money(facts.contractFen)),
    cell('labourShareBp', facts.labourShareBp === null ? null : `${facts.labourShareBp / 100}%`),
    cell('contractSignedOn', facts.contractSignedOn),
    cell('permitOn', facts.permitOn),
    cell('startedOn', facts.startedOn),
    cell('finishDueOn', facts.finishDueOn),
    cell('payDay', facts.payDay === null ? null : `次月 ${facts.payDay} 日`),
    cell('paymentGuaranteeOn', facts.paymentGuaranteeOn),
    cell('fundsProvenOn', facts.fundsProvenOn),
    cell('wageOfficerName', facts.wageOfficerName),
    cell('boardOn', facts.boardOn),
    cell('commitmentOn', facts.commitmentOn),
    line('accountName', '专户名称', facts.accountName),
    cell('accountOpenedOn', facts.accountOpenedOn),
    cell('accountFiledOn', facts.accountFiledOn),
    cell('tripartiteOn', facts.tripartiteOn),
    line('depositKind', '保证金方式', facts.depositKind === null ? null : DEPOSIT_KINDS[facts.depositKind]),
    cell('depositFen', money(facts.depositFen)),
    cell('depositStoredOn', facts.depositStoredOn),
    cell('depositGuaranteeUntil', facts.depositGuaranteeUntil),
    ...(facts.pausedFrom === null ? [] : [line('pausedFrom', '停工', `${facts.pausedFrom} 至 ${facts.pausedUntil ?? '未定'}`)]),
    ...(facts.finishedOn === null ? [] : [line('finishedOn', '实际竣工日期', facts.finishedOn)]),
  ];
}

/**
 * 资料齐不齐: the four feeds and the ledger cells the rules lean on, each worth the same; what is missing in the order in
 * which it is best added.
 */
export function completenessOf(facts: ProjectFacts): ProjectPage['completeness'] {
  const held: readonly (readonly [string, boolean])[] = [
    ['花名册', facts.rosterThrough !== null],
    ['考勤', facts.attendanceThrough !== null],
    ['工资表', facts.payrollThrough !== null],
    ['专户流水', facts.flowsThrough !== null],
    ...ASKED.map((field): readonly [string, boolean] => [LEDGER_COLUMNS[field], facts[field] !== null]),
  ];
  const missing = held.filter(([, has]) => !has).map(([name]) => name);
  return { score: Math.round((100 * (held.length - missing.length)) / held.length), missing };
}

const ASKED: readonly LedgerColumn[] = [
  'payDay',
  'accountOpenedOn',
  'contractSignedOn',
  'startedOn',
  'contractFen',
  'labourShareBp',
  'ownerName',
  'wageOfficerName',
  'depositStoredOn',
  'tripartiteOn',
  'accountFiledOn',
  'paymentGuaranteeOn',
  'boardOn',
  'commitmentOn',
  'finishDueOn',
  'permitOn',
];
