import { moreThan } from '#kernel/bounds.ts';
import { daysBetween } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { fineShape } from '../fine-facts.ts';
import { happenedBy } from '../happened.ts';
import { lastDayToPay } from '../surcharge.ts';
import { shown } from '../words.ts';

const { remedies: _, ...shape } = fineShape;
const form = facts(shape);

/**
 * 缴纳罚款. 「当事人应当自收到行政处罚决定书之日起十五日内」 pay: natural days, the fifteenth in time; a deferral the authority approved takes their
 * place. Reconsideration and lawsuit do not stop the duty (第七十三条). Once paid, what lateness cost is the surcharge's matter.
 */
export const finePayment = matterRule({
  code: 'CASE-17',
  version: 1,
  title: '罚款缴纳期限',
  basis: [cite('行政处罚法', 67, 3), cite('行政处罚法', 66, 2), cite('行政处罚法', 73, 1)],
  evidence: 'VF',
  consequences: [
    { says: '每日按罚款数额的百分之三加处罚款，不超出罚款的数额', before: '到期不缴纳罚款', basis: [cite('行政处罚法', 72, '(一)')] },
    { says: '申请人民法院强制执行', before: '救济期限届满，经催告十个工作日后仍未履行', basis: [cite('行政处罚法', 72, '(四)'), cite('行政强制法', 54)] },
  ],
  facts: form,
  needs: ['penalty.pay.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'fine', 'servedOn', 'paidOn');
    if (!known.ok) return known.answer;
    const { fine, servedOn, paidOn } = known.facts;
    const counted = lastDayToPay(servedOn, given.deferredTo, params['penalty.pay.days'], setting.calendar);
    if (happenedBy(paidOn, setting.on) !== null || !moreThan(setting.on, counted.due)) return NOTHING;
    return finding({
      level: 2,
      says: `当事人${shown(servedOn, setting.on)}收到处罚决定书，罚款 ${inYuan(fine)}应当在${shown(counted.due, setting.on)}前（含当日）缴纳，至今未缴清`,
      values: [{ label: '逾期', value: daysBetween(counted.due, setting.on), unit: 'days', threshold: 0 }],
      amountFen: fine,
      dueOn: counted.due,
      provisional: counted.provisional,
      duty: 'party-concerned',
      owedTo: 'authority',
      clears: '缴清罚款和加处罚款，或者批准延期、分期缴纳',
      steps: [{ label: '缴纳罚款的最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis: cite('行政处罚法', 67, 3) }],
      rows: [],
    });
  },
});
