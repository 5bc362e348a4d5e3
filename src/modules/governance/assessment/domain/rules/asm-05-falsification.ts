import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ isProven: yesNo('弄虚作假、瞒报谎报是否已经查实') });
const basis = cite('考核办法', 9);

/** 弄虚作假. Proven falsification that made the result untrue is criticised in a circular; people are held to account where it is grave. Suspicion is not enough. */
export const falsification = matterRule({
  code: 'ASM-05',
  version: 1,
  title: '考核中弄虚作假',
  basis: [basis],
  evidence: 'V1',
  interpretation: '国家办法只写通报批评、追究责任；是否直接定为C级由地方设定（如江苏2018年办法）',
  consequences: [{ says: '通报批评；情节严重的，依纪依法追究相关人员责任', before: '查实弄虚作假、瞒报谎报造成考核结果失实', basis: [basis] }],
  facts: form,
  needs: ['assessment.falsification-is-c'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'isProven');
    if (!known.ok) return known.answer;
    if (!known.facts.isProven) return NOTHING;
    return finding({
      level: 4,
      says: `考核中弄虚作假已经查实，予以通报批评${params['assessment.falsification-is-c'] ? '，考核等级定为 C 级' : ''}；情节严重的，追究相关人员责任`,
      values: [],
      dueOn: setting.on,
      duty: 'government',
      clears: '更正考核数据，完成通报和责任追究',
      rows: [],
    });
  },
});
