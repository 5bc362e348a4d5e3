import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('mostWorkersOnOneCard', 'workersOnSharedCards', 'mostWorkersOnOnePhone', 'workersOnSharedPhones', 'rosterThrough');

type Facts = Read<typeof form>;

/** One bank card or one phone for several workers (以上): wages that pass through one hand, or people who do not exist. */
export const sharedCardsAndPhones = rule({
  code: 'DIS-09',
  warns: ['W-RNM-07'],
  version: 1,
  title: '一卡多人、一机多人',
  subject: 'project',
  basis: [cite('工资条例', 31, 3), cite('工资条例', 31, 4), cite('专户办法', 19)],
  evidence: 'D',
  interpretation: '一人一卡：两人共卡、三人共用手机号即为黄，五人以上为红。',
  facts: form,
  feeds: ['roster'],
  needs: ['roster.shared.card-people', 'roster.shared.phone-people', 'roster.shared.red-people'],
  prepare: (setting, params) => (facts: Facts) => {
    const sharesCard = atLeast(facts.mostWorkersOnOneCard, params['roster.shared.card-people']);
    const sharesPhone = atLeast(facts.mostWorkersOnOnePhone, params['roster.shared.phone-people']);
    if (!sharesCard && !sharesPhone) return NOTHING;
    const most = Math.max(sharesCard ? facts.mostWorkersOnOneCard : 0, sharesPhone ? facts.mostWorkersOnOnePhone : 0);
    const says = [
      ...(sharesCard ? [`${facts.workersOnSharedCards} 人与他人共用银行卡，一张卡最多 ${facts.mostWorkersOnOneCard} 人`] : []),
      ...(sharesPhone ? [`${facts.workersOnSharedPhones} 人与他人共用手机号，一个号最多 ${facts.mostWorkersOnOnePhone} 人`] : []),
    ];
    return finding({
      level: atLeast(most, params['roster.shared.red-people']) ? 4 : 2,
      says: says.join('；'),
      values: [
        { label: '一张卡最多', value: facts.mostWorkersOnOneCard, unit: 'people', threshold: params['roster.shared.card-people'] },
        { label: '一个手机号最多', value: facts.mostWorkersOnOnePhone, unit: 'people', threshold: params['roster.shared.phone-people'] },
      ],
      people: Math.max(sharesCard ? facts.workersOnSharedCards : 0, sharesPhone ? facts.workersOnSharedPhones : 0),
      dueOn: facts.rosterThrough ?? setting.on,
      duty: 'subcontractor',
      clears: '花名册更正为本人的银行卡和手机号',
      rows: [{ kind: 'workers', which: 'shared-card' }, { kind: 'roster' }],
    });
  },
});
