import { formatBp } from '#kernel/basis-points.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { fineForm, remediesOf } from '../fine-facts.ts';
import { lastDayToPay, surchargeOf } from '../surcharge.ts';

/**
 * 加处罚款. From the first day late, three per cent of the fine a day and never more than the fine; days of reconsideration and lawsuit are left
 * out. The authority 「可以」 impose it: the finding says how much, the imposing stays with the authority.
 */
export const lateSurcharge = matterRule({
  code: 'CASE-18',
  version: 1,
  title: '逾期加处罚款',
  basis: [cite('行政处罚法', 72, '(一)'), cite('行政处罚法', 73, 3), cite('行政强制法', 45)],
  evidence: 'VF',
  interpretation: '缴清之日计入迟延；复议、诉讼自申请、起诉之日至终结之日都不计算',
  facts: fineForm,
  needs: ['penalty.pay.days', 'penalty.surcharge.daily', 'penalty.surcharge.cap'],
  prepare: (setting, params) => (given) => {
    const known = fineForm.certain(given, 'fine', 'servedOn', 'paidOn', 'remedies');
    if (!known.ok) return known.answer;
    const { fine, servedOn, paidOn } = known.facts;
    const remedies = remediesOf(known.facts.remedies);
    if ('missing' in remedies) return remedies;
    const counted = lastDayToPay(servedOn, given.deferredTo, params['penalty.pay.days'], setting.calendar);
    const { days, stoppedDays, amount, isCapped } = surchargeOf({ fine, dueOn: counted.due, paidOn, remedies }, params, setting.on);
    if (days === 0) return NOTHING;
    return finding({
      level: 2,
      says: `罚款 ${inYuan(fine)}逾期 ${days} 日${stoppedDays > 0 ? `（复议、诉讼期间 ${stoppedDays} 日不计）` : ''}，可以加处罚款 ${inYuan(amount)}${isCapped ? '，已到罚款数额的上限' : ''}`,
      values: [
        { label: '逾期', value: days, unit: 'days', threshold: 0 },
        { label: '加处罚款', value: amount, unit: 'fen', threshold: fine },
      ],
      amountFen: amount,
      dueOn: counted.due,
      provisional: counted.provisional,
      duty: 'party-concerned',
      owedTo: 'authority',
      clears: '缴清罚款和加处罚款',
      steps: [
        { label: '缴纳罚款的最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis: cite('行政处罚法', 67, 3) },
        {
          label: '加处罚款',
          value: amount,
          unit: 'fen',
          reckoned: `${inYuan(fine)} × ${formatBp(params['penalty.surcharge.daily'])} × ${days} 日${isCapped ? `，不超出 ${inYuan(fine)}` : ''}`,
          basis: cite('行政处罚法', 72, '(一)'),
        },
      ],
      rows: [],
    });
  },
});
