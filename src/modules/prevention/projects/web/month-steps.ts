import type { MonthRow, ProjectPage } from '../domain/wire.ts';

/** The five steps of a wage month, as the wage officer goes through them. */
export type StepKey = 'roster' | 'attendance' | 'payroll' | 'inflow' | 'paid';

export interface MonthStep {
  readonly key: StepKey;
  readonly name: string;
  /** done; now: the next one to do; late: past the pay day; ahead: its turn has not come. */
  readonly state: 'done' | 'now' | 'late' | 'ahead';
  readonly says: string;
}

const NAMES: Readonly<Record<StepKey, string>> = { roster: '花名册', attendance: '考勤', payroll: '工资表', inflow: '拨付', paid: '发放' };

/** Stops that lie behind the special account: the money had come in. */
const CAME_IN: ReadonlySet<string> = new Set(['paid', 'not-sent', 'refunded']);

function holdsEnough(page: ProjectPage, month: MonthRow | null): boolean {
  return month !== null && page.account.balanceFen !== null && BigInt(page.account.balanceFen) >= BigInt(month.owedFen);
}

/** Where a project stands in a wage month: which steps are done, and the first that is not. */
export function stepsOf(page: ProjectPage, month: MonthRow | null, today: string): readonly MonthStep[] {
  const due = month === null ? 0n : BigInt(month.dueFen);
  const inflow = month === null ? 0n : BigInt(month.inflowFen);
  const roster = page.freshness.find((feed) => feed.feed === 'roster');
  const isDone: Readonly<Record<StepKey, boolean>> = {
    roster: roster?.through != null && !roster.stale,
    attendance: (month?.attendedHeads ?? 0) > 0,
    payroll: (month?.payrollHeads ?? 0) > 0,
    inflow: due > 0n && (inflow >= due || CAME_IN.has(month?.stop.at ?? '') || holdsEnough(page, month)),
    paid: month?.stop.at === 'paid',
  };
  const says: Readonly<Record<StepKey, string>> = {
    roster: roster?.through == null ? '还没有' : roster.stale ? '该更新了' : `${page.project.onSite} 人在场`,
    attendance: isDone.attendance ? `${month?.attendedHeads ?? 0} 人` : '没报',
    payroll: isDone.payroll ? `${month?.payrollHeads ?? 0} 人` : '没有',
    inflow: isDone.inflow ? '够发' : month?.stop.at === 'cannot-tell' ? '缺流水' : '还不够',
    paid: isDone.paid ? '发清了' : (month?.paidHeads ?? 0) > 0 ? `还差 ${month?.owedPeople ?? 0} 人` : '没发',
  };
  const isLate = month?.payBy != null && month.payBy < today;
  const keys: readonly StepKey[] = ['roster', 'attendance', 'payroll', 'inflow', 'paid'];
  const first = keys.find((key) => !isDone[key]);
  return keys.map((key) => ({ key, name: NAMES[key], says: says[key], state: isDone[key] ? 'done' : key !== first ? 'ahead' : isLate ? 'late' : 'now' }));
}

/** What a project waits for: its first open step; late before open before done, so that red stands first. */
export function urgencyOf(steps: readonly MonthStep[]): number {
  if (steps.some((step) => step.state === 'late')) return 0;
  return steps.every((step) => step.state === 'done') ? 2 : 1;
}
