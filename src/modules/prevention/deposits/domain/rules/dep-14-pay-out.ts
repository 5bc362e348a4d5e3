import { lessThan } from '#kernel/bounds.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, money } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  decidedOn: event('作出责令清偿（先行清偿）行政处理决定之日'),
  clearBy: day('决定限定的清偿期限届满之日'),
  noticedOn: event('支付通知书送达银行之日'),
  paidOn: event('银行支付到被拖欠工资的农民工本人账户之日'),
  amountFen: money('支付通知书载明的金额'),
});

/**
 * The bank has not paid. 「经办银行应在5个工作日内……以银行转账方式支付给指定的被拖欠工资农民工本人」 (大意), of the notice; the notice itself needs a decision to
 * clear that was not obeyed, and without one the bank is not blamed: a person looks at the notice.
 */
export const payOut = matterRule({
  code: 'DEP-14',
  version: 1,
  title: '银行未按通知支付保证金',
  basis: [cite('保证金规定', 19), cite('保证金规定', 16)],
  evidence: 'V1',
  facts: form,
  needs: ['deposit.payout-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'decidedOn', 'noticedOn', 'paidOn');
    if (!known.ok) return known.answer;
    const { decidedOn, noticedOn, paidOn } = known.facts;
    if (noticedOn === 'not-yet') return NOTHING;
    if (decidedOn === 'not-yet') return needsPerson('没有责令清偿的行政处理决定就出具了支付通知书：是否撤回');
    const ordered = form.certain(given, 'clearBy');
    if (!ordered.ok) return ordered.answer;
    // 届满: the last day belongs to the debtor.
    if (!lessThan(ordered.facts.clearBy, noticedOn)) return needsPerson(`清偿期限到 ${ordered.facts.clearBy} 为止，支付通知书在期满前送达银行：是否撤回`);
    const late = lateness(
      {
        by: 'bank',
        start: noticedOn,
        after: '收到工资保证金支付通知书',
        period: workingDays(params['deposit.payout-days']),
        act: `支付${given.amountFen === null ? '' : ` ${inYuan(given.amountFen)} `}到农民工本人账户`,
        done: paidOn,
        basis: cite('保证金规定', 19),
      },
      setting,
    );
    if (late === null) return NOTHING;
    return lateFinding([late], { level: 4, amountFen: given.amountFen ?? NO_MONEY, owedTo: 'worker', clears: '登记银行支付到农民工本人账户的日期' });
  },
});
