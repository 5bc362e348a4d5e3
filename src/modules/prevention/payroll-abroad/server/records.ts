import { addDays, type CivilDate, type CivilMonth, civilDate, monthOf } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { Tx } from '#platform/db/index.ts';
import type { AbroadPayroll, AbroadProblem, AbroadWorker } from '../domain/index.ts';

export interface AbroadSpan {
  readonly month: CivilMonth | null;
  readonly weekEnding: CivilDate | null;
}

interface PaidRow {
  readonly person_id: string;
  readonly name: string;
  readonly due: string;
  readonly overtime: string;
  readonly bonus: string;
  readonly deducted: string;
  readonly net: string;
  readonly work_days: string | null;
}

interface AttendedRow {
  readonly person_id: string;
  readonly month: string;
  readonly name: string | null;
  readonly days: number;
  readonly half_days: number;
  readonly overtime_minutes: number;
}

/** The payroll of a project for a month, or its week out of the daily attendance; undefined when the project is out of sight. */
export async function abroadPayroll(
  tx: Tx,
  projectId: string,
  span: AbroadSpan,
): Promise<{ readonly payroll: AbroadPayroll; readonly problems: readonly AbroadProblem[] } | undefined> {
  const [project] = await tx.query<{ name: string; contractor: string }>(
    'select p.name, g.name as contractor from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id where p.id = $1',
    [projectId],
  );
  if (project === undefined) return undefined;
  const months = span.weekEnding === null ? [span.month ?? ''] : [...new Set([monthOf(addDays(span.weekEnding, -6)), monthOf(span.weekEnding)])];
  const attended = await tx.query<AttendedRow>(
    `select a.person_id, to_char(a.month, 'YYYY-MM') as month, a.days, a.half_days, a.overtime_minutes,
       (select r.name from prevention.roster_entry r where r.project_id = a.project_id and r.person_id = a.person_id and r.superseded_at is null order by r.entered_on desc limit 1) as name
     from prevention.attendance_month a where a.project_id = $1 and a.month = any($2::date[]) order by 6, 1`,
    [projectId, months.map((month) => `${month}-01`)],
  );
  const days = daysByPerson(attended);
  const head = { projectName: project.name, contractor: project.contractor, month: span.month, weekEnding: span.weekEnding };
  if (span.weekEnding !== null) {
    const until = span.weekEnding;
    const inWeek = (day: CivilDate) => day <= until && day >= addDays(until, -6);
    const workers = [...days.values()].filter((one) => [...one.fullDays, ...one.halfDays].some(inWeek));
    return { payroll: { ...head, workers: workers.map((one) => workerOf(one, undefined)) }, problems: [] };
  }
  const paid = await tx.query<PaidRow>(
    `select person_id, min(name) as name, sum(due_fen)::text as due, sum(overtime_fen)::text as overtime, sum(bonus_fen)::text as bonus,
       sum(advance_fen + withheld_fen + other_deduction_fen)::text as deducted, sum(net_fen)::text as net, sum(work_days)::text as work_days
     from prevention.payroll_line where project_id = $1 and month = $2::date and superseded_at is null group by person_id order by min(name), person_id`,
    [projectId, `${span.month}-01`],
  );
  const workers = paid.map((row) =>
    workerOf(days.get(row.person_id) ?? { id: row.person_id, name: row.name, fullDays: [], halfDays: [], overtimeMinutes: 0 }, row),
  );
  const problems = paid
    .filter((row) => !days.has(row.person_id))
    .map((row) => ({ worker: row.name, field: '考勤', says: '这个月没有按日的考勤。这几种文件只给考勤按日记的项目。' }));
  return { payroll: { ...head, workers }, problems };
}

interface Attended {
  readonly id: string;
  readonly name: string;
  readonly fullDays: readonly CivilDate[];
  readonly halfDays: readonly CivilDate[];
  readonly overtimeMinutes: number;
}

function daysByPerson(rows: readonly AttendedRow[]): ReadonlyMap<string, Attended> {
  const people = new Map<string, Attended>();
  for (const row of rows) {
    const before = people.get(row.person_id);
    people.set(row.person_id, {
      id: row.person_id,
      name: row.name ?? `编号 ${row.person_id}`,
      fullDays: [...(before?.fullDays ?? []), ...datesOf(row.month, row.days & ~row.half_days)],
      halfDays: [...(before?.halfDays ?? []), ...datesOf(row.month, row.half_days)],
      overtimeMinutes: (before?.overtimeMinutes ?? 0) + row.overtime_minutes,
    });
  }
  return people;
}

function datesOf(month: string, bits: number): readonly CivilDate[] {
  return Array.from({ length: 31 }, (_, at) => at).flatMap((at) =>
    (bits & (1 << at)) === 0 ? [] : [civilDate(`${month}-${String(at + 1).padStart(2, '0')}`)],
  );
}

function workerOf(one: Attended, paid: PaidRow | undefined): AbroadWorker {
  const amount = (text: string | undefined) => fen(BigInt(text ?? '0'));
  const counted = one.fullDays.length + one.halfDays.length / 2;
  return {
    ...one,
    name: paid?.name ?? one.name,
    dueFen: amount(paid?.due),
    overtimeFen: amount(paid?.overtime),
    bonusFen: amount(paid?.bonus),
    deductedFen: amount(paid?.deducted),
    netFen: amount(paid?.net),
    workDays: paid?.work_days === null || paid?.work_days === undefined ? counted : Number(paid.work_days),
  };
}
