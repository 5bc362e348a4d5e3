import { addDays, inChineseDay, inChineseMonth, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'payDay', 'paidHeads', 'settledOn');

type Facts = Read<typeof form>;

/**
 * Paid on or before the agreed day, but that day was a rest day, so the pay came too late. 「具体支付日期遇法定节假日或者休息日的，
 * 应当在法定节假日或者休息日前支付」. A hint for next time: the money has arrived.
 */
export const payBeforeRestDays = rule({
  code: 'PAY-04',
  warns: [],
  version: 1,
  title: '发薪日遇休息日未提前支付',
  subject: 'project-month',
  basis: [cite('工资条例', 14, 1), cite('工资支付暂行规定', 7)],
  evidence: 'VF',
  interpretation: '工资已付清，只作提示，保留一个月。',
  facts: form,
  feeds: ['payroll', 'flows'],
  needs: ['wage.pay-day', 'wage.late-payment.shown-days'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    const shownSince = addDays(setting.on, -params['wage.late-payment.shown-days']);
    return (facts: Facts) => {
      // What was settled long ago is no longer said; most months of a sweep end here.
      if (facts.settledOn === null || facts.settledOn < shownSince || facts.settledOn > setting.on) return NOTHING;
      const due = dueOf(facts.month, facts.payDay);
      if (due.due === due.agreedOn || facts.settledOn <= due.due || facts.settledOn > due.agreedOn) return NOTHING;
      const year = yearOf(setting.on);
      return finding({
        level: 0,
        says: `${inChineseMonth(facts.month)}发薪日${inChineseDay(due.agreedOn, year)}是休息日，应提前到${due.dueInWords}，实际${inChineseDay(facts.settledOn, year)}付清`,
        values: [{ label: '付清日', value: facts.settledOn, unit: 'date', threshold: due.due }],
        people: facts.paidHeads,
        dueOn: due.due,
        provisional: due.provisional,
        duty: 'general-contractor',
        clears: '提示保留一个月后自行消除',
        rows: [
          { kind: 'workers', which: 'late' },
          { kind: 'flows', which: 'wages' },
        ],
      });
    };
  },
});
