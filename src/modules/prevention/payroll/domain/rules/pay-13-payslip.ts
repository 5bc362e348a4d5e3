import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { finesOfArticle54 } from '#law/penalties.ts';

const form = facts({
  paidOn: event('支付工资之日'),
  payslipOn: event('向农民工提供本人工资清单之日'),
  workers: count('没有收到工资清单的农民工人数', '人'),
});

/** 工资清单. 「支付工资时，应当提供农民工本人的工资清单」: with the payment, on paper or by message; late from the day after it, and given late is given. */
export const payslip = matterRule({
  code: 'PAY-13',
  version: 1,
  title: '未向农民工提供工资清单',
  basis: [cite('工资条例', 15, 3), cite('工资条例', 54, '(二)')],
  evidence: 'VF',
  consequences: [finesOfArticle54('(二)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'paidOn', 'payslipOn');
    if (!known.ok) return known.answer;
    const { paidOn, payslipOn } = known.facts;
    if (paidOn === 'not-yet' || setting.on <= paidOn || (payslipOn !== 'not-yet' && payslipOn <= setting.on)) return NOTHING;
    return finding({
      level: 2,
      says: `用人单位${inChineseDay(paidOn, yearOf(setting.on))}支付工资，没有向农民工提供本人的工资清单`,
      values: [{ label: '没有清单的农民工', value: given.workers ?? 0, unit: 'people' }],
      people: given.workers ?? 0,
      dueOn: paidOn,
      duty: 'employer',
      owedTo: 'worker',
      clears: '工资清单已经送达每名农民工，有签收或者送达记录',
      rows: [{ kind: 'payroll' }],
    });
  },
});
