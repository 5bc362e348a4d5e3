import { moreThan } from '#kernel/bounds.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { shown } from '../words.ts';

const form = facts({
  onTheSpot: yesNo('是否当场作出处罚决定'),
  decidedOn: day('作出处罚决定之日'),
  subject: choice('被处罚的是', { person: '公民', unit: '法人或者其他组织' }),
  fine: money('罚款数额（以分为单位，警告填 0）'),
});

/** 简易程序. 「对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告」 only: 以下 includes the amount itself. */
export const simpleProcedure = matterRule({
  code: 'CASE-27',
  version: 1,
  title: '当场处罚的限额',
  basis: [cite('行政处罚法', 51)],
  evidence: 'VF',
  facts: form,
  needs: ['penalty.simple.person', 'penalty.simple.unit'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'onTheSpot');
    if (!known.ok) return known.answer;
    if (!known.facts.onTheSpot) return NOTHING;
    const asked = form.certain(given, 'decidedOn', 'subject', 'fine');
    if (!asked.ok) return asked.answer;
    const { decidedOn, subject, fine } = asked.facts;
    const most = subject === 'person' ? params['penalty.simple.person'] : params['penalty.simple.unit'];
    if (!moreThan(fine, most)) return NOTHING;
    return finding({
      level: 2,
      says: `主管部门${shown(decidedOn, setting.on)}当场对${subject === 'person' ? '公民' : '单位'}罚款 ${inYuan(fine)}，当场处罚不得超过 ${inYuan(most)}`,
      values: [{ label: '当场罚款', value: fine, unit: 'fen', threshold: most }],
      dueOn: decidedOn,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '撤销当场处罚决定，按普通程序办理',
      rows: [],
    });
  },
});
