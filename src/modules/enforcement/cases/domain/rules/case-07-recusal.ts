import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { VOID_DECISION } from '../flaws.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  knownOn: day('声明、申请或者发现利害关系之日'),
  directInterest: yesNo('执法人员或者其近亲属与案件是否有直接利害关系'),
  otherTie: yesNo('是否有其他关系'),
  tieMayAffect: yesNo('负责人是否认定该其他关系可能影响公正执法'),
  withdrewOn: event('该人员退出办理之日'),
});

/**
 * 回避. 「与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避」. A direct interest excludes by itself; whether another tie may affect
 * fairness the head decides, so without that decision the question goes to him. 「决定作出之前，不停止调查」: until then no finding.
 */
export const recusal = matterRule({
  code: 'CASE-07',
  version: 1,
  title: '执法人员回避',
  basis: [cite('监察条例', 16, 2), cite('行政处罚法', 43, 1), cite('行政处罚法', 43, 3)],
  evidence: 'VF',
  consequences: [VOID_DECISION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.directInterest !== true) {
      const known = form.certain(given, 'directInterest', 'otherTie');
      if (!known.ok) return known.answer;
      if (!known.facts.otherTie || given.tieMayAffect === false) return NOTHING;
      if (given.tieMayAffect === null) return needsPerson('执法人员与案件有其他关系，是否可能影响公正执法？由部门负责人审查决定。');
    }
    const known = form.certain(given, 'knownOn', 'withdrewOn');
    if (!known.ok) return known.answer;
    const { knownOn, withdrewOn } = known.facts;
    if (knownOn > setting.on || happenedBy(withdrewOn, setting.on) !== null) return NOTHING;
    const why = given.directInterest === true ? '与案件有直接利害关系' : '有可能影响公正执法的其他关系';
    return finding({
      level: 3,
      says: `${shown(knownOn, setting.on)}已知执法人员${why}，应当回避，至今没有退出办理`,
      values: [{ label: '回避的原因', value: why, unit: 'text' }],
      dueOn: knownOn,
      duty: 'inspector',
      owedTo: 'party-concerned',
      clears: '该人员退出办理，其参与的取证由他人重做',
      rows: [],
    });
  },
});
