import { type CivilDate, type CivilMonth, dayInMonth, inChineseDay, inChineseMonth, nextMonth, yearOf } from '#kernel/civil-date.ts';
import { onOrAfterWorkingDay } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'payDay', 'attendedHeads', 'payrollHeads');

type Facts = Read<typeof form>;

/** A month of work without a payroll. 「分包单位应当按月考核农民工工作量并编制工资支付表」; it is also the wage ledger of 第十五条 (PAY-10). */
export const monthlyPayroll = rule({
  code: 'DIS-01',
  warns: ['W-PAY-01'],
  version: 1,
  title: '未按月编制工资支付表',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 2), cite('工资条例', 15, 1), cite('工资条例', 56, '(一)')],
  evidence: 'VF',
  interpretation: '条例只说按月，未定哪一日：按次月的缺省日，遇休息日顺延；过了发薪日仍没有的升为黄。',
  // People did attend, whatever came later; and the silence of payrolls is the very thing this rule reports.
  consequences: [fineOfArticle56('(一)')],
  facts: form,
  feeds: [],
  needs: ['payroll.ready-day', 'wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    const readyDates = new Map<CivilMonth, CivilDate>();
    return (facts: Facts) => {
      if (facts.payrollHeads > 0 || facts.attendedHeads === 0) return NOTHING;
      const ready = readyOn(facts.month);
      if (setting.on <= ready) return NOTHING;
      return finding({
        level: setting.on > dueOf(facts.month, facts.payDay).due ? 2 : 1,
        says: `${inChineseMonth(facts.month)}有 ${facts.attendedHeads} 人出勤，工资支付表应于${inChineseDay(ready, yearOf(setting.on))}前编出，至今没有`,
        values: [
          { label: '出勤人数', value: facts.attendedHeads, unit: 'people' },
          { label: '工资表人数', value: 0, unit: 'people', threshold: facts.attendedHeads },
        ],
        people: facts.attendedHeads,
        dueOn: ready,
        duty: 'subcontractor',
        clears: `${inChineseMonth(facts.month)}工资支付表已导入`,
        rows: [{ kind: 'attendance' }],
      });
    };

    function readyOn(month: CivilMonth): CivilDate {
      const known = readyDates.get(month);
      if (known !== undefined) return known;
      const ready = onOrAfterWorkingDay(dayInMonth(nextMonth(month), params['payroll.ready-day']), setting.calendar);
      readyDates.set(month, ready);
      return ready;
    }
  },
});
