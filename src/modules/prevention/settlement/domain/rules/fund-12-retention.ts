import { formatBp } from '#kernel/basis-points.ts';
import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, shareOfFen, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { day, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  heldOn: day('预留质量保证金之日'),
  price: money('工程价款总额'),
  retained: money('预留的质量保证金'),
});

/** 质量保证金. 「按合同约定保留不超过工程价款总额3%的质量保证金」: exactly 3 % is in, a fen more is out. What is kept beyond it is project money not paid. */
export const retention = matterRule({
  code: 'FUND-12',
  version: 1,
  title: '质量保证金超过上限',
  basis: [cite('价款结算通知', 1)],
  evidence: 'V2',
  interpretation: '通知这一句没有限定建设单位的性质，按所有建设单位掌握；上限四舍五入到分。',
  facts: form,
  needs: ['settlement.retention.max-share'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'heldOn', 'price', 'retained');
    if (!known.ok) return known.answer;
    const { heldOn, price, retained } = known.facts;
    const share = params['settlement.retention.max-share'];
    const most = shareOfFen(price, share, 'half-up');
    if (!moreThan(retained, most)) return NOTHING;
    const excess = subtractFen(retained, most);
    return finding({
      level: 2,
      says: `建设单位${inChineseDay(heldOn, yearOf(setting.on))}预留质量保证金 ${inYuan(retained)}，超过工程价款总额的 ${formatBp(share)}（${inYuan(most)}），多留 ${inYuan(excess)}`,
      values: [
        { label: '工程价款总额', value: price, unit: 'fen' },
        { label: '预留的质量保证金', value: retained, unit: 'fen', threshold: most },
      ],
      amountFen: excess,
      dueOn: heldOn,
      duty: 'project-owner',
      owedTo: 'general-contractor',
      steps: [
        { label: '质量保证金上限', value: most, unit: 'fen', reckoned: `工程价款总额 ${inYuan(price)} × ${formatBp(share)}`, basis: cite('价款结算通知', 1) },
      ],
      clears: '多留的质量保证金已经支付给施工单位',
      rows: [{ kind: 'project' }],
    });
  },
});
