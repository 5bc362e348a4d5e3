import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { longestCycle } from '#law/agreed-cycle.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const UNITS = { day: '日', week: '周', month: '个月', node: '工程节点' } as const;

const form = facts({
  signedOn: day('施工合同签订之日'),
  cycleUnit: choice('约定的人工费用拨付周期以什么计', UNITS),
  cycleLength: count('约定的人工费用拨付周期长度', '日、周或者个月'),
});

/**
 * 人工费用拨付周期. 「人工费用拨付周期不得超过1个月」: one month exactly is in; 45 days and a quarter are out. Payment by stages of the works has no
 * length of its own: a person says whether the stages can lie more than a month apart.
 */
export const labourCostCycle = matterRule({
  code: 'FUND-06',
  version: 1,
  title: '人工费用拨付周期超过一个月',
  basis: [cite('工资条例', 24, 2), cite('专户办法', 12, 1)],
  evidence: 'VF',
  interpretation: '以日约定的超过31日、以周约定的超过四周，才算超过一个月；按工程节点拨付的由人判断。',
  facts: form,
  needs: ['labour-cost.cycle.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'signedOn', 'cycleUnit');
    if (!known.ok) return known.answer;
    const { signedOn, cycleUnit } = known.facts;
    if (cycleUnit === 'node') return needsPerson('合同约定按工程节点拨付人工费用：相邻两个节点之间会不会超过一个月？');
    const measured = form.certain(given, 'cycleLength');
    if (!measured.ok) return measured.answer;
    const { cycleLength } = measured.facts;
    const most = params['labour-cost.cycle.months'];
    const longest = longestCycle(most)[cycleUnit];
    if (!moreThan(cycleLength, longest)) return NOTHING;
    return finding({
      level: 3,
      says: `建设单位与施工总承包单位${inChineseDay(signedOn, yearOf(setting.on))}约定每 ${cycleLength} ${UNITS[cycleUnit]}拨付一次人工费用，不得超过 ${most} 个月`,
      values: [{ label: `约定的拨付周期（${UNITS[cycleUnit]}）`, value: cycleLength, unit: 'count', threshold: longest }],
      dueOn: signedOn,
      duty: 'project-owner',
      owedTo: 'general-contractor',
      clears: '补充协议把人工费用拨付周期改为不超过一个月',
      rows: [{ kind: 'project' }],
    });
  },
});
