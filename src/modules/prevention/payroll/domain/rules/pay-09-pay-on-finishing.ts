import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';

const form = facts({
  finishedOn: event('完成临时劳动或者具体工作任务之日'),
  unpaid: money('这项任务尚未支付的工资'),
  workers: count('涉及的农民工人数', '人'),
});

/** 临时劳动即付. 「在其完成劳动任务后即支付工资」: at once, with the working days a bank transfer takes. */
export const payOnFinishing = matterRule({
  code: 'PAY-09',
  version: 1,
  title: '临时劳动完成后未即支付工资',
  basis: [cite('工资支付暂行规定', 8), cite('工资条例', 12)],
  evidence: 'VF',
  interpretation: '“即支付”没有法定天数，给银行处理留出参数所定的工作日。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: ['wage.task.settle-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'finishedOn', 'unpaid');
    if (!known.ok) return known.answer;
    const { finishedOn, unpaid } = known.facts;
    if (finishedOn === 'not-yet' || unpaid <= 0n) return NOTHING;
    const { due, provisional } = deadline(finishedOn, workingDays(params['wage.task.settle-days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    return finding({
      level: 2,
      says: `农民工${inChineseDay(finishedOn, yearOf(setting.on))}已完成临时劳动任务，用人单位仍欠工资 ${inYuan(unpaid)}`,
      values: [
        { label: '尚未支付', value: unpaid, unit: 'fen', threshold: 0n },
        { label: '已逾期', value: daysBetween(due, setting.on), unit: 'days' },
      ],
      amountFen: unpaid,
      people: given.workers ?? 0,
      dueOn: due,
      provisional,
      duty: 'employer',
      owedTo: 'worker',
      clears: '银行流水或者签收记录显示这项任务的工资已足额付给农民工本人',
      rows: [{ kind: 'payroll' }],
    });
  },
});
