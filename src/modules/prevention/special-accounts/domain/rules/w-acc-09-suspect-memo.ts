import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'suspectMemoCount');

type Facts = Read<typeof form>;

/** The bank's memo speaks of cash, loans or private use: somebody should look at the entry. */
export const suspectMemo = rule({
  code: 'W-ACC-09',
  warns: ['W-ACC-09'],
  version: 1,
  title: '专户摘要有可疑字词',
  subject: 'project-month',
  basis: [cite('工资条例', 26, 1), cite('专户办法', 7)],
  evidence: 'D',
  interpretation: '字词表由本系统选定；摘要只是线索。',
  facts: form,
  feeds: ['flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.suspectMemoCount === 0) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}专户有 ${facts.suspectMemoCount} 笔支出的摘要含“现金”“借款”等字词`,
      values: [{ label: '可疑摘要', value: facts.suspectMemoCount, unit: 'count', threshold: 0 }],
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '核实用途后由人销号',
      rows: [{ kind: 'flows', which: 'all' }],
    });
  },
});
