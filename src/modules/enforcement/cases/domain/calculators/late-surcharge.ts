import { formatBp } from '#kernel/basis-points.ts';
import { addFen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { calculator, Sheet } from '#law/sheet.ts';
import { fineForm, remediesOf } from '../fine-facts.ts';
import { lastDayToPay, surchargeOf } from '../surcharge.ts';

/** 逾期加处罚款的计算: last day to pay, days late without those of reconsideration and lawsuit, three per cent a day, never more than the fine. */
export const lateSurchargeSheet = calculator({
  code: 'late-surcharge',
  title: '逾期加处罚款',
  about: '按罚款数额、送达日和缴清日，计算逾期每日百分之三的加处罚款，到罚款数额为止',
  basis: [cite('行政处罚法', 72, '(一)'), cite('行政处罚法', 67, 3), cite('行政处罚法', 73, 3), cite('行政强制法', 45, 2)],
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
    const sheet = new Sheet();
    const counted = lastDayToPay(servedOn, given.deferredTo, params['penalty.pay.days'], setting.calendar);
    const dueOn = sheet.day('缴纳罚款的最后一日', counted, cite('行政处罚法', 67, 3));
    const { days, stoppedDays, amount, isCapped } = surchargeOf({ fine, dueOn, paidOn, remedies }, params, setting.on);
    if (stoppedDays > 0) sheet.step('复议、诉讼期间', stoppedDays, 'days', { reckoned: '不计算加处罚款', basis: cite('行政处罚法', 73, 3) });
    sheet.step('迟延日数', days, 'days');
    const daily = formatBp(params['penalty.surcharge.daily']);
    const capped = isCapped ? `，不超出罚款数额 ${inYuan(fine)}` : '';
    sheet.step('加处罚款', amount, 'fen', { reckoned: `${inYuan(fine)} × ${daily} × ${days} 日${capped}`, basis: cite('行政处罚法', 72, '(一)') });
    if (days > 0) sheet.note('是否加处由作出处罚决定的机关决定；加处的标准应当事先告知当事人');
    if (isCapped) sheet.note('加处罚款已到罚款数额，以后不再增加');
    return sheet.done(
      { label: '缴纳罚款的最后一日', value: dueOn, unit: 'date' },
      { label: '迟延日数', value: days, unit: 'days' },
      { label: '加处罚款', value: amount, unit: 'fen' },
      { label: '罚款和加处罚款合计', value: addFen(fine, amount), unit: 'fen' },
    );
  },
});
