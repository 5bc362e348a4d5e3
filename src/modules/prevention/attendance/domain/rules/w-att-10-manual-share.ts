import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { flagsOf, projectMonthForm, sumOf } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'attendedHeads', 'attendedPersonDays', 'manualPersonDays', 'gateFlags');

type Facts = Read<typeof form>;

/** Attendance written by hand, or brought so late that a hand had to let it in. */
export const manualShare = rule({
  code: 'W-ATT-10',
  warns: ['W-ATT-10'],
  version: 2,
  title: '手工补录占比高',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation: '超过两成才列出。设备补传时超过离线期限、由人核实收下的（目录：录入晚于7日），与手工补录同算。',
  facts: form,
  feeds: [],
  needs: ['attendance.manual.yellow'],
  prepare: (_setting, params) => (facts: Facts) => {
    const late = facts.gateFlags.length === 0 ? 0 : sumOf(flagsOf(facts.gateFlags, 'too-old'), 'personDays');
    const counted = facts.manualPersonDays + late;
    if (counted === 0) return NOTHING;
    const share = shareBp(counted, facts.attendedPersonDays);
    if (share === null || !moreThan(share, params['attendance.manual.yellow'])) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}有 ${counted} 个人日是手工补录${late === 0 ? '' : '或者过期补传'}，占 ${formatBp(share)}`,
      values: [
        { label: '手工补录人日', value: facts.manualPersonDays, unit: 'count', threshold: 0 },
        ...(late === 0 ? [] : [{ label: '过期补传人日', value: late, unit: 'count' as const }]),
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
