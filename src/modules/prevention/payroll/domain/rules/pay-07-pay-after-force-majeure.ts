import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';

const form = facts({
  endedOn: event('不可抗力消除之日'),
  unpaid: money('因不可抗力尚未支付的工资'),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * 不可抗力消除后支付. 「应当在不可抗力消除后及时支付」: while it lasts nothing is late; how many days 「及时」 is, the law does not say.
 */
export const payAfterForceMajeure = matterRule({
  code: 'PAY-07',
  version: 1,
  title: '不可抗力消除后未及时支付工资',
  basis: [cite('工资条例', 14, 2), cite('工资补充规定', 4, '(一)')],
  evidence: 'VF',
  interpretation: '“及时”没有法定天数，按参数的工作日掌握，过后只作提示。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: ['wage.resume.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'endedOn', 'unpaid');
    if (!known.ok) return known.answer;
    const { endedOn, unpaid } = known.facts;
    if (endedOn === 'not-yet' || unpaid <= 0n) return NOTHING;
    const { due, provisional } = deadline(endedOn, workingDays(params['wage.resume.days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    return finding({
      level: 1,
      says: `不可抗力${inChineseDay(endedOn, yearOf(setting.on))}已经消除，用人单位仍欠农民工工资 ${inYuan(unpaid)}`,
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
      clears: '银行流水显示这部分工资已足额付给农民工本人',
      rows: [{ kind: 'payroll' }, { kind: 'flows', which: 'wages' }],
    });
  },
});
