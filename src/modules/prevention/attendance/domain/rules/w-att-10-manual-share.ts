import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'attendedHeads', 'attendedPersonDays', 'manualPersonDays');

type Facts = Read<typeof form>;

/** Attendance written by hand, not by the gate. */
export const manualShare = rule({
  code: 'W-ATT-10',
  warns: ['W-ATT-10'],
  version: 1,
  title: '手工补录占比高',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation: '超过两成才列出。',
  facts: form,
  feeds: [],
  needs: ['attendance.manual.yellow'],
  prepare: (_setting, params) => (facts: Facts) => {
    const counted = facts.manualPersonDays;
    if (counted === 0) return NOTHING;
    const share = shareBp(counted, facts.attendedPersonDays);
    if (share === null || !moreThan(share, params['attendance.manual.yellow'])) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}有 ${counted} 个人日是手工补录，占 ${formatBp(share)}`,
      values: [
        { label: '手工补录人日', value: counted, unit: 'count', threshold: 0 },
        { label: '占比', value: share, unit: 'basis-points', threshold: params['attendance.manual.yellow'] },
      ],
      people: facts.attendedHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '核实后由人销号，或者更正的考勤已导入',
      rows: [{ kind: 'attendance' }],
    });
  },
});
