import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';

const form = facts({
  forPay: yesNo('是否追索劳动报酬、工伤医疗费、经济补偿或者赔偿金'),
  partClear: yesNo('是否有一部分事实已经清楚'),
  relationClear: yesNo('当事人之间权利义务关系是否明确'),
  hardship: yesNo('不先予执行是否将严重影响申请人的生活'),
});

/**
 * 先行裁决、先予执行. 「其中一部分事实已经清楚，可以就该部分先行裁决」; 先予执行 asks for both: 「当事人之间权利义务关系明确」 and 「不先予执行将严重影响申请人
 * 的生活」, and needs no security from a worker. Hardship is a person's judgement.
 */
export const earlyRelief = matterRule({
  code: 'ARB-09',
  version: 1,
  title: '先行裁决与先予执行',
  basis: [cite('调解仲裁法', 43, 2), cite('调解仲裁法', 44)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'forPay', 'partClear', 'relationClear');
    if (!known.ok) return known.answer;
    const { forPay, partClear, relationClear } = known.facts;
    const mayEnforce = forPay && relationClear;
    if (mayEnforce && given.hardship === null) return needsPerson('不先予执行，是否将严重影响申请人的生活（断炊、医疗、子女上学等）？');
    const ways = [
      ...(partClear ? ['就已经清楚的部分先行裁决'] : []),
      ...(mayEnforce && given.hardship === true ? ['根据申请裁决先予执行、移送人民法院执行，劳动者可以不提供担保'] : []),
    ];
    if (ways.length === 0) return NOTHING;
    return finding({
      level: 0,
      says: `仲裁庭可以${ways.join('，并可以')}`,
      values: [],
      dueOn: setting.on,
      duty: 'arbitration-commission',
      owedTo: 'worker',
      clears: '作出先行裁决或者先予执行裁决，或者说明不采用的理由',
      rows: [],
    });
  },
});
