import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { PAYERS, paymentTerm, sidesOf, TERM_FACTS, TERM_PARAMETERS } from '../payment-term.ts';

const form = facts({ ...TERM_FACTS, unpaid: money('尚未支付的款项') });

/**
 * 中小企业款项支付期限. 「自货物、工程、服务交付之日起30日内支付款项；合同另有约定的，从其约定，但付款期限最长不得超过60日」; large enterprises 60 days, or as agreed. The
 * term runs from acceptance where payment was agreed on it, from the end of the inspection period where the payer drags it out, and from the
 * confirmed amount where works are settled by progress. The last day, rolled, is in time.
 */
export const smePaymentTerm = matterRule({
  code: 'FUND-14',
  version: 1,
  title: '逾期未支付中小企业款项',
  basis: [
    cite('中小企业款项条例', 9, 1),
    cite('中小企业款项条例', 9, 2),
    cite('中小企业款项条例', 9, 4),
    cite('中小企业款项条例', 10, 1),
    cite('中小企业款项条例', 10, 2),
    cite('中小企业款项条例', 2),
    cite('中小企业款项条例', 3, 2),
  ],
  evidence: 'VF',
  interpretation: '付款期限按起算之日有效的规定；机关、事业单位约定超过上限的，按上限计算；大型企业的约定是否合理由人判断。',
  consequences: [
    { says: '应当支付逾期利息', before: '付款期限届满仍未支付', basis: [cite('中小企业款项条例', 17)] },
    {
      says: '受理投诉部门转交处理，督促支付；拒不配合的约谈、通报并责令整改，认定失信的记入信用记录',
      before: '中小企业投诉，处理投诉部门查实拖欠',
      basis: [cite('中小企业款项条例', 25, 3), cite('中小企业款项条例', 26)],
    },
  ],
  facts: form,
  needs: [],
  looksUp: TERM_PARAMETERS,
  prepare: (setting) => (given) => {
    const { unpaid, ...about } = given;
    if (unpaid !== null && unpaid <= NO_MONEY) return NOTHING;
    const term = paymentTerm(about, setting);
    if ('answer' in term) return term;
    if (term.kind === 'not-governed') return NOTHING;
    const { counted, days } = term;
    if (setting.on <= counted.due) return NOTHING;
    const known = form.certain(given, 'unpaid', 'payer');
    if (!known.ok) return known.answer;
    const late = daysBetween(counted.due, setting.on);
    return finding({
      level: 2,
      says: `付款方（${PAYERS[known.facts.payer]}）应当在${inChineseDay(counted.due, yearOf(setting.on))}前（含当日）向中小企业支付款项，仍有 ${inYuan(known.facts.unpaid)} 未支付，逾期 ${late} 日`,
      values: [
        { label: '尚未支付', value: known.facts.unpaid, unit: 'fen', threshold: NO_MONEY },
        { label: '付款期限', value: days, unit: 'days' },
        { label: '已逾期', value: late, unit: 'days', threshold: 0 },
      ],
      amountFen: known.facts.unpaid,
      dueOn: counted.due,
      provisional: counted.provisional,
      ...sidesOf(given.between),
      steps: [
        { label: '付款期限', value: days, unit: 'days', reckoned: term.why, basis: term.basis },
        { label: '付款最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；') },
      ],
      clears: '款项已经付清',
      rows: [{ kind: 'project' }],
    });
  },
});
