import { firstOfMonth, inChineseMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'freezeCount');

type Facts = Read<typeof form>;

/** A freeze or a court transfer on the special account. 「不得因……农民工工资之外的原因被查封、冻结或者划拨」. */
export const freeze = rule({
  code: 'ACC-07',
  warns: ['W-ACC-08'],
  version: 1,
  title: '专用账户被冻结或者划扣',
  subject: 'project-month',
  basis: [cite('工资条例', 33), cite('专户办法', 8)],
  evidence: 'VF',
  facts: form,
  feeds: ['flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.freezeCount === 0) return NOTHING;
    return finding({
      level: 4,
      says: `${inChineseMonth(facts.month)}专户有 ${facts.freezeCount} 笔冻结或者划扣，农民工工资可能发不出`,
      values: [{ label: '冻结、划扣', value: facts.freezeCount, unit: 'count', threshold: 0 }],
      dueOn: firstOfMonth(facts.month),
      duty: 'bank',
      clears: '专户流水显示冻结已解除或者款项已退回，由人核实后销号',
      rows: [{ kind: 'flows', which: 'all' }],
    });
  },
});
