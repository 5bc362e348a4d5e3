import { shareBp, formatBp } from '#kernel/basis-points.ts';
import { inChineseMonth } from '#kernel/civil-date.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { cannotDetermine, finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';
import { wageDueDates } from '../wage-due.ts';

const form = projectMonthForm.pick('month', 'isGovernment', 'payDay', 'payrollHeads', 'paidInFullHeads', 'owedFen', 'flowsThrough');

type Facts = Read<typeof form>;

/** A government project below the place's target of people paid in full for the month, judged when the following month ends. */
export const governmentFullRate = rule({
  code: 'DIS-10',
  warns: [],
  version: 1,
  title: '政府投资项目按月足额支付率未达标',
  subject: 'project-month',
  basis: [cite('工资条例', 12), cite('工资条例', 29, 1), cite('工资条例', 59)],
  evidence: 'L',
  interpretation: '目标由地方设定；按次月月底的人数计，由建设单位和主管部门回答。',
  facts: form,
  feeds: ['payroll', 'flows'],
  needs: ['wage.full-rate.government', 'wage.pay-day'],
  prepare: (setting, params) => {
    const dueOf = wageDueDates(setting, params['wage.pay-day']);
    const target = params['wage.full-rate.government'];
    return (facts: Facts) => {
      if (facts.isGovernment !== true || facts.payrollHeads === 0 || facts.paidInFullHeads >= facts.payrollHeads) return NOTHING;
      const { nextMonthEnd } = dueOf(facts.month, facts.payDay);
      if (setting.on <= nextMonthEnd) return NOTHING;
      if (facts.flowsThrough === null || facts.flowsThrough < nextMonthEnd) return cannotDetermine('专户流水未覆盖到次月月底');
      const rate = shareBp(facts.paidInFullHeads, facts.payrollHeads) ?? target;
      if (!lessThan(rate, target)) return NOTHING;
      return finding({
        level: 3,
        says: `政府投资项目${inChineseMonth(facts.month)}足额支付率 ${formatBp(rate)}，${facts.payrollHeads} 人中 ${facts.payrollHeads - facts.paidInFullHeads} 人未足额领到`,
        values: [{ label: '按月足额支付率', value: rate, unit: 'basis-points', threshold: target }],
        amountFen: facts.owedFen,
        people: facts.payrollHeads - facts.paidInFullHeads,
        dueOn: nextMonthEnd,
        duty: 'project-owner',
        clears: '专户流水显示该月工资已全部足额到账',
        rows: [
          { kind: 'workers', which: 'unpaid' },
          { kind: 'workers', which: 'short' },
        ],
      });
    };
  },
});
