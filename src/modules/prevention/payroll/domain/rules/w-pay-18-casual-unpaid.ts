import { inChineseMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'payDay', 'paidHeads', 'casualUnpaidHeads', 'flowsThrough');

type Facts = Read<typeof form>;

/** 零工: people of a few days whose pay shows nowhere by the end of the following month. */
export const casualUnpaid = rule({
  code: 'W-PAY-18',
  warns: ['W-PAY-18'],
  version: 1,
  title: '零工工资没有发放记录',
  subject: 'project-month',
  basis: [cite('工资支付暂行规定', 8), cite('工资条例', 28, 1)],
  evidence: 'D',
  interpretation: '出勤1至14日、到次月月底没有任何发放记录的计入；列入工资表的归 PAY-03。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  feeds: ['flows'],
  needs: ['wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    return (facts: Facts) => {
      // With nobody paid at all the month is PAY-03's.
      if (facts.casualUnpaidHeads === 0 || facts.paidHeads === 0) return NOTHING;
      const { nextMonthEnd } = dueOf(facts.month, facts.payDay);
      if (setting.on <= nextMonthEnd || facts.flowsThrough === null || facts.flowsThrough < nextMonthEnd) return NOTHING;
      return finding({
        level: 1,
        says: `${inChineseMonth(facts.month)}有 ${facts.casualUnpaidHeads} 名零工出勤不满 15 天，到次月月底没有发放记录`,
        values: [{ label: '零工未见发放', value: facts.casualUnpaidHeads, unit: 'people', threshold: 0 }],
        people: facts.casualUnpaidHeads,
        dueOn: nextMonthEnd,
        duty: 'subcontractor',
        clears: '专户流水显示零工工资已到账',
        rows: [{ kind: 'workers', which: 'present-not-on-payroll' }],
      });
    };
  },
});
