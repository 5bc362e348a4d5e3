import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { VOID_DECISION } from '../flaws.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const GROUNDS = {
  interest: '涉及重大公共利益',
  hearing: '直接关系当事人或者第三人重大权益，经过听证程序',
  complex: '案件情况疑难复杂、涉及多个法律关系',
  law: '法律、法规规定应当进行法制审核的其他情形',
  none: '没有上述情形',
} as const;

const form = facts({
  decidedOn: event('作出行政处罚决定之日'),
  ground: choice('应当法制审核的情形', GROUNDS),
  reviewedOn: event('法制审核之日'),
  passed: yesNo('法制审核是否通过'),
});

/** 法制审核. In the four kinds of cases 「未经法制审核或者审核未通过的，不得作出决定」. Whether a case is one of them is judged by a person; unjudged, it is a question. */
export const legalReview = matterRule({
  code: 'CASE-14',
  version: 1,
  title: '重大处罚法制审核',
  basis: [cite('行政处罚法', 58)],
  evidence: 'VF',
  consequences: [VOID_DECISION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'decidedOn');
    if (!known.ok) return known.answer;
    const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
    if (decidedOn === null || given.ground === 'none') return NOTHING;
    if (given.ground === null) return needsPerson('本案是否涉及重大公共利益、经过听证的重大权益、疑难复杂或者其他应当法制审核的情形？');
    const asked = form.certain(given, 'reviewedOn');
    if (!asked.ok) return asked.answer;
    const { reviewedOn } = asked.facts;
    const isReviewed = reviewedOn !== 'not-yet' && !moreThan(reviewedOn, decidedOn);
    if (isReviewed && given.passed === null) {
      const outcome = form.certain(given, 'passed');
      if (!outcome.ok) return outcome.answer;
    }
    if (isReviewed && given.passed === true) return NOTHING;
    return finding({
      level: 3,
      says: `主管部门${shown(decidedOn, setting.on)}作出处罚决定，案件${GROUNDS[given.ground]}，${isReviewed ? '法制审核没有通过' : '决定前没有法制审核'}，不得作出决定`,
      values: [{ label: '法制审核', value: isReviewed ? '未通过' : '决定前没有', unit: 'text' }],
      dueOn: decidedOn,
      duty: 'authority-head',
      owedTo: 'party-concerned',
      clears: '撤销决定，通过法制审核后重新作出',
      rows: [],
    });
  },
});
