import { type Fen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { cannotDetermine, type CannotDetermine } from '#law/rule.ts';
import type { Sheet } from '#law/sheet.ts';
import { type Exact, exact, minus, rounded } from './exact.ts';
import { type AgreedRate, type Conversion, dayWageOf, inHours } from './overtime.ts';

/** What was worked in normal time; only what the kind of wage asks for need be stated. */
export interface NormalWork {
  readonly isFullMonth: boolean | null;
  readonly absentDays: number | null;
  readonly days: number | null;
  readonly halfDays: number | null;
  readonly minutes: number | null;
  readonly pieces: number | null;
}

/** 正常工作时间的工资, unrounded: a month less the days missed, days, hours or pieces, each by the agreed rate. */
export function normalWage(agreed: AgreedRate, work: NormalWork, conversion: Conversion, sheet: Sheet): Exact | CannotDetermine {
  const { wageKind, rate } = agreed;
  switch (wageKind) {
    case 'month':
      return monthly(agreed, work, conversion, sheet);
    case 'day':
      if (work.days === null) return cannotDetermine('正常出勤日数');
      return written(exact(rate, halves(work), 2), `${inYuan(rate)} × ${halves(work) / 2} 日`, sheet);
    case 'hour':
      if (work.minutes === null) return cannotDetermine('正常工作时长');
      return written(exact(rate, work.minutes, 60), `${inYuan(rate)} × ${inHours(work.minutes)}`, sheet);
    case 'piece':
      if (work.pieces === null) return cannotDetermine('正常工作时间完成的合格件数');
      return written(exact(rate, work.pieces), `${inYuan(rate)} × ${work.pieces} 件`, sheet);
  }
}

/** 月薪: the whole wage for a whole month less the days missed; else the days that count, each 1 ÷ 21.75 of it, never more than the wage. */
function monthly({ rate }: AgreedRate, work: NormalWork, conversion: Conversion, sheet: Sheet): Exact | CannotDetermine {
  if (work.isFullMonth === null) return cannotDetermine('是否整月在职');
  if (work.isFullMonth && work.absentDays === null) return cannotDetermine('因本人原因未出勤的计薪日数');
  if (!work.isFullMonth && work.days === null) return cannotDetermine('正常出勤日数');
  const oneDay = sheet.step('日工资', rounded(dayWageOf(rate, conversion)), 'fen', {
    reckoned: `${inYuan(rate)} ÷ ${conversion.divisor / 100}，显示到分，计算时不舍入`,
    basis: cite('工时折算通知', 2),
  });
  const wage = partOfMonth(rate, work, conversion);
  if (!work.isFullMonth) return written(wage, `${inYuan(oneDay)}（未舍入）× ${halves(work) / 2} 日，不超过月工资`, sheet);
  const absent = work.absentDays ?? 0;
  return written(wage, absent === 0 ? '整月出勤' : `${inYuan(rate)} − ${inYuan(oneDay)}（未舍入）× ${absent} 日，不低于 0`, sheet);
}

/** What a monthly amount comes to for the days worked of the month, unrounded: the wage, and the minimum it is held against. */
export function partOfMonth(monthlyAmount: Fen, work: Pick<NormalWork, 'isFullMonth' | 'absentDays' | 'days' | 'halfDays'>, conversion: Conversion): Exact {
  const whole = exact(monthlyAmount);
  if (work.isFullMonth === false) {
    const earned = exact(monthlyAmount, halves(work) * 50, conversion.divisor);
    return earned.numerator > monthlyAmount * earned.denominator ? whole : earned;
  }
  const left = minus(whole, dayWageOf(monthlyAmount, conversion, work.absentDays ?? 0));
  return left.numerator < 0n ? exact(monthlyAmount, 0) : left;
}

function halves({ days, halfDays }: Pick<NormalWork, 'days' | 'halfDays'>): number {
  return 2 * (days ?? 0) + (halfDays ?? 0);
}

function written(wage: Exact, reckoned: string, sheet: Sheet): Exact {
  sheet.step('正常工作时间工资', rounded(wage), 'fen', { reckoned, basis: cite('工资条例', 12) });
  return wage;
}
