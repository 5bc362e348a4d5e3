import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { addDays, type CivilMonth, firstOfMonth, inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { festivalBreakAround, workingDaysBetween } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'pausedFrom', 'pausedUntil', 'startedOn', 'finishedOn', 'attendanceDays', 'attendanceThrough');

type Facts = Read<typeof form>;

/** Days of the month on which anybody attended, against its working days: a site also works on Saturdays, so this is lenient. */
export const updateRate = rule({
  code: 'W-ATT-04',
  warns: ['W-ATT-04'],
  version: 1,
  title: '考勤更新率低',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2)],
  evidence: 'D',
  interpretation: '应有天数按该月法定工作日计；整月无人的见 W-ATT-01；开工、停工、完工和春节前后的月份不判断。',
  facts: form,
  feeds: ['ledger', 'attendance'],
  needs: ['attendance.update.blue', 'attendance.update.yellow'],
  prepare: (setting, params) => {
    const workingDays = new Map<CivilMonth, number>();
    return (facts: Facts) => {
      if (facts.attendanceDays === 0) return NOTHING;
      const due = workingDays.get(facts.month) ?? workingDaysOf(facts.month);
      if (facts.attendanceDays >= due) return NOTHING;
      const rate = shareBp(facts.attendanceDays, due);
      if (rate === null || !lessThan(rate, params['attendance.update.blue'])) return NOTHING;
      const monthEnd = lastOfMonth(facts.month);
      if (setting.on <= monthEnd || facts.attendanceThrough === null || facts.attendanceThrough < monthEnd || !isWholeMonth(facts)) return NOTHING;
      return finding({
        level: lessThan(rate, params['attendance.update.yellow']) ? 2 : 1,
        says: `${inChineseMonth(facts.month)}应有 ${due} 天考勤，只有 ${facts.attendanceDays} 天，更新率 ${formatBp(rate)}`,
        values: [
          { label: '有考勤的天数', value: facts.attendanceDays, unit: 'days', threshold: due },
          { label: '更新率', value: rate, unit: 'basis-points', threshold: params['attendance.update.blue'] },
        ],
        dueOn: monthEnd,
        duty: 'general-contractor',
        clears: '补报的考勤已导入，或者台账登记停工',
        rows: [{ kind: 'attendance' }],
      });
    };

    function workingDaysOf(month: CivilMonth): number {
      const count = workingDaysBetween(addDays(firstOfMonth(month), -1), lastOfMonth(month), setting.calendar);
      workingDays.set(month, count);
      return count;
    }
  },
});

/** Works ran the whole month: begun before it, not ended in it, not paused in it, no Spring Festival break about it. */
function isWholeMonth(facts: Facts): boolean {
  const first = firstOfMonth(facts.month);
  const last = lastOfMonth(facts.month);
  if (facts.startedOn !== null && facts.startedOn > first) return false;
  if (facts.finishedOn !== null && facts.finishedOn <= last) return false;
  const touchesPause = facts.pausedFrom !== null && facts.pausedFrom <= last && (facts.pausedUntil === null || facts.pausedUntil >= first);
  return !touchesPause && festivalBreakAround(first) === null && festivalBreakAround(last) === null;
}
