import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan, NO_MONEY } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { interestForm, lateInterest } from '../late-interest.ts';
import { sidesOf, TERM_PARAMETERS } from '../payment-term.ts';

/** 逾期利息. 「应当支付逾期利息」: what the payer of 中小企业款项 owes beside the money, in days, on what was unpaid on each of them. */
export const smeLateInterestDue = matterRule({
  code: 'FUND-15',
  version: 1,
  title: '中小企业款项逾期利息',
  basis: [cite('中小企业款项条例', 17)],
  evidence: 'VF',
  interpretation:
    '自付款最后一日的次日起算到支付之日，支付当日计息；约定利率低于当时1年期贷款市场报价利率的，按该报价利率计算下限；年利率按一年的日数参数折算。',
  facts: interestForm,
  needs: ['sme.interest.daily-rate', 'sme.interest.year-days'],
  looksUp: TERM_PARAMETERS,
  prepare: (setting, params) => (given) => {
    const due = lateInterest(given, setting, params);
    if ('answer' in due) return due;
    if (due.kind === 'not-governed' || due.interest === NO_MONEY) return NOTHING;
    const below = due.isBelowMarket ? '；约定的利率低于订立时1年期贷款市场报价利率' : '';
    const open = due.unpaid > NO_MONEY ? `，尚欠本金 ${inYuan(due.unpaid)}` : '';
    return finding({
      level: 0,
      says: `付款方应当自${inChineseDay(due.dueOn, yearOf(setting.on))}的次日起按${due.rate}支付逾期利息，至今 ${inYuan(due.interest)}${open}${below}`,
      values: [
        { label: '逾期利息', value: due.interest, unit: 'fen', threshold: NO_MONEY },
        { label: '尚欠本金', value: due.unpaid, unit: 'fen', threshold: NO_MONEY },
      ],
      amountFen: due.interest,
      dueOn: due.dueOn,
      provisional: due.provisional,
      ...sidesOf(given.between),
      steps: due.sheet.steps,
      clears: '本金和逾期利息已经付清',
      rows: [{ kind: 'project' }],
    });
  },
});
