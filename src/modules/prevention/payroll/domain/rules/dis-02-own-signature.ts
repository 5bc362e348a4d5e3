import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'payrollHeads', 'payrollMadeOn', 'unsignedLines', 'paidHeads', 'firstPaidOn');

type Facts = Read<typeof form>;

/** Payroll lines without the worker's own signature. 「经农民工本人签字确认后……交施工总承包单位」: before the money, not after it. */
export const ownSignature = rule({
  code: 'DIS-02',
  warns: ['W-PAY-12'],
  version: 1,
  title: '工资支付表未经本人签字',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 2), cite('工资条例', 56, '(一)')],
  evidence: 'VF',
  interpretation: '工资表没有签字一栏的，不能断定未签，不预警。',
  consequences: [fineOfArticle56('(一)')],
  facts: form,
  feeds: ['payroll'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.unsignedLines === 0) return NOTHING;
    const isPaid = facts.paidHeads > 0;
    return finding({
      level: isPaid ? 2 : 1,
      says: `${inChineseMonth(facts.month)}工资支付表有 ${facts.unsignedLines} 人未签字${isPaid ? '，工资已经发放' : ''}`,
      values: [
        { label: '未签字', value: facts.unsignedLines, unit: 'people', threshold: 0 },
        { label: '工资表人数', value: facts.payrollHeads, unit: 'people' },
      ],
      people: facts.unsignedLines,
      dueOn: facts.firstPaidOn ?? facts.payrollMadeOn ?? lastOfMonth(facts.month),
      duty: 'subcontractor',
      clears: '补签后的工资支付表已导入',
      rows: [{ kind: 'workers', which: 'unsigned' }, { kind: 'payroll' }],
    });
  },
});
