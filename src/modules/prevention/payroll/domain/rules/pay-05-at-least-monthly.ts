import { moreThan } from '#kernel/bounds.ts';
import { longestCycle } from '#law/agreed-cycle.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const UNITS = { day: '日', week: '周', month: '个月' } as const;

const form = facts({
  agreedOn: day('约定工资支付周期之日'),
  wageKind: choice('工资制', { month: '月工资制', week: '周工资制', day: '日工资制', hour: '小时工资制', piece: '计件工资制' }),
  cycleUnit: choice('约定的支付周期以什么计', UNITS),
  cycleLength: count('约定的支付周期长度', '日、周或者个月'),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * 至少每月支付一次: one month exactly is in. 「工资至少每月支付一次」; a piece-rate cycle is left to both sides (条例第十三条).
 */
export const atLeastMonthly = matterRule({
  code: 'PAY-05',
  version: 1,
  title: '工资支付周期长于一个月',
  basis: [cite('工资支付暂行规定', 7), cite('劳动法', 50), cite('工资条例', 13)],
  evidence: 'VF',
  interpretation: '以日约定的超过31日、以周约定的超过四周，才算长于一个月；计件工资制的周期由双方约定，不作发现。',
  facts: form,
  needs: ['wage.cycle.months'],
  prepare: (_setting, params) => (given) => {
    const known = form.certain(given, 'wageKind');
    if (!known.ok) return known.answer;
    if (known.facts.wageKind === 'piece') return NOTHING;
    const certain = form.certain(given, 'agreedOn', 'cycleUnit', 'cycleLength');
    if (!certain.ok) return certain.answer;
    const { agreedOn, cycleUnit, cycleLength } = certain.facts;
    const most = params['wage.cycle.months'];
    const longest = longestCycle(most)[cycleUnit];
    if (!moreThan(cycleLength, longest)) return NOTHING;
    return finding({
      level: 3,
      says: `用人单位约定每 ${cycleLength} ${UNITS[cycleUnit]}支付一次工资，应当至少每月支付一次`,
      values: [{ label: `约定的支付周期（${UNITS[cycleUnit]}）`, value: cycleLength, unit: 'count', threshold: longest }],
      people: given.workers ?? 0,
      dueOn: agreedOn,
      duty: 'employer',
      owedTo: 'worker',
      clears: '劳动合同或者规章制度改为至少每月支付一次',
      rows: [],
    });
  },
});
