import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'attendedHeads', 'invalidPersonDays', 'punchedPersonDays');

type Facts = Read<typeof form>;

/** Days with fewer than two punches, or less than four hours between the first and the last. */
export const invalidDays = rule({
  code: 'W-ATT-05',
  warns: ['W-ATT-05'],
  version: 1,
  title: '无效考勤占比高',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation: '少量无效考勤难免，超过三成才列出；没有打卡明细的月份不判断。',
  facts: form,
  feeds: [],
  needs: ['attendance.invalid.yellow'],
  prepare: (_setting, params) => (facts: Facts) => {
    const counted = facts.invalidPersonDays;
    if (counted === 0) return NOTHING;
    const share = shareBp(counted, facts.punchedPersonDays);
    if (share === null || !moreThan(share, params['attendance.invalid.yellow'])) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}有 ${counted} 个人日打卡不足两次或者不满四小时，占 ${formatBp(share)}`,
      values: [
        { label: '无效人日', value: counted, unit: 'count', threshold: 0 },
        { label: '占比', value: share, unit: 'basis-points', threshold: params['attendance.invalid.yellow'] },
      ],
      people: facts.attendedHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '更正的考勤已导入，或者核实后由人销号',
      rows: [{ kind: 'attendance' }],
    });
  },
});
