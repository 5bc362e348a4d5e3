import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'payrollMadeOn', 'highestNetFen');

type Facts = Read<typeof form>;

/** One person's pay so high (超过) that somebody should look: a team's money on one card, or money taken out. */
export const singleHighPay = rule({
  code: 'W-PAY-07',
  warns: ['W-PAY-07'],
  version: 1,
  title: '单人工资畸高',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 3), cite('工资条例', 52)],
  evidence: 'D',
  interpretation: '只是核实的线索：高薪不违法，班组工资打到一人卡上才违法。',
  facts: form,
  feeds: ['payroll'],
  needs: ['wage.single.high'],
  prepare: (_setting, params) => {
    const high = params['wage.single.high'];
    return (facts: Facts) => {
      if (!moreThan(facts.highestNetFen, high)) return NOTHING;
      return finding({
        level: 4,
        says: `${inChineseMonth(facts.month)}工资支付表上有人实发 ${inYuan(facts.highestNetFen)}，超过 ${inYuan(high)}`,
        values: [{ label: '单人最高实发', value: facts.highestNetFen, unit: 'fen', threshold: high }],
        amountFen: facts.highestNetFen,
        people: 1,
        dueOn: facts.payrollMadeOn ?? lastOfMonth(facts.month),
        duty: 'general-contractor',
        clears: '更正的工资支付表已导入，或者核实后由人销号',
        rows: [{ kind: 'payroll' }],
      });
    };
  },
});
