import { inChineseMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'payDay', 'attendedHeads', 'payrollHeads', 'presentNotOnPayrollHeads');

type Facts = Read<typeof form>;

/** Somebody worked and the payroll of the month does not know them. The other half, paid without work, is W-PAY-09. */
export const presentButNotOnPayroll = rule({
  code: 'CTR-11',
  warns: [],
  version: 1,
  title: '有考勤未列入工资支付表',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 2), cite('工资条例', 28, 2), cite('专户办法', 17)],
  evidence: 'VF',
  interpretation: '过了发薪日才预警：到那时补充的工资表也应当编出。',
  facts: form,
  feeds: ['payroll'],
  needs: ['wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    return (facts: Facts) => {
      if (facts.presentNotOnPayrollHeads === 0 || facts.payrollHeads === 0) return NOTHING;
      const due = dueOf(facts.month, facts.payDay);
      if (setting.on <= due.due) return NOTHING;
      return finding({
        level: 2,
        says: `${inChineseMonth(facts.month)}有 ${facts.presentNotOnPayrollHeads} 人出勤，工资支付表上没有`,
        values: [
          { label: '出勤人数', value: facts.attendedHeads, unit: 'people' },
          { label: '出勤未列入', value: facts.presentNotOnPayrollHeads, unit: 'people', threshold: 0 },
        ],
        people: facts.presentNotOnPayrollHeads,
        dueOn: due.due,
        provisional: due.provisional,
        duty: 'subcontractor',
        clears: '补充的工资支付表或者更正的考勤已导入',
        rows: [{ kind: 'workers', which: 'present-not-on-payroll' }],
      });
    };
  },
});
