import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts } from '#law/facts.ts';
import type { Party } from '#law/parties.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { finesOfArticle54 } from '#law/penalties.ts';

const HOLDERS = {
  worker: '农民工本人',
  employer: '用人单位',
  'general-contractor': '施工总承包单位',
  subcontractor: '分包单位',
  foreman: '班组长、包工头',
  other: '其他人员',
} as const;

const form = facts({
  foundOn: day('发现之日'),
  holder: choice('工资卡由谁持有', HOLDERS),
  cards: count('不由本人持有的工资卡张数', '张'),
});

/** Who must give the card back; behind a foreman or a third person stands the employer. */
const DUTY: Readonly<Record<Exclude<keyof typeof HOLDERS, 'worker'>, Party>> = {
  employer: 'employer',
  'general-contractor': 'general-contractor',
  subcontractor: 'subcontractor',
  foreman: 'employer',
  other: 'employer',
};

/** 扣押工资卡. 「用人单位或者其他人员不得以任何理由扣押或者变相扣押」: anyone but the worker, for any reason, "for safe keeping" too. */
export const cardWithheld = matterRule({
  code: 'PAY-23',
  version: 1,
  title: '扣押农民工工资卡',
  basis: [cite('工资条例', 31, 4), cite('工资条例', 54, '(三)'), cite('专户办法', 19)],
  evidence: 'VF',
  consequences: [finesOfArticle54('(三)')],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'holder');
    if (!known.ok) return known.answer;
    const { holder } = known.facts;
    if (holder === 'worker') return NOTHING;
    const certain = form.certain(given, 'foundOn', 'cards');
    if (!certain.ok) return certain.answer;
    const { foundOn, cards } = certain.facts;
    if (cards === 0) return NOTHING;
    return finding({
      level: 3,
      says: `${inChineseDay(foundOn, yearOf(setting.on))}发现 ${cards} 张农民工工资卡由${HOLDERS[holder]}持有，应当立即交还本人`,
      values: [{ label: '不由本人持有的工资卡', value: cards, unit: 'count', threshold: 0 }],
      people: cards,
      dueOn: foundOn,
      duty: DUTY[holder],
      owedTo: 'worker',
      clears: '工资卡已经交还本人，有本人签收',
      rows: [{ kind: 'roster' }],
    });
  },
});
