import { FORMAT_FORMS, type AskedField } from './formats.ts';
import type { AbroadFormat, AbroadPayroll, AbroadProblem, Supplement } from './types.ts';

/** More than this is no payroll of one project. */
const MOST_LINES = 5_000;

/**
 * Reads the typed table: the first line names the fields (by name or key), the first column is 人员编号. Cells are separated by
 * tabs, as a spreadsheet copies them, or by commas.
 */
export function readWorkerTable(format: AbroadFormat, text: string): { readonly workers: Supplement['workers']; readonly problems: readonly AbroadProblem[] } {
  const problems: AbroadProblem[] = [];
  const workers = new Map<string, Readonly<Record<string, string>>>();
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, MOST_LINES + 2)
    .filter((line) => line.trim() !== '');
  const [headLine, ...rest] = lines;
  if (headLine === undefined) return { workers, problems };
  if (rest.length > MOST_LINES) return { workers, problems: [{ worker: null, field: '补充表', says: `超过 ${MOST_LINES} 行。请分项目导出。` }] };
  const separator = headLine.includes('\t') ? '\t' : ',';
  const cells = (line: string) => line.split(separator, 200).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const fields = FORMAT_FORMS[format].worker;
  const keys = cells(headLine).map((heading) => fields.find((field) => field.name === heading || field.key === heading)?.key ?? null);
  for (const [at, line] of rest.entries()) {
    const row = cells(line);
    const id = row[0] ?? '';
    if (!/^\d{1,18}$/.test(id))
      problems.push({ worker: null, field: '人员编号', says: `补充表第 ${at + 2} 行的人员编号不对。请用下载的补充表填写，不要改第一列。` });
    else if (workers.has(id)) problems.push({ worker: null, field: '人员编号', says: `补充表第 ${at + 2} 行：编号 ${id} 写了两次。` });
    else workers.set(id, Object.fromEntries(keys.flatMap((key, column) => (key === null || (row[column] ?? '') === '' ? [] : [[key, row[column] ?? '']]))));
  }
  return { workers, problems };
}

/** Everything that is missing or does not look as the file needs it, of the head and of each worker. */
export function problemsOf(format: AbroadFormat, payroll: AbroadPayroll, supplement: Supplement): readonly AbroadProblem[] {
  const form = FORMAT_FORMS[format];
  if (payroll.workers.length === 0) return [{ worker: null, field: '工资表', says: '这段时间没有工资和考勤。请换一个项目、月份或周。' }];
  const problems = form.head.flatMap((field) => problemOf(field, supplement.head[field.key], null));
  for (const worker of payroll.workers) {
    const typed = supplement.workers.get(worker.id) ?? {};
    for (const field of form.worker) problems.push(...problemOf(field, typed[field.key], worker.name));
  }
  return problems;
}

function problemOf(field: AskedField, text: string | undefined, worker: string | null): readonly AbroadProblem[] {
  if (text === undefined || text === '') return field.isRequired ? [{ worker, field: field.name, says: `没有填。${field.form}。` }] : [];
  return field.isSound(text) ? [] : [{ worker, field: field.name, says: `写法不对：应为${field.form}。` }];
}

/** The typed amount in hundredths; nothing typed is nothing. */
export function hundredths(text: string | undefined): bigint {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text ?? '0');
  return match === null ? 0n : BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

/** `1234.05` */
export function decimal(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** Two workers with the same number: one of them would be paid twice. */
export function twice(payroll: AbroadPayroll, supplement: Supplement, key: string, name: string): readonly AbroadProblem[] {
  const seen = new Map<string, string>();
  return payroll.workers.flatMap((worker) => {
    const value = supplement.workers.get(worker.id)?.[key];
    if (value === undefined) return [];
    const plain = value.replace(/^0+(?=\d)/, '');
    const before = seen.get(plain);
    seen.set(plain, worker.name);
    return before === undefined ? [] : [{ worker: worker.name, field: name, says: `与${before}的相同。一个人在一份文件里只能出现一次。` }];
  });
}
