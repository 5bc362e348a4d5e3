import { type CivilDate, daysBetween, inChineseDay, inChineseMonth, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { shareBp } from '#kernel/basis-points.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { cannotDetermine, finding, type Level, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { owesOnlyReturnedPay } from '../refund-grace.ts';
import { type WageDue, wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick(
  'month',
  'payDay',
  'attendedHeads',
  'payrollHeads',
  'payrollNetFen',
  'paidHeads',
  'paidFen',
  'unpaidHeads',
  'shortHeads',
  'owedFen',
  'flowsThrough',
  'openRefundFen',
  'oldestOpenRefundOn',
);

type Facts = Read<typeof form>;

/**
 * Wages of a month not paid in full when they fell due. 「用人单位应当按照……具体支付日期足额支付工资」: the payday itself is in
 * time, the day after is late. One warning for the month, whether nobody, some or everybody still waits. Pay that was sent
 * and came back is DIS-08's matter as long as it may be sent again in time.
 */
export const payInFullOnTime = rule({
  code: 'PAY-03',
  warns: ['W-PAY-02', 'W-PAY-03'],
  version: 2,
  title: '工资未按时足额支付',
  subject: 'project-month',
  basis: [cite('工资条例', 12), cite('工资条例', 14, 1), cite('工资条例', 31, 3), cite('工资支付暂行规定', 7), cite('劳动法', 50)],
  evidence: 'VF',
  interpretation:
    '条例不分级：分文未付的，逾期为黄、次月月底为橙、第三个月起为红；部分未付的，未发人数超过一成为红，否则为黄，并随逾期天数升级。台账未载明发薪日的按缺省日计。尚欠的全是退票、且在退票补发期内的，先不算拖欠。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  feeds: ['flows'],
  needs: ['wage.pay-day', 'wage.overdue.orange-days', 'wage.overdue.red-days', 'wage.unpaid.red-share', 'payroll.refund.blue-days'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    return (facts: Facts) => {
      const hasPayroll = facts.payrollHeads > 0;
      if (hasPayroll ? facts.owedFen === 0n : facts.attendedHeads === 0 || facts.paidHeads > 0) return NOTHING;
      const due = dueOf(facts.month, facts.payDay);
      if (setting.on <= due.due) return NOTHING;
      if (facts.flowsThrough === null || facts.flowsThrough < due.due) return cannotDetermine(`专户流水未覆盖到发薪日${due.dueInWords}`);
      if (hasPayroll && owesOnlyReturnedPay(facts, setting.on, setting.calendar, params['payroll.refund.blue-days'])) return NOTHING;

      const waiting = hasPayroll ? facts.unpaidHeads + facts.shortHeads : facts.attendedHeads;
      const asOf = facts.flowsThrough < setting.on ? facts.flowsThrough : setting.on;
      const owed = `${waiting} 人${hasPayroll ? ` ${inYuan(facts.owedFen)}` : ''}`;
      const seen = `截至${inChineseDay(asOf, yearOf(setting.on))}`;
      return finding({
        level: facts.paidHeads === 0 ? levelOfNothingPaid(due, setting.on) : levelOfPartPaid(facts, due, setting.on, params),
        says: `${inChineseMonth(facts.month)}工资应于${due.dueInWords}前付清，${seen}${facts.paidHeads === 0 ? `分文未付，欠 ${owed}` : `还差 ${owed}`}`,
        values: [
          { label: '实发工资合计', value: facts.payrollNetFen, unit: 'fen' },
          { label: '已付', value: facts.paidFen, unit: 'fen', threshold: facts.payrollNetFen },
          { label: '尚欠', value: facts.owedFen, unit: 'fen', threshold: 0n },
          { label: '未领到工资', value: facts.unpaidHeads, unit: 'people', threshold: 0 },
          { label: '未领足', value: facts.shortHeads, unit: 'people', threshold: 0 },
          { label: '已逾期', value: daysBetween(due.due, setting.on), unit: 'days' },
          { label: '专户流水截至', value: facts.flowsThrough, unit: 'date' },
        ],
        amountFen: facts.owedFen,
        people: waiting,
        dueOn: due.due,
        provisional: due.provisional,
        duty: 'general-contractor',
        clears: `专户流水显示${inChineseMonth(facts.month)}工资支付表上每个人都已足额到账`,
        rows: [{ kind: 'workers', which: 'unpaid' }, { kind: 'workers', which: 'short' }, { kind: 'payroll' }, { kind: 'flows', which: 'wages' }],
      });
    };
  },
});

/** Nothing at all: yellow, 次月月底 orange, from the second month after on red. */
function levelOfNothingPaid(due: WageDue, on: CivilDate): Level {
  return on >= due.secondMonthStart ? 4 : on >= due.nextMonthEnd ? 3 : 2;
}

type Limits = { readonly 'wage.overdue.orange-days': number; readonly 'wage.overdue.red-days': number; readonly 'wage.unpaid.red-share': number };

/** Some paid: by the share of people who got nothing (超过), and by the days gone. */
function levelOfPartPaid(facts: Facts, due: WageDue, on: CivilDate, limits: Limits): Level {
  const unpaid = shareBp(facts.unpaidHeads, Math.max(facts.attendedHeads, facts.payrollHeads)) ?? 0;
  const late = daysBetween(due.due, on);
  if (moreThan(unpaid, limits['wage.unpaid.red-share']) || moreThan(late, limits['wage.overdue.red-days'])) return 4;
  return moreThan(late, limits['wage.overdue.orange-days']) ? 3 : 2;
}
