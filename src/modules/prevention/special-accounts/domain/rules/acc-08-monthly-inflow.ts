import { addDays, type CivilDate, type CivilMonth, firstOfMonth, inChineseMonth, lastOfMonth, monthOf, monthsBetween, shiftMonth } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { onOrAfterWorkingDay, type WorkingCalendar, workingDaysBetween } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { stopAndFineOfArticle57 } from '#law/penalties.ts';
import { cannotDetermine, finding, type Level, NOTHING, rule } from '#law/rule.ts';
import { isPaused, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick(
  'startedOn',
  'pausedFrom',
  'pausedUntil',
  'accountOpenedOn',
  'onSite',
  'firstAttendanceOn',
  'lastInflowOn',
  'accountBalanceFen',
  'monthsWithoutInflow',
  'spareInflowOn',
  'flowsThrough',
);

type Facts = Read<typeof form>;

/**
 * A calendar month of work and no labour cost into the special account. 「人工费用拨付周期不得超过1个月」. The cycle starts with
 * the work: the part-month in which it began or was taken up again does not count. One warning for the project that grows
 * with every further month. Money that comes early is not missing: a second inflow on the last working day before a month, as
 * when the agreed day falls on the rest days at its beginning, is that month's.
 */
export const monthlyInflow = rule({
  code: 'ACC-08',
  warns: ['W-ACC-04'],
  version: 3,
  title: '人工费用未按月拨付到专户',
  subject: 'project',
  basis: [cite('工资条例', 24, 2), cite('工资条例', 27, 1), cite('工资条例', 29, 1), cite('工资条例', 57, '(二)'), cite('专户办法', 12)],
  evidence: 'VF',
  interpretation:
    '按自然月计，连续一、二、三个月依次为黄、橙、红；周期从开工、复工起算：开工、复工当月不足一个月的和停工的月份不计，尚未开户的见 ACC-01。上月另有入账、又在月末最后一个工作日提前拨付的，算到次月。',
  consequences: [stopAndFineOfArticle57('(二)')],
  facts: form,
  feeds: ['flows'],
  needs: ['account.inflow.months'],
  prepare: (setting, params) => {
    const lastMonth = shiftMonth(monthOf(setting.on), -1);
    const monthEnd = lastOfMonth(lastMonth);
    const [yellow = 1, orange = 2, red = 3] = params['account.inflow.months'];
    const unseen = cannotDetermine(`专户流水未覆盖到${inChineseMonth(lastMonth)}月底`);
    return (facts: Facts) => {
      const months = Math.min(facts.monthsWithoutInflow - (isPaidAhead(facts, lastMonth, setting.calendar) ? 1 : 0), wholeMonthsOfWork(facts, monthEnd));
      if (months < yellow || facts.accountOpenedOn === null || facts.accountOpenedOn > monthEnd || isPaused(facts, monthEnd)) return NOTHING;
      if (facts.flowsThrough === null || facts.flowsThrough < monthEnd) return unseen;
      const since = shiftMonth(lastMonth, 1 - months);
      const dueOn = onOrAfterWorkingDay(lastOfMonth(since), setting.calendar);
      if (setting.on <= dueOn) return NOTHING;
      const level: Level = atLeast(months, red) ? 4 : atLeast(months, orange) ? 3 : 2;
      return finding({
        level,
        says: `专户自${inChineseMonth(since)}起连续 ${months} 个月没有人工费用入账，工地一直有人出勤`,
        values: [
          { label: '连续无入账', value: months, unit: 'months', threshold: yellow },
          ...(facts.lastInflowOn === null ? [] : [{ label: '最近一次入账', value: facts.lastInflowOn, unit: 'date' as const }]),
          ...(facts.accountBalanceFen === null ? [] : [{ label: '专户余额', value: facts.accountBalanceFen, unit: 'fen' as const }]),
        ],
        people: facts.onSite,
        dueOn,
        duty: 'project-owner',
        clears: '专户流水显示建设单位已拨付人工费用',
        rows: [{ kind: 'flows', which: 'in' }, { kind: 'attendance' }],
      });
    };
  },
});

/** Calendar months from the first day of which on work was going on without a stop, up to the month that ends on `monthEnd`. */
function wholeMonthsOfWork(facts: Facts, monthEnd: CivilDate): number {
  const began = facts.startedOn ?? facts.firstAttendanceOn;
  const resumed = facts.pausedFrom !== null && facts.pausedFrom <= monthEnd && facts.pausedUntil !== null ? addDays(facts.pausedUntil, 1) : null;
  const from = began === null || (resumed !== null && resumed > began) ? resumed : began;
  if (from === null) return Number.POSITIVE_INFINITY;
  const month = monthOf(from);
  const firstWhole = firstOfMonth(month) === from ? month : shiftMonth(month, 1);
  return Math.max(0, monthsBetween(firstWhole, monthOf(monthEnd)) + 1);
}

/** Whether the first month of the run got its money on the last working day before it, beside that earlier month's own. */
function isPaidAhead(facts: Facts, lastMonth: CivilMonth, calendar: WorkingCalendar): boolean {
  if (facts.spareInflowOn === null) return false;
  return workingDaysBetween(facts.spareInflowOn, lastOfMonth(shiftMonth(lastMonth, -facts.monthsWithoutInflow)), calendar) === 0;
}
