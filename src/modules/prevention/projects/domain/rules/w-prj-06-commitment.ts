import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { overdueSinceStart } from '../overdue.ts';

const form = projectForm.pick('commitmentOn', 'state', 'startedOn', 'finishedOn', 'pausedFrom', 'pausedUntil', 'stated');

type Facts = Read<typeof form>;

/** No written promise of the contractor to pay wages. A custom of the offices, not a duty of the law. */
export const commitment = rule({
  code: 'W-PRJ-06',
  warns: ['W-PRJ-06'],
  version: 1,
  title: '未签订无欠薪承诺',
  subject: 'project',
  basis: [cite('工资条例', 3, 1), cite('工资条例', 39)],
  evidence: 'D',
  interpretation: '承诺书是各地做法，法律不作要求，只作提示。',
  facts: form,
  feeds: ['ledger'],
  needs: ['project.commitment-days'],
  prepare: (setting, params) => (facts: Facts) => {
    const duty = overdueSinceStart(facts, 'commitmentOn', params['project.commitment-days'], setting.on);
    if (duty.answer !== 'overdue') return duty;
    return finding({
      level: 0,
      says: `开工后应于${inChineseDay(duty.dueOn, yearOf(setting.on))}前签订工资支付承诺书，至今没有`,
      values: [{ label: '已逾期', value: duty.late, unit: 'days', threshold: 0 }],
      dueOn: duty.dueOn,
      duty: 'general-contractor',
      clears: '台账补上支付承诺书日期',
      rows: [{ kind: 'project' }],
    });
  },
});
