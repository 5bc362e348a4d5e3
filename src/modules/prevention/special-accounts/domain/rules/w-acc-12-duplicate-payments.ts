import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'duplicatePayments');

type Facts = Read<typeof form>;

/** The same sum to the same person twice within a month: paid twice, or a wage split to hide another. */
export const duplicatePayments = rule({
  code: 'W-ACC-12',
  warns: ['W-ACC-12'],
  version: 1,
  title: '同人同额重复支付',
  subject: 'project-month',
  basis: [cite('工资条例', 26, 1), cite('专户办法', 7)],
  evidence: 'D',
  interpretation: '同一收款人、同一金额、一个月内两笔以上。',
  facts: form,
  feeds: ['flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.duplicatePayments === 0) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}专户有 ${facts.duplicatePayments} 笔同一收款人、同一金额的重复支付`,
      values: [{ label: '重复支付', value: facts.duplicatePayments, unit: 'count', threshold: 0 }],
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '多付的款项已退回专户，或者核实后由人销号',
      rows: [{ kind: 'flows', which: 'all' }],
    });
  },
});
