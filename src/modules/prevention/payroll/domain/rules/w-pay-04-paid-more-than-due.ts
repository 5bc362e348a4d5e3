import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'payrollHeads', 'payrollNetFen', 'paidFen', 'lastPaidOn', 'overpaidFen');

type Facts = Read<typeof form>;

/** More left the account than the payroll says: money of other workers, or money taken out in the name of wages. Short pay is PAY-03. */
export const paidMoreThanDue = rule({
  code: 'W-PAY-04',
  warns: ['W-PAY-04'],
  version: 1,
  title: '实付超过应付',
  subject: 'project-month',
  basis: [cite('工资条例', 26, 1), cite('工资条例', 31, 3)],
  evidence: 'D',
  interpretation: '少付见 PAY-03；多付一分即列出，由人核对是补发还是套取。',
  facts: form,
  feeds: ['payroll', 'flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.overpaidFen === 0n || facts.payrollHeads === 0) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}实付比工资支付表多 ${inYuan(facts.overpaidFen)}`,
      values: [
        { label: '实发工资合计', value: facts.payrollNetFen, unit: 'fen' },
        { label: '已付', value: facts.paidFen, unit: 'fen', threshold: facts.payrollNetFen },
        { label: '多付', value: facts.overpaidFen, unit: 'fen', threshold: 0n },
      ],
      amountFen: facts.overpaidFen,
      dueOn: facts.lastPaidOn ?? lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '更正的工资支付表已导入，或者多付的款项已退回专户',
      rows: [{ kind: 'payroll' }, { kind: 'flows', which: 'wages' }],
    });
  },
});
