import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { cellOf, isUnderWay, notStated, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('isGovernment', 'startedOn', 'fundsProvenOn', 'stated', 'state', 'finishedOn', 'pausedFrom', 'pausedUntil');

type Facts = Read<typeof form>;

/** Works have begun and nobody has shown the money. 「没有满足施工所需要的资金安排的，工程建设项目不得开工建设」. */
export const fundsBeforeStart = rule({
  code: 'FUND-01',
  warns: ['W-PRJ-08'],
  version: 1,
  title: '资金未落实即开工',
  subject: 'project',
  basis: [cite('工资条例', 23, 1), cite('工资条例', 23, 2), cite('建筑法', 8, '(五)')],
  evidence: 'VF',
  interpretation: '政府投资项目为橙，其他项目为黄。',
  facts: form,
  feeds: ['ledger'],
  needs: [],
  prepare: (setting) => (facts: Facts) => {
    if (facts.fundsProvenOn !== null || facts.startedOn === null || !isUnderWay(facts, setting.on)) return NOTHING;
    if (cellOf(facts, 'fundsProvenOn') === 'not-stated') return notStated('fundsProvenOn');
    return finding({
      level: facts.isGovernment === true ? 3 : 2,
      says: `${facts.isGovernment === true ? '政府投资项目' : '项目'}${inChineseDay(facts.startedOn, yearOf(setting.on))}已开工，没有资金落实证明`,
      values: [{ label: '开工日', value: facts.startedOn, unit: 'date' }],
      dueOn: facts.startedOn,
      duty: 'project-owner',
      clears: '台账补上资金落实证明日期',
      rows: [{ kind: 'project' }],
    });
  },
});
