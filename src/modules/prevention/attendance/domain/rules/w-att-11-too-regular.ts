import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'attendedHeads', 'mechanicalHeads', 'neverRestingHeads');

type Facts = Read<typeof form>;

/** Most workers clock in the same minute for ten days, or never rest for twenty-eight: perhaps clocked by another hand. */
export const tooRegular = rule({
  code: 'W-ATT-11',
  warns: ['W-ATT-11'],
  version: 1,
  title: '考勤过于规律',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation: '超过八成才列出。',
  facts: form,
  feeds: [],
  needs: ['attendance.regular.yellow'],
  prepare: (_setting, params) => (facts: Facts) => {
    const counted = Math.max(facts.mechanicalHeads, facts.neverRestingHeads);
    if (counted === 0) return NOTHING;
    const share = shareBp(counted, facts.attendedHeads);
    if (share === null || !moreThan(share, params['attendance.regular.yellow'])) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}有 ${counted} 人同一分钟打卡或者整月不休，占 ${formatBp(share)}`,
      values: [
        { label: '过于规律', value: counted, unit: 'people', threshold: 0 },
        { label: '占比', value: share, unit: 'basis-points', threshold: params['attendance.regular.yellow'] },
      ],
      people: facts.attendedHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '核实后由人销号，或者更正的考勤已导入',
      rows: [{ kind: 'attendance' }],
    });
  },
});
