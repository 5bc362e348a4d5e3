import { inChineseMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { qualificationOfArticle55, stopAndFineOfArticle55 } from '#law/penalties.ts';
import { needsPerson, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'payDay', 'payrollHeads', 'unsignedLines', 'paidHeads', 'flowsThrough');

type Facts = Read<typeof form>;

/**
 * A payroll that everybody signed, and no payment from the special account: perhaps paid in cash or by the subcontractor itself.
 * 「通过农民工工资专用账户直接将工资支付到农民工本人的银行账户」. Whether a payment outside counts is for a person to say.
 */
export const paidThroughTheAccount = rule({
  code: 'DIS-04',
  warns: ['W-PAY-10'],
  version: 1,
  title: '工资未经专用账户发放',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 3), cite('工资条例', 31, 1)],
  evidence: 'VF',
  interpretation: '专户外发放是否认可由人核定；未认可前按未付对待（见 PAY-03）。',
  consequences: [stopAndFineOfArticle55('(一)'), qualificationOfArticle55('(一)')],
  facts: form,
  feeds: ['payroll', 'flows'],
  needs: ['wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    return (facts: Facts) => {
      if (facts.payrollHeads === 0 || facts.paidHeads > 0 || facts.unsignedLines > 0) return NOTHING;
      const { due } = dueOf(facts.month, facts.payDay);
      if (setting.on <= due || facts.flowsThrough === null || facts.flowsThrough < due) return NOTHING;
      return needsPerson(
        `${inChineseMonth(facts.month)}工资支付表 ${facts.payrollHeads} 人都已签字，专户没有付款记录：是否在专户以外发放？有付款凭证的核对到人`,
      );
    };
  },
});
