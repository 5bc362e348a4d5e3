import { daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { finesOfArticle54 } from '#law/penalties.ts';

const form = facts({
  periodEnd: day('工资支付周期的最后一日'),
  ledgerOn: event('编制这一周期工资支付台账之日'),
  workers: count('这一周期的农民工人数', '人'),
});

/** 工资支付台账. 「应当按照工资支付周期编制书面工资支付台账」: for every period that has ended; a ledger made late is a ledger. */
export const wageLedger = matterRule({
  code: 'PAY-10',
  version: 1,
  title: '未编制工资支付台账',
  basis: [cite('工资条例', 15, 1), cite('工资条例', 54, '(二)')],
  evidence: 'VF',
  interpretation: '条例未定编制期限，周期结束后留出参数所定的工作日；补编的不再作发现。',
  consequences: [finesOfArticle54('(二)')],
  facts: form,
  needs: ['wage.ledger.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'periodEnd', 'ledgerOn');
    if (!known.ok) return known.answer;
    const { periodEnd, ledgerOn } = known.facts;
    if (ledgerOn !== 'not-yet' && ledgerOn <= setting.on) return NOTHING;
    const { due, provisional } = deadline(periodEnd, workingDays(params['wage.ledger.days']), setting.calendar);
    if (setting.on <= due) return NOTHING;
    return finding({
      level: 3,
      says: `用人单位没有编制截至${inChineseDay(periodEnd, yearOf(setting.on))}的支付周期的书面工资支付台账`,
      values: [{ label: '已逾期', value: daysBetween(due, setting.on), unit: 'days' }],
      people: given.workers ?? 0,
      dueOn: due,
      provisional,
      duty: 'employer',
      clears: '这一周期的书面工资支付台账已经编制并存档',
      rows: [{ kind: 'payroll' }],
    });
  },
});
