import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, money, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  paidOn: day('支付工资之日'),
  amount: money('支付给他人的工资'),
  payee: choice('收款账户的户主或者领款人', { worker: '农民工本人', other: '他人' }),
  way: choice('支付方式', { entrusted: '专用账户代发', employer: '用人单位直接支付' }),
  proxy: yesNo('领款人是否持有农民工本人因故不能领取的委托'),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * 支付给本人. 「支付给农民工本人」; who cannot come may let a relative or somebody he entrusts collect it, but from the special account the money
 * goes 「直接将工资支付到农民工本人的银行账户」 and no proxy stands in. Payment to the wrong person is not payment: the whole amount is still owed.
 */
export const toTheWorker = matterRule({
  code: 'PAY-02',
  version: 1,
  title: '工资未支付给农民工本人',
  basis: [cite('工资条例', 11), cite('工资条例', 31, 3), cite('工资支付暂行规定', 6, 1)],
  evidence: 'VF',
  interpretation: '委托代领只用于用人单位直接支付；专用账户代发要求直接付到本人账户，有委托也不行。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'paidOn', 'payee');
    if (!known.ok) return known.answer;
    const { paidOn, payee } = known.facts;
    if (payee === 'worker') return NOTHING;
    if (given.way === null && given.proxy !== false) return cannotDetermine('支付方式');
    if (given.way === 'employer' && given.proxy === null) return cannotDetermine('领款人是否持有农民工本人因故不能领取的委托');
    if (given.way === 'employer' && given.proxy === true) return NOTHING;
    const certain = form.certain(given, 'amount');
    if (!certain.ok) return certain.answer;
    const { amount } = certain.facts;
    const isEntrusted = given.way === 'entrusted';
    return finding({
      level: 3,
      says: `${isEntrusted ? '施工总承包单位' : '用人单位'}${inChineseDay(paidOn, yearOf(setting.on))}把工资 ${inYuan(amount)} 付给了他人，对农民工本人仍应当支付`,
      values: [{ label: '付给他人的工资', value: amount, unit: 'fen', threshold: 0n }],
      amountFen: amount,
      people: given.workers ?? 0,
      dueOn: paidOn,
      duty: isEntrusted ? 'general-contractor' : 'employer',
      owedTo: 'worker',
      clears: '工资已付到农民工本人的账户，或者由本人签收',
      rows: [{ kind: 'flows', which: 'wages' }],
    });
  },
});
