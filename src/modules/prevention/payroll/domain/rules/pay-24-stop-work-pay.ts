import { lessThan } from '#kernel/bounds.ts';
import { dayOfMonth, inChineseDay, monthOf, yearOf } from '#kernel/civil-date.ts';
import { inYuan, subtractFen } from '#kernel/fen.ts';
import { payDate } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';

const form = facts({
  stoppedOn: day('停工、停产开始之日'),
  cause: choice('停工、停产的原因', { worker: '劳动者原因', other: '非因劳动者原因' }),
  contractWage: money('停工后第一个工资支付周期按劳动合同规定的标准应付的工资'),
  paid: money('这一周期已经支付的工资'),
  payOn: day('这一周期工资的约定支付日期'),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * 停工工资. 「非因劳动者原因造成单位停工、停产在一个工资支付周期内的，用人单位应按劳动合同规定的标准支付劳动者工资」: the first cycle, the contract's wage, equal is enough.
 * Afterwards who works has the minimum wage (PAY-14), and who does not is left to the place.
 */
export const stopWorkPay = matterRule({
  code: 'PAY-24',
  version: 1,
  title: '停工期间未按合同标准支付工资',
  basis: [cite('工资支付暂行规定', 12), cite('工资补充规定', 1)],
  evidence: 'VF',
  interpretation: '只判断第一个工资支付周期；超过一个周期的，提供正常劳动的看最低工资标准，没有提供的按地方规定。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'cause');
    if (!known.ok) return known.answer;
    if (known.facts.cause === 'worker') return NOTHING;
    const certain = form.certain(given, 'stoppedOn', 'contractWage', 'paid', 'payOn');
    if (!certain.ok) return certain.answer;
    const { stoppedOn, contractWage, paid, payOn } = certain.facts;
    const { due, provisional } = payDate(monthOf(payOn), dayOfMonth(payOn), setting.calendar);
    if (setting.on <= due || !lessThan(paid, contractWage)) return NOTHING;
    const short = subtractFen(contractWage, paid);
    return finding({
      level: 1,
      says: `非因农民工原因自${inChineseDay(stoppedOn, yearOf(setting.on))}停工，第一个支付周期用人单位应按合同标准支付 ${inYuan(contractWage)}，少付 ${inYuan(short)}`,
      values: [
        { label: '已付工资', value: paid, unit: 'fen', threshold: contractWage },
        { label: '少付', value: short, unit: 'fen', threshold: 0n },
      ],
      amountFen: short,
      people: given.workers ?? 0,
      dueOn: due,
      provisional,
      duty: 'employer',
      owedTo: 'worker',
      clears: '停工后第一个支付周期的工资已按合同标准付足',
      rows: [{ kind: 'payroll' }],
    });
  },
});
