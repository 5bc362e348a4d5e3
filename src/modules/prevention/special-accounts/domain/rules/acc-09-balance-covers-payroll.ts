import { addDays, daysBetween, inChineseMonth } from '#kernel/civil-date.ts';
import { atMost } from '#kernel/bounds.ts';
import { inYuan, subtractFen } from '#kernel/fen.ts';
import { workingDaysBetween } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '#modules/prevention/payroll/domain/index.ts';

const form = projectForm.pick('payDay', 'accountBalanceFen', 'pendingPayrollFen', 'pendingPayrollMonth', 'flowsThrough');

type Facts = Read<typeof form>;

/** Before payday: the account cannot cover the payroll that waits. Once payday has passed the matter is PAY-03's. */
export const balanceCoversPayroll = rule({
  code: 'ACC-09',
  warns: ['W-ACC-06'],
  version: 1,
  title: '专户余额不足以发放当月工资',
  subject: 'project',
  basis: [cite('专户办法', 13), cite('工资条例', 29, 1), cite('工资条例', 27, 1)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '发薪日前几个工作日起核对；余额过旧不作判断；最后三日仍不足为红。',
  facts: form,
  feeds: ['payroll', 'flows'],
  needs: ['wage.pay-day', 'account.short.remind-days', 'account.short.red-days', 'account.short.fresh-days'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    const freshSince = addDays(setting.on, -params['account.short.fresh-days']);
    return (facts: Facts) => {
      const balance = facts.accountBalanceFen;
      if (facts.pendingPayrollMonth === null || balance === null || balance >= facts.pendingPayrollFen) return NOTHING;
      if (facts.flowsThrough === null || facts.flowsThrough < freshSince) return NOTHING;
      const { due, dueInWords, provisional } = dueOf(facts.pendingPayrollMonth, facts.payDay);
      if (setting.on > due) return NOTHING;
      const left = daysBetween(setting.on, due);
      const isLast = atMost(left, params['account.short.red-days']);
      if (!isLast && !atMost(workingDaysBetween(setting.on, due, setting.calendar), params['account.short.remind-days'])) return NOTHING;
      const short = subtractFen(facts.pendingPayrollFen, balance);
      return finding({
        level: isLast ? 4 : 2,
        says: `${inChineseMonth(facts.pendingPayrollMonth)}工资${dueInWords}前要发 ${inYuan(facts.pendingPayrollFen)}，专户还差 ${inYuan(short)}`,
        values: [
          { label: '待发工资', value: facts.pendingPayrollFen, unit: 'fen' },
          { label: '专户余额', value: balance, unit: 'fen', threshold: facts.pendingPayrollFen },
          { label: '余额截至', value: facts.flowsThrough, unit: 'date' },
          { label: '距发薪日', value: left, unit: 'days' },
        ],
        amountFen: short,
        dueOn: due,
        provisional,
        duty: 'project-owner',
        clears: '专户流水显示余额已够发放，或者工资已发放',
        rows: [{ kind: 'flows', which: 'all' }, { kind: 'payroll' }],
      });
    };
  },
});
