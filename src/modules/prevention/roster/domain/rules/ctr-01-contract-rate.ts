import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'startedOn', 'onSite', 'onSiteWithoutContract', 'rosterThrough');

type Facts = Read<typeof form>;

/** Workers on site without a written contract or agreement. 「依法与所招用的农民工订立劳动合同并进行用工实名登记」: every one of them. */
export const contractRate = rule({
  code: 'CTR-01',
  warns: ['W-RNM-03'],
  version: 1,
  title: '在场农民工未签劳动合同',
  subject: 'project',
  basis: [cite('工资条例', 28, 1), cite('劳动合同法', 10, 1), cite('劳动合同法', 10, 2), cite('实名制办法', 8), cite('监察条例', 24)],
  evidence: 'VF',
  interpretation: '劳动合同和用工书面协议都算已签；签订率低于本地目标为橙，否则为蓝。',
  facts: form,
  feeds: ['roster'],
  needs: ['contract.sign.target'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.onSiteWithoutContract === 0 || facts.state === 'finished') return NOTHING;
    const rate = shareBp(facts.onSite - facts.onSiteWithoutContract, facts.onSite);
    if (rate === null) return NOTHING;
    const target = params['contract.sign.target'];
    return finding({
      level: lessThan(rate, target) ? 3 : 1,
      says: `在场 ${facts.onSite} 人中 ${facts.onSiteWithoutContract} 人没有劳动合同，签订率 ${formatBp(rate)}`,
      values: [
        { label: '未签合同', value: facts.onSiteWithoutContract, unit: 'people', threshold: 0 },
        { label: '签订率', value: rate, unit: 'basis-points', threshold: target },
      ],
      people: facts.onSiteWithoutContract,
      dueOn: facts.startedOn ?? facts.rosterThrough ?? setting.on,
      duty: 'subcontractor',
      clears: '花名册补上劳动合同签订日期，或者登记退场',
      rows: [{ kind: 'workers', which: 'no-contract' }, { kind: 'roster' }],
    });
  },
});
