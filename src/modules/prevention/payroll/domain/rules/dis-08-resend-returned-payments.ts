import { inChineseDay, inChineseMonth, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, workingDays, workingDaysBetween } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'openRefunds', 'openRefundFen', 'oldestOpenRefundOn');

type Facts = Read<typeof form>;

/** 退票: a wage payment the bank sent back and nobody sent again. Money that came back is not paid. */
export const resendReturnedPayments = rule({
  code: 'DIS-08',
  warns: ['W-PAY-11'],
  version: 1,
  title: '代发退票未补发',
  subject: 'project-month',
  basis: [cite('工资条例', 12), cite('工资条例', 31, 3)],
  evidence: 'D',
  interpretation: '条例未定补发期限：超过3个工作日为蓝，超过10个工作日为橙。',
  facts: form,
  feeds: ['flows'],
  needs: ['payroll.refund.blue-days', 'payroll.refund.orange-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.openRefunds === 0 || facts.oldestOpenRefundOn === null) return NOTHING;
    const waited = workingDaysBetween(facts.oldestOpenRefundOn, setting.on, setting.calendar);
    const allowed = params['payroll.refund.blue-days'];
    if (!moreThan(waited, allowed)) return NOTHING;
    const { due, provisional } = deadline(facts.oldestOpenRefundOn, workingDays(allowed), setting.calendar);
    return finding({
      level: moreThan(waited, params['payroll.refund.orange-days']) ? 3 : 1,
      says: `${inChineseMonth(facts.month)}工资有 ${facts.openRefunds} 笔 ${inYuan(facts.openRefundFen)} 被银行退回未补发，最早${inChineseDay(facts.oldestOpenRefundOn, yearOf(setting.on))}`,
      values: [
        { label: '未补发', value: facts.openRefunds, unit: 'count', threshold: 0 },
        { label: '退回金额', value: facts.openRefundFen, unit: 'fen' },
        { label: '最早一笔已过', value: waited, unit: 'working-days', threshold: allowed },
      ],
      amountFen: facts.openRefundFen,
      people: facts.openRefunds,
      dueOn: due,
      provisional,
      duty: 'general-contractor',
      clears: '专户流水显示退回的工资已重新发放成功',
      rows: [
        { kind: 'flows', which: 'refunds' },
        { kind: 'workers', which: 'refunded' },
      ],
    });
  },
});
