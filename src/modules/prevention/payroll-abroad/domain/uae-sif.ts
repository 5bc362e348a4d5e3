import { daysInMonth, firstOfMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { decimal, hundredths, problemsOf, twice } from './supplement.ts';
import type { AbroadPayroll, AbroadProblem, AbroadText, AbroadWorker, Built, Supplement, WrittenAt } from './types.ts';

/**
 * UAE WPS salary information file. Per worker an EDR, behind it an EVP when part of the pay varies; an SCR closes the file. Interpretation: the file orders payment,
 * so fixed and variable income together are 实发; overtime and bonus vary, the rest is fixed. What the typed allowances do not name of the variable part stands under
 * "all other".
 */
export function uaeSif(payroll: AbroadPayroll, supplement: Supplement, at: WrittenAt): Built<AbroadText> {
  const asked = problemsOf('uae-sif', payroll, supplement);
  const { month } = payroll;
  if (asked.length > 0 || month === null) return { ok: false, problems: asked.length > 0 ? asked : [{ worker: null, field: '月份', says: '没有选月份。' }] };
  const pays = payroll.workers.map((worker) => ({ worker, typed: supplement.workers.get(worker.id) ?? {}, ...splitOf(worker) }));
  const problems = [
    ...twice(payroll, supplement, 'employeeId', '员工编号（MOHRE）'),
    ...pays.flatMap(({ worker, typed, variable, fixed }) => problemsOfPay(worker, typed, variable, fixed)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { head } = supplement;
  const day = (date: string) => (head['dateForm'] === 'YYYYMMDD' ? date.replaceAll('-', '') : date);
  const lines: string[] = [];
  for (const { typed, fixed, variable, worker } of pays) {
    const id = (typed['employeeId'] ?? '').padStart(14, '0');
    const period = [day(firstOfMonth(month)), day(lastOfMonth(month)), daysInMonth(month)];
    lines.push(['EDR', id, typed['routing'], typed['account'], ...period, decimal(fixed), decimal(variable), Number(typed['leaveDays'])].join(','));
    if (variable > 0n) {
      const named = NAMED.map((key) => hundredths(typed[key]));
      const rest = variable - worker.overtimeFen - named.reduce((sum, part) => sum + part, 0n) - hundredths(typed['leaveEncashment']);
      lines.push(['EVP', id, typed['routing'], ...[...named, worker.overtimeFen, rest, hundredths(typed['leaveEncashment'])].map(decimal)].join(','));
    }
  }
  const employer = (head['employerId'] ?? '').padStart(13, '0');
  const total = pays.reduce((sum, pay) => sum + pay.fixed + pay.variable, 0n);
  const closing = [
    'SCR',
    employer,
    head['employerRouting'],
    day(at.on),
    at.time.slice(0, 4),
    `${month.slice(5)}${month.slice(0, 4)}`,
    pays.length,
    decimal(total),
    'AED',
  ];
  lines.push([...closing, ...(head['reference'] === undefined ? [] : [head['reference']])].join(','));
  const stamp = `${at.on.replaceAll('-', '').slice(2)}${at.time}`;
  return { ok: true, value: { fileName: `${employer}${stamp}.SIF`, text: `${lines.join('\r\n')}\r\n` } };
}

const NAMED = ['housing', 'conveyance', 'medical', 'passage'] as const;

function splitOf(worker: AbroadWorker): { readonly fixed: bigint; readonly variable: bigint } {
  const variable = worker.overtimeFen + worker.bonusFen;
  return { variable, fixed: worker.netFen - variable };
}

function problemsOfPay(worker: AbroadWorker, typed: Readonly<Record<string, string>>, variable: bigint, fixed: bigint): readonly AbroadProblem[] {
  if (worker.netFen <= 0n) return [{ worker: worker.name, field: '实发金额', says: '是零。没有工资的人不写进文件，请先改工资表。' }];
  if (fixed < 0n)
    return [
      { worker: worker.name, field: '实发金额', says: `实发 ${decimal(worker.netFen)} 少于加班和奖金 ${decimal(variable)}，分不出固定部分。请先核对工资表。` },
    ];
  const named = [...NAMED, 'leaveEncashment'].reduce((sum, key) => sum + hundredths(typed[key]), worker.overtimeFen as bigint);
  return named > variable
    ? [{ worker: worker.name, field: '浮动收入', says: `各项补贴加加班费 ${decimal(named)}，多于工资表里的加班和奖金 ${decimal(variable)}。两处要一致。` }]
    : [];
}
