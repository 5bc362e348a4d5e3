import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'frequentPayees');

type Facts = Read<typeof form>;

/**
 * One payee three times or more within thirty days. Wages are paid once a month; but a month's pay, a returned payment sent
 * again and a settlement come close together, so the wages of the project's own registered workers do not count.
 */
export const frequentPayees = rule({
  code: 'W-ACC-13',
  warns: ['W-ACC-13'],
  version: 2,
  title: '同一收款人频繁收款',
  subject: 'project-month',
  basis: [cite('工资条例', 26, 1), cite('专户办法', 7)],
  evidence: 'D',
  interpretation: '30日内3笔以上；发给本项目登记工人的工资不计（按月发放、退票补发、离场结清会挤在一起）。',
  facts: form,
  feeds: ['flows'],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.frequentPayees === 0) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}专户有 ${facts.frequentPayees} 个收款人 30 天内收款 3 笔以上`,
      values: [{ label: '频繁收款人', value: facts.frequentPayees, unit: 'count', threshold: 0 }],
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '核实用途后由人销号',
      rows: [{ kind: 'flows', which: 'all' }],
    });
  },
});
