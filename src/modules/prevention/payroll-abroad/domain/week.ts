import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { fen, scaleFen } from '#kernel/fen.ts';
import { decimal, hundredths } from './supplement.ts';
import type { AbroadProblem, AbroadWorker } from './types.ts';

/** One day of a week, hours in hundredths. */
export interface WeekDay {
  readonly on: CivilDate;
  readonly straight: bigint;
  readonly overtime: bigint;
  readonly double: bigint;
}

/** A worker's week: seven days, what was earned in them at the typed rates. */
export interface WorkerWeek {
  readonly days: readonly WeekDay[];
  readonly total: Omit<WeekDay, 'on'>;
  /** Hundredths of a dollar. */
  readonly grossThisProject: bigint;
}

/**
 * Cuts a week out of the daily attendance: a whole day has the typed hours, half a day half of them. Overtime is typed by day, because our records hold it by month,
 * and falls on days attended. Interpretation: earnings of a week are hours times rates; the monthly payroll is not divided.
 */
export function weekOf(
  worker: AbroadWorker,
  ending: CivilDate,
  hoursPerDay: string,
  typed: Readonly<Record<string, string>>,
): WorkerWeek | readonly AbroadProblem[] {
  const whole = hundredths(hoursPerDay);
  const half = whole / 2n;
  const [overtime, double] = [hoursByDay(typed['overtime']), hoursByDay(typed['doubletime'])];
  const days = Array.from({ length: 7 }, (_, at) => {
    const on = addDays(ending, at - 6);
    const straight = worker.fullDays.includes(on) ? whole : worker.halfDays.includes(on) ? half : 0n;
    return { on, straight, overtime: overtime.get(on) ?? 0n, double: double.get(on) ?? 0n };
  });
  const problems: AbroadProblem[] = [];
  const dates = new Set(days.map((day) => String(day.on)));
  for (const on of new Set([...overtime.keys(), ...double.keys()]))
    if (!dates.has(on)) problems.push({ worker: worker.name, field: '每日加班小时', says: `${on} 不在这一周（${days[0]?.on} 至 ${ending}）。` });
  for (const day of days) {
    if (day.straight === 0n && day.overtime + day.double > 0n)
      problems.push({ worker: worker.name, field: '每日加班小时', says: `${day.on} 考勤上没有出勤，不能有加班。` });
    if (day.straight + day.overtime + day.double > 2_400n)
      problems.push({
        worker: worker.name,
        field: '每日加班小时',
        says: `${day.on} 合计 ${decimal(day.straight + day.overtime + day.double)} 小时，超过 24 小时。`,
      });
  }
  const sum = (of: (day: WeekDay) => bigint) => days.reduce((total, day) => total + of(day), 0n);
  const total = { straight: sum((day) => day.straight), overtime: sum((day) => day.overtime), double: sum((day) => day.double) };
  if (total.double > 0n && (typed['doubletimeRate'] ?? '') === '')
    problems.push({ worker: worker.name, field: '双倍工时小时工资', says: '有双倍工时，必须填。' });
  if (problems.length > 0) return problems;
  const earned = (hours: bigint, rate: string | undefined): bigint => scaleFen(fen(hundredths(rate)), hours, 100n, 'half-up');
  return {
    days,
    total,
    grossThisProject: earned(total.straight, typed['rate']) + earned(total.overtime, typed['overtimeRate']) + earned(total.double, typed['doubletimeRate']),
  };
}

export function isWeek(week: WorkerWeek | readonly AbroadProblem[]): week is WorkerWeek {
  return 'days' in week;
}

/** Hours may be written twice for one day: they add up. */
function hoursByDay(text: string | undefined): ReadonlyMap<string, bigint> {
  const hours = new Map<string, bigint>();
  for (const part of (text ?? '').split(';')) {
    const [on, amount] = part.split('=');
    if (on !== undefined && on !== '' && amount !== undefined) hours.set(on, (hours.get(on) ?? 0n) + hundredths(amount));
  }
  return hours;
}
