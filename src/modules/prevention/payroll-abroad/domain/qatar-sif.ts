import { decimal, hundredths, problemsOf, twice } from './supplement.ts';
import type { AbroadPayroll, AbroadProblem, AbroadText, AbroadWorker, Built, Supplement, WrittenAt } from './types.ts';

const HEAD = [
  'Employer EID',
  'File Creation Date',
  'File Creation Time',
  'Payer EID',
  'Payer QID',
  'Payer Bank Short Name',
  'Payer IBAN',
  'Salary Year and Month',
  'Total Salaries',
  'Total records',
];
const RECORD = [
  'Employee QID',
  'Employee Visa ID',
  'Employee Name',
  'Employee Bank Short Name',
  'Employee Account',
  'Salary Frequency',
  'Number of Working Days',
  'Net Salary',
  'Basic Salary',
  'Extra hours',
  'Extra Income',
  'Deductions',
  'Payment Type',
  'Notes/Comments',
];
const RECORD_VERSION_1 = [
  'Housing Allowance',
  'Food Allowance',
  'Transportation Allowance',
  'Over Time Allowance',
  'Deduction Reason Code',
  'Extra Field 1',
  'Extra Field 2',
];

/** Six digits of records in the header. */
const MOST = 999_999;

/**
 * Qatar WPS salary information file: header titles, header values, record titles, records. Net = Basic + Extra income − Deductions, which our rows satisfy up to a
 * rounding an office may have made: such a row is refused, never adjusted. In version 1 the four allowances are parts of the extra income.
 */
export function qatarSif(payroll: AbroadPayroll, supplement: Supplement, at: WrittenAt): Built<AbroadText> {
  const asked = problemsOf('qatar-sif', payroll, supplement);
  const { month } = payroll;
  if (asked.length > 0 || month === null) return { ok: false, problems: asked.length > 0 ? asked : [{ worker: null, field: '月份', says: '没有选月份。' }] };
  const { head } = supplement;
  const isVersion1 = head['version'] === '1';
  const problems = [
    ...payerProblems(head),
    ...twice(payroll, supplement, 'qid', 'QID'),
    ...twice(payroll, supplement, 'visaId', '签证号'),
    ...payroll.workers.flatMap((worker) => problemsOfPay(worker, supplement.workers.get(worker.id) ?? {}, isVersion1)),
    ...(payroll.workers.length > MOST ? [{ worker: null, field: '人数', says: `超过 ${MOST} 人。请分项目导出。` }] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const total = payroll.workers.reduce((sum, worker) => sum + worker.netFen, 0n);
  const values = [
    head['employerEid'],
    at.on.replaceAll('-', ''),
    at.time.slice(0, 4),
    head['payerEid'] ?? '',
    head['payerQid'] ?? '',
    head['payerBank'],
    head['payerIban'],
    month.replace('-', ''),
    decimal(total),
    payroll.workers.length,
  ];
  const records = payroll.workers.map((worker, index) => recordOf(worker, supplement.workers.get(worker.id) ?? {}, index + 1, isVersion1));
  const lines = [
    [...HEAD, ...(isVersion1 ? ['SIF Version'] : [])],
    [...values, ...(isVersion1 ? ['1'] : [])],
    [head['idTitle'] ?? 'Record Sequence', ...RECORD, ...(isVersion1 ? RECORD_VERSION_1 : [])],
    ...records,
  ];
  const fileName = `SIF_${head['employerEid']}_${head['payerBank']}_${at.on.replaceAll('-', '')}_${at.time.slice(0, 4)}.csv`;
  return { ok: true, value: { fileName, text: `${lines.map((line) => line.join(',')).join('\r\n')}\r\n` } };
}

function extraOf(worker: AbroadWorker): bigint {
  return worker.overtimeFen + worker.bonusFen;
}

function recordOf(worker: AbroadWorker, typed: Readonly<Record<string, string>>, no: number, isVersion1: boolean): readonly (string | number)[] {
  const line = [
    no,
    typed['qid'] ?? '',
    typed['visaId'] ?? '',
    typed['latinName'] ?? '',
    typed['bank'] ?? '',
    typed['account'] ?? '',
    typed['frequency'] ?? '',
    String(worker.workDays ?? 0),
    decimal(worker.netFen),
    decimal(worker.dueFen - extraOf(worker)),
    decimal(BigInt(Math.round((worker.overtimeMinutes * 100) / 60))),
    decimal(extraOf(worker)),
    decimal(worker.deductedFen),
    typed['paymentType'] ?? '',
    typed['notes'] ?? '',
  ];
  if (!isVersion1) return line;
  const allowances = ALLOWANCES.map((key) => decimal(hundredths(typed[key])));
  return [...line, ...allowances, typed['deductionReason'] ?? '', typed['extra1'] ?? '', typed['extra2'] ?? ''];
}

const ALLOWANCES = ['housing', 'food', 'transport', 'overtimeAllowance'] as const;

function payerProblems(head: Supplement['head']): readonly AbroadProblem[] {
  const given = [head['payerEid'], head['payerQid']].filter((text) => text !== undefined && text !== '').length;
  return given === 1 ? [] : [{ worker: null, field: '付款方', says: '付款方 EID 和付款方 QID 填且只填一个。' }];
}

function problemsOfPay(worker: AbroadWorker, typed: Readonly<Record<string, string>>, isVersion1: boolean): readonly AbroadProblem[] {
  const problems: AbroadProblem[] = [];
  const say = (field: string, says: string) => problems.push({ worker: worker.name, field, says });
  if ([typed['qid'], typed['visaId']].filter((text) => text !== undefined && text !== '').length !== 1) say('QID', 'QID 和签证号填且只填一个。');
  const basic = worker.dueFen - extraOf(worker);
  if (basic < 0n) say('应发合计', '少于加班和奖金，分不出基本工资。请先核对工资表。');
  if (basic + extraOf(worker) - worker.deductedFen !== worker.netFen)
    say(
      '实发金额',
      `应发 ${decimal(worker.dueFen)} 减扣款 ${decimal(worker.deductedFen)} 不等于实发 ${decimal(worker.netFen)}。这种文件不容许尾差，请先改工资表。`,
    );
  if (worker.netFen <= 0n) say('实发金额', '是零。没有工资的人不写进文件，请先改工资表。');
  if (worker.workDays === null) say('出勤天数', '工资表和考勤里都没有。请先补上。');
  else if (worker.workDays < 0 || worker.workDays > 31) say('出勤天数', '应在 0 到 31 之间。');
  const allowances = ALLOWANCES.reduce((sum, key) => sum + hundredths(typed[key]), 0n);
  if (allowances > extraOf(worker)) say('补贴', `合计 ${decimal(allowances)}，多于工资表里的加班和奖金 ${decimal(extraOf(worker))}。两处要一致。`);
  if (isVersion1 && worker.deductedFen > 0n && (typed['deductionReason'] ?? '') === '') say('扣款原因代码', '有扣款，必须填。');
  if (!isVersion1 && allowances > 0n) say('补贴', '只有版本 1 的文件写补贴。请填版本 1，或清空补贴。');
  return problems;
}
