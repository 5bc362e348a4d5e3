import { addDays, type CivilDate, type CivilMonth, dayNumber, dayOfMonth, daysInMonth, monthOf, nextMonth, weekdayOf } from '#kernel/civil-date.ts';
import { chanceOf, type Chance } from './random.ts';
import type { Mark, Worker } from './types.ts';

export interface AttendanceOrder {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly pausedFrom: CivilDate | null;
  readonly pausedUntil: CivilDate | null;
  readonly likelihood: (day: CivilDate) => number;
  readonly chance: Chance;
}

/** Draws every worker's recorded days, one character a day of the month. */
export function attendanceOf(workers: readonly Worker[], order: AttendanceOrder): Map<Worker, Map<CivilMonth, string>> {
  return new Map(workers.map((worker) => [worker, marksOf(worker, order)]));
}

function marksOf(worker: Worker, order: AttendanceOrder): Map<CivilMonth, string> {
  const chance = order.chance.fork(worker.key);
  const diligence = Math.min(1, Math.max(0.8, chance.normal(0.97, 0.04)));
  const sickFrom = chance.happens(0.02) ? addDays(order.from, chance.between(10, 150)) : null;
  const months = new Map<CivilMonth, string>();
  for (let month = monthOf(order.from); month <= monthOf(order.until); month = nextMonth(month)) {
    let marks = '';
    for (let day = 1; day <= daysInMonth(month); day += 1) {
      marks += markOf(worker, `${month}-${String(day).padStart(2, '0')}` as CivilDate, diligence, sickFrom, order, chance);
    }
    if (/[^ ]/u.test(marks)) months.set(month, marks);
  }
  return months;
}

function markOf(worker: Worker, day: CivilDate, diligence: number, sickFrom: CivilDate | null, order: AttendanceOrder, chance: Chance): Mark {
  const draw = chance.next();
  if (day < worker.enteredOn || day > order.until || (worker.leftOn !== null && day > worker.leftOn)) return ' ';
  if (order.pausedFrom !== null && day >= order.pausedFrom && (order.pausedUntil === null || day <= order.pausedUntil)) return 'x';
  // A machine punches every day, rain or not; a ghost without a machine never does.
  if (worker.isMechanical) return order.likelihood(day) === 0 ? 'x' : '1';
  if (worker.isGhost) return ' ';
  if (sickFrom !== null && day >= sickFrom && day < addDays(sickFrom, 12)) return 'b';
  const likelihood = order.likelihood(day) * diligence;
  if (draw < likelihood * 0.96) return '1';
  if (draw < likelihood) return 'h';
  return weekdayOf(day) === 7 || likelihood < 0.3 ? 'x' : draw > 0.985 ? 's' : '0';
}

/** Whole and half days of a month. */
export function daysWorked(marks: string | undefined): number {
  let halves = 0;
  for (const mark of marks ?? '') halves += mark === '1' ? 2 : mark === 'h' ? 1 : 0;
  return halves / 2;
}

/** Minutes after midnight of a worker's punches on one day at the gate. */
export function punchesOn(worker: Worker, day: CivilDate, mark: Mark): number[] {
  if (mark !== '1' && mark !== 'h') return [];
  // One hand holds thirty cards to the reader: the same minute for all, every day.
  if (worker.isMechanical) return [418, 1_082];
  const chance = chanceOf(`${worker.key}/${day}`);
  const summer = Number(day.slice(5, 7)) >= 5 && Number(day.slice(5, 7)) <= 9;
  const arrives = Math.round(chance.normal(summer ? 355 : 390, 14));
  if (mark === 'h') return [arrives, arrives + chance.between(250, 300)];
  const leaves = Math.round(chance.normal(summer ? 1_120 : 1_060, 22));
  if (chance.happens(0.012)) return [arrives];
  const atNoon = (dayNumber(day) + worker.team.length) % 2 === 0;
  return atNoon ? [arrives, chance.between(690, 715), chance.between(780, 815), leaves] : [arrives, leaves];
}

/** The marks of a day. */
export function markOn(marks: ReadonlyMap<CivilMonth, string> | undefined, day: CivilDate): Mark {
  const mark = marks?.get(monthOf(day))?.charAt(dayOfMonth(day) - 1);
  return mark === '1' || mark === 'h' || mark === '0' || mark === 'b' || mark === 's' || mark === 'x' ? mark : ' ';
}
