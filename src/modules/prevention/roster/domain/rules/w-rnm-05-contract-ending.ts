import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'contractsEndingWithin30Days', 'rosterThrough');

type Facts = Read<typeof form>;

/** Contracts that end within thirty days: renew them, or settle the wages. */
export const contractEnding = rule({
  code: 'W-RNM-05',
  warns: ['W-RNM-05'],
  version: 1,
  title: '劳动合同将到期',
  subject: 'project',
  basis: [cite('劳动合同法', 44, '(一)')],
  evidence: 'D',
  interpretation: '30日内到期的提示续签或者结清。',
  facts: form,
  feeds: ['roster'],
  needs: [],
  prepare: (setting) => (facts: Facts) => {
    if (facts.contractsEndingWithin30Days === 0 || facts.state === 'finished') return NOTHING;
    return finding({
      level: 0,
      says: `${facts.contractsEndingWithin30Days} 人的劳动合同 30 天内到期`,
      values: [{ label: '30天内到期', value: facts.contractsEndingWithin30Days, unit: 'people', threshold: 0 }],
      people: facts.contractsEndingWithin30Days,
      dueOn: facts.rosterThrough ?? setting.on,
      duty: 'subcontractor',
      clears: '花名册更新合同结束日期，或者登记退场',
      rows: [{ kind: 'roster' }],
    });
  },
});
