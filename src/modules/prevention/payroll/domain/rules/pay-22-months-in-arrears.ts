import { type CivilMonth, daysBetween, inChineseMonth, monthOf, monthsBetween, shiftMonth } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectForm.pick('payDay', 'arrearsFen', 'arrearsPeople', 'arrearsSince', 'monthsWithArrears');

type Facts = Read<typeof form>;

/** Arrears that go on month after month: one warning for the project beside those of its months. */
export const monthsInArrears = rule({
  code: 'PAY-22',
  warns: ['W-PAY-15'],
  version: 1,
  title: '连续拖欠工资',
  subject: 'project',
  basis: [cite('工资条例', 3, 1), cite('工资条例', 12), cite('工资条例', 30, 3), cite('工资条例', 53)],
  evidence: 'VF',
  interpretation: '连续两个月列橙、三个月列红，是同类平台的重点监管口径；还没到发薪日的月份不算。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  feeds: ['flows'],
  needs: ['wage.pay-day', 'wage.arrears.months'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    const [orange = 2, red = 3] = params['wage.arrears.months'];
    return (facts: Facts) => {
      const since = facts.arrearsSince;
      if (since === null || facts.monthsWithArrears < orange) return NOTHING;
      const latestDue = latestMonthDue(facts.payDay);
      const months = Math.min(facts.monthsWithArrears, monthsBetween(since, latestDue) + 1);
      if (!atLeast(months, orange)) return NOTHING;
      const due = dueOf(since, facts.payDay);
      return finding({
        level: atLeast(months, red) ? 4 : 3,
        says: `自${inChineseMonth(since)}起连续 ${months} 个月未付清工资，累计欠 ${facts.arrearsPeople} 人 ${inYuan(facts.arrearsFen)}`,
        values: [
          { label: '连续欠薪', value: months, unit: 'months', threshold: orange },
          { label: '累计尚欠', value: facts.arrearsFen, unit: 'fen', threshold: 0n },
          { label: '最早逾期', value: daysBetween(due.due, setting.on), unit: 'days' },
        ],
        amountFen: facts.arrearsFen,
        people: facts.arrearsPeople,
        dueOn: due.due,
        provisional: due.provisional,
        duty: 'general-contractor',
        clears: '专户流水显示各月工资都已足额到账',
        rows: [{ kind: 'workers', which: 'unpaid' }, { kind: 'workers', which: 'short' }, { kind: 'payroll' }],
      });
    };

    /** The latest work month whose payday has passed. */
    function latestMonthDue(payDay: number | null): CivilMonth {
      const lastMonth = shiftMonth(monthOf(setting.on), -1);
      return setting.on > dueOf(lastMonth, payDay).due ? lastMonth : shiftMonth(lastMonth, -1);
    }
  },
});
