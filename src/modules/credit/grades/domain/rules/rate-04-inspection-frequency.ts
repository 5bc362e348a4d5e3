import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { count, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ routine: count('本年度对该用人单位的日常巡视检查次数（投诉举报和线索引起的检查不计）', '次') });

/** 检查频次. A place may cap routine checks of one employer a year; the cap itself is allowed. Checks that a complaint or clue called for do not count. */
export const inspectionFrequency = matterRule({
  code: 'RATE-04',
  version: 1,
  title: '日常巡视检查不超过上限',
  basis: [cite('诚信等级办法', 12), cite('诚信等级办法', 13)],
  evidence: 'L',
  facts: form,
  needs: ['inspection.routine-cap.times'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'routine');
    if (!known.ok) return known.answer;
    const most = params['inspection.routine-cap.times'];
    if (!moreThan(known.facts.routine, most)) return NOTHING;
    return finding({
      level: 1,
      says: `本年度已对该用人单位日常巡视检查 ${known.facts.routine} 次，超过本地每年 ${most} 次的上限`,
      values: [{ label: '日常巡视检查', value: known.facts.routine, unit: 'count', threshold: most }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'employer',
      clears: '本年度不再安排日常巡视检查；有投诉举报或者线索的除外',
      rows: [],
    });
  },
});
