import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'onSite', 'onSiteWithoutCard', 'rosterThrough');

type Facts = Read<typeof form>;

/** Workers on site whose own wage card is not on the roster: their pay has nowhere to go. */
export const ownCard = rule({
  code: 'W-RNM-04',
  warns: ['W-RNM-04'],
  version: 1,
  title: '未登记本人工资卡',
  subject: 'project',
  basis: [cite('工资条例', 31, 3), cite('专户办法', 19)],
  evidence: 'D',
  interpretation: '登记率低于目标为黄，否则为蓝。',
  facts: form,
  feeds: ['roster'],
  needs: ['roster.card.target'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.onSiteWithoutCard === 0 || facts.state === 'finished') return NOTHING;
    const rate = shareBp(facts.onSite - facts.onSiteWithoutCard, facts.onSite);
    if (rate === null) return NOTHING;
    const target = params['roster.card.target'];
    return finding({
      level: lessThan(rate, target) ? 2 : 1,
      says: `在场 ${facts.onSite} 人中 ${facts.onSiteWithoutCard} 人没有登记本人工资卡，登记率 ${formatBp(rate)}`,
      values: [
        { label: '未登记工资卡', value: facts.onSiteWithoutCard, unit: 'people', threshold: 0 },
        { label: '登记率', value: rate, unit: 'basis-points', threshold: target },
      ],
      people: facts.onSiteWithoutCard,
      dueOn: facts.rosterThrough ?? setting.on,
      duty: 'subcontractor',
      clears: '花名册补上本人工资卡号',
      rows: [{ kind: 'roster' }],
    });
  },
});
