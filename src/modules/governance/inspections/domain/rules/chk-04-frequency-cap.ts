import { atMost } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { count, facts, year } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ year: year('年度'), routineChecks: count('本年度对该单位的日常检查次数（不含因举报投诉、违法线索开展的检查）', '次') });

/** 频次上限. A number the place sets (山东: at most two routine checks of an employer a year); a check on suspicion does not count. The number itself is allowed. */
export const frequencyCap = matterRule({
  code: 'CHK-04',
  version: 1,
  title: '日常检查超过频次上限',
  basis: [cite('涉企检查意见', 0)],
  evidence: 'L',
  interpretation: '国办发〔2024〕54号要求公布年度频次上限，上限由各地设定；因举报投诉、违法线索开展的检查不计入',
  facts: form,
  needs: ['inspection.routine-cap.times'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'year', 'routineChecks');
    if (!known.ok) return known.answer;
    const { year: checkedIn, routineChecks } = known.facts;
    const cap = params['inspection.routine-cap.times'];
    if (atMost(routineChecks, cap)) return NOTHING;
    return finding({
      level: 2,
      says: `${checkedIn}年对该单位日常检查 ${routineChecks} 次，每年最多 ${cap} 次；没有线索的，不得再检查`,
      values: [{ label: '日常检查', value: routineChecks, unit: 'count', threshold: cap }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'employer',
      clears: '停止没有线索的检查，或者说明检查的依据',
      rows: [],
    });
  },
});
