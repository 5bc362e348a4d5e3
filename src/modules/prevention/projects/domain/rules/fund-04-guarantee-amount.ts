import { formatBp } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, shareOfFen, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { day, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  givenOn: day('提供工程款支付担保之日'),
  price: money('施工合同价款'),
  guaranteed: money('工程款支付担保的金额'),
});

/** 担保金额. The 条例 asks for a guarantee and names no amount; the place's least share of the price is enough, a fen below (低于) is not. No guarantee at all is FUND-03. */
export const guaranteeAmount = matterRule({
  code: 'FUND-04',
  version: 1,
  title: '工程款支付担保金额低于本地最低比例',
  basis: [cite('工资条例', 24, 1)],
  evidence: 'L',
  interpretation: '条例没有规定担保金额，比例由地方规定；地方没有规定的不判断。最低金额四舍五入到分。',
  facts: form,
  needs: ['guarantee.min-share'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'givenOn', 'price', 'guaranteed');
    if (!known.ok) return known.answer;
    const { givenOn, price, guaranteed } = known.facts;
    const share = params['guarantee.min-share'];
    const least = shareOfFen(price, share, 'half-up');
    if (!lessThan(guaranteed, least)) return NOTHING;
    const short = subtractFen(least, guaranteed);
    return finding({
      level: 1,
      says: `建设单位${inChineseDay(givenOn, yearOf(setting.on))}提供的工程款支付担保为 ${inYuan(guaranteed)}，按本地最低比例 ${formatBp(share)} 应不少于 ${inYuan(least)}，少 ${inYuan(short)}`,
      values: [
        { label: '合同价款', value: price, unit: 'fen' },
        { label: '担保金额', value: guaranteed, unit: 'fen', threshold: least },
      ],
      amountFen: short,
      dueOn: givenOn,
      duty: 'project-owner',
      owedTo: 'general-contractor',
      steps: [{ label: '最低担保金额', value: least, unit: 'fen', reckoned: `合同价款 ${inYuan(price)} × ${formatBp(share)}`, basis: cite('工资条例', 24, 1) }],
      clears: '担保金额补足到本地最低比例',
      rows: [{ kind: 'project' }],
    });
  },
});
