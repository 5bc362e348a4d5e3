import { shareBp } from '#kernel/basis-points.ts';
import { firstOfMonth, inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { festivalBreakAround } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { isPaused, projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick(
  'month',
  'state',
  'startedOn',
  'finishedOn',
  'attendedHeads',
  'medianAttendedHeads',
  'attendanceThrough',
  'pausedFrom',
  'pausedUntil',
);

type Facts = Read<typeof form>;

/** Far fewer people attended than in the months before: many work without clocking, or many have left. Whom the roster says to have left nobody expects. */
export const tooFewHeads = rule({
  code: 'W-ATT-03',
  warns: ['W-ATT-03'],
  version: 2,
  title: '考勤人数明显偏少',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2)],
  evidence: 'D',
  interpretation: '没有本地人数下限表时，与此前月份的中位数相比，花名册已登记退场的人先减去；停工、开工、完工和春节前后的月份不判断。',
  facts: form,
  feeds: ['ledger', 'attendance'],
  needs: ['attendance.fewer-heads'],
  prepare: (setting, params) => (facts: Facts) => {
    const usual = facts.medianAttendedHeads;
    if (usual === null || facts.attendedHeads === 0 || facts.attendedHeads >= usual) return NOTHING;
    // The median of an even number of months lies between two heads: doubled, both are whole.
    const share = shareBp(facts.attendedHeads * 2, usual * 2);
    if (share === null || !lessThan(share, params['attendance.fewer-heads'])) return NOTHING;
    const monthEnd = lastOfMonth(facts.month);
    if (setting.on <= monthEnd || facts.attendanceThrough === null || facts.attendanceThrough < monthEnd) return NOTHING;
    if (facts.state !== 'building' || facts.finishedOn !== null || isPaused(facts, monthEnd) || (facts.startedOn ?? '') > firstOfMonth(facts.month))
      return NOTHING;
    if (festivalBreakAround(firstOfMonth(facts.month)) !== null || festivalBreakAround(monthEnd) !== null) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}考勤 ${facts.attendedHeads} 人，此前一般为 ${usual} 人（已减去登记退场的）`,
      values: [
        { label: '考勤人数', value: facts.attendedHeads, unit: 'people', threshold: usual },
        { label: '为此前的', value: share, unit: 'basis-points', threshold: params['attendance.fewer-heads'] },
      ],
      people: facts.attendedHeads,
      dueOn: monthEnd,
      duty: 'general-contractor',
      clears: '补报的考勤已导入，或者台账登记停工、完工',
      rows: [{ kind: 'attendance' }],
    });
  },
});
