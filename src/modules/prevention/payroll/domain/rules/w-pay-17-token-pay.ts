import { inChineseMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'payDay', 'tokenPaidHeads');

type Facts = Read<typeof form>;

/** A full month of work and a token payment: the books look paid, the worker is not. */
export const tokenPay = rule({
  code: 'W-PAY-17',
  warns: ['W-PAY-17'],
  version: 1,
  title: '走形式发放工资',
  subject: 'project-month',
  basis: [cite('工资条例', 12), cite('工资条例', 31, 2)],
  evidence: 'D',
  interpretation: '出勤20日以上而领到的不足约定工资三成的计入；生活费加结算的约定由人核实。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  feeds: ['flows'],
  needs: ['wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    return (facts: Facts) => {
      if (facts.tokenPaidHeads === 0) return NOTHING;
      const due = dueOf(facts.month, facts.payDay);
      if (setting.on <= due.due) return NOTHING;
      return finding({
        level: 2,
        says: `${inChineseMonth(facts.month)}有 ${facts.tokenPaidHeads} 人出勤 20 天以上，领到的不足约定工资三成`,
        values: [{ label: '走形式发放', value: facts.tokenPaidHeads, unit: 'people', threshold: 0 }],
        people: facts.tokenPaidHeads,
        dueOn: due.due,
        provisional: due.provisional,
        duty: 'general-contractor',
        clears: '专户流水显示补足的工资已到账，或者花名册更正工资标准',
        rows: [
          { kind: 'workers', which: 'short' },
          { kind: 'flows', which: 'wages' },
        ],
      });
    };
  },
});
