import { formatBp, WHOLE_BP } from '#kernel/basis-points.ts';
import { atMost } from '#kernel/bounds.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, facts, year } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ year: year('年度'), inScope: count('名录库中的检查对象', '户'), drawn: count('本年度已随机抽查的对象', '户') });

/** 抽查比例. A share the place sets (济南: each item 5% a year). Held at the end of the year: until 31 December the share can still be reached. */
export const sampleShare = matterRule({
  code: 'CHK-03',
  version: 1,
  title: '年度抽查比例未达到',
  basis: [cite('双随机通知', 0)],
  evidence: 'L',
  facts: form,
  needs: ['inspection.sample-share'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'year', 'inScope', 'drawn');
    if (!known.ok) return known.answer;
    const { year: drawnIn, inScope, drawn } = known.facts;
    const dueOn = civilDate(`${drawnIn}-12-31`);
    const share = params['inspection.sample-share'];
    const owed = Math.ceil((inScope * share) / WHOLE_BP);
    if (atMost(setting.on, dueOn) || owed <= drawn) return NOTHING;
    return finding({
      level: 1,
      says: `${drawnIn}年名录库有 ${inScope} 户，按 ${formatBp(share)} 至少抽查 ${owed} 户，只抽查了 ${drawn} 户`,
      values: [{ label: '已抽查', value: drawn, unit: 'count', threshold: owed }],
      dueOn,
      duty: 'authority',
      steps: [{ label: '至少抽查', value: owed, unit: 'count', reckoned: `${inScope} 户 × ${formatBp(share)}，不足一户按一户` }],
      clears: '说明原因，下一年度补足',
      rows: [],
    });
  },
});
