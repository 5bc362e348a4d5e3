import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { fineOfArticle56 } from '#law/penalties.ts';
import { finding, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';
import { blueThenYellow, overdueSinceStart } from '../overdue.ts';

const form = projectForm.pick('boardOn', 'state', 'startedOn', 'finishedOn', 'pausedFrom', 'pausedUntil', 'stated');

type Facts = Read<typeof form>;

/** No notice board at the site. 「应当在施工现场醒目位置设立维权信息告示牌」. */
export const noticeBoard = rule({
  code: 'SIGN-01',
  warns: ['W-PRJ-05'],
  version: 1,
  title: '未设立维权信息告示牌',
  subject: 'project',
  basis: [cite('工资条例', 34), cite('工资条例', 56, '(四)')],
  evidence: 'VF',
  interpretation: '条例未定期限：开工10日内设立，逾期30日升为黄。',
  consequences: [fineOfArticle56('(四)')],
  facts: form,
  feeds: ['ledger'],
  needs: ['project.board-days', 'project.overdue.yellow-days'],
  prepare: (setting, params) => (facts: Facts) => {
    const duty = overdueSinceStart(facts, 'boardOn', params['project.board-days'], setting.on);
    if (duty.answer !== 'overdue') return duty;
    return finding({
      level: blueThenYellow(duty.late, params['project.overdue.yellow-days']),
      says: `开工后应于${inChineseDay(duty.dueOn, yearOf(setting.on))}前设立维权信息告示牌，至今没有`,
      values: [{ label: '已逾期', value: duty.late, unit: 'days', threshold: 0 }],
      dueOn: duty.dueOn,
      duty: 'general-contractor',
      clears: '台账补上维权告示牌设立日期',
      rows: [{ kind: 'project' }],
    });
  },
});
