import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { blueThenYellow, overdueSinceStart } from '../overdue.ts';

const form = projectForm.pick('wageOfficerName', 'state', 'startedOn', 'finishedOn', 'pausedFrom', 'pausedUntil', 'stated');

type Facts = Read<typeof form>;

/** No wage officer in the site's project department. 「施工总承包单位应当在工程项目部配备劳资专管员」. */
export const wageOfficer = rule({
  code: 'CTR-09',
  warns: ['W-PRJ-04'],
  version: 1,
  title: '未配备劳资专管员',
  subject: 'project',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 56, '(二)')],
  evidence: 'VF',
  interpretation: '条例未定期限：开工7日内配备，逾期30日升为黄。',
  consequences: [fineOfArticle56('(二)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['project.officer-days', 'project.overdue.yellow-days'],
  prepare: (setting, params) => (facts: Facts) => {
    const duty = overdueSinceStart(facts, 'wageOfficerName', params['project.officer-days'], setting.on);
    if (duty.answer !== 'overdue') return duty;
    return finding({
      level: blueThenYellow(duty.late, params['project.overdue.yellow-days']),
      says: `开工后应于${inChineseDay(duty.dueOn, yearOf(setting.on))}前配备劳资专管员，至今没有`,
      values: [{ label: '已逾期', value: duty.late, unit: 'days', threshold: 0 }],
      dueOn: duty.dueOn,
      duty: 'general-contractor',
      clears: '台账补上劳资专管员姓名和电话',
      rows: [{ kind: 'project' }],
    });
  },
});
