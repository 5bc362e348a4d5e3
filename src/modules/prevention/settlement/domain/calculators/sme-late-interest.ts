import { daysBetween } from '#kernel/civil-date.ts';
import { NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { needsPerson } from '#law/rule.ts';
import { calculator } from '#law/sheet.ts';
import { interestForm, lateInterest } from '../late-interest.ts';
import { TERM_PARAMETERS } from '../payment-term.ts';

/** 中小企业款项逾期利息: the term, each balance with its days, the rate and the interest to today. */
export const smeLateInterest = calculator({
  code: 'sme-late-interest',
  title: '中小企业款项逾期利息计算',
  about: '按付款期限、各笔付款和约定利率，计算机关、事业单位、大型企业逾期支付中小企业款项的利息。',
  basis: [cite('中小企业款项条例', 9, 1), cite('中小企业款项条例', 9, 2), cite('中小企业款项条例', 17)],
  evidence: 'VF',
  interpretation: '自付款最后一日的次日起算到支付之日；约定利率低于合同订立时1年期贷款市场报价利率的，以该报价利率为下限；最后四舍五入到分。',
  facts: interestForm,
  needs: ['sme.interest.daily-rate', 'sme.interest.year-days'],
  looksUp: TERM_PARAMETERS,
  prepare: (setting, params) => (given) => {
    const due = lateInterest(given, setting, params);
    if ('answer' in due) return due;
    if (due.kind === 'not-governed') return needsPerson('付款方不是机关、事业单位、大型企业，或者收款方不是中小企业，本条例不适用：按合同约定处理？');
    const { sheet } = due;
    if (due.isBelowMarket) sheet.note('约定的利率低于合同订立时1年期贷款市场报价利率，按报价利率计算下限；约定是否有效、另按什么利率，由人判断。');
    if (due.unpaid > NO_MONEY) sheet.note('本金没有付清，利息继续计算到付清之日。');
    const late = setting.on > due.dueOn && due.unpaid > NO_MONEY ? daysBetween(due.dueOn, setting.on) : 0;
    return sheet.done(
      { label: '逾期利息', value: due.interest, unit: 'fen' },
      { label: '付款最后一日', value: due.dueOn, unit: 'date' },
      { label: '尚欠本金', value: due.unpaid, unit: 'fen' },
      { label: '尚欠本金已逾期', value: late, unit: 'days' },
      { label: '适用利率', value: due.rate, unit: 'text' },
    );
  },
});
