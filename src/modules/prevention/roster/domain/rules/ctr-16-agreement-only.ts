import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  signedOn: day('签订之日'),
  contract: choice('与农民工签订的文书', { labour: '劳动合同', agreement: '用工书面协议', none: '都没有签' }),
  workers: count('只签用工书面协议的农民工人数', '人'),
});

/**
 * 仅有用工书面协议. 条例 asks for 「订立劳动合同」, 实名制办法 accepts 用工书面协议 where there is no employment. Both are accepted; those with the agreement alone are pointed out, because
 * the claims of an employee may not be theirs. Nothing signed at all is CTR-01 and CTR-02.
 */
export const agreementOnly = matterRule({
  code: 'CTR-16',
  version: 1,
  title: '农民工仅有用工书面协议',
  basis: [cite('实名制办法', 8), cite('工资条例', 28, 1), cite('实名制办法', 10)],
  evidence: 'V1',
  interpretation: '条例要求订立劳动合同，实名制办法允许不存在劳动关系的签用工书面协议：两种都认，只作提示。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'contract');
    if (!known.ok) return known.answer;
    if (known.facts.contract !== 'agreement') return NOTHING;
    const certain = form.certain(given, 'signedOn');
    if (!certain.ok) return certain.answer;
    const { signedOn } = certain.facts;
    return finding({
      level: 0,
      says: `农民工${inChineseDay(signedOn, yearOf(setting.on))}只签了用工书面协议，没有劳动合同，需要核实是否存在劳动关系`,
      values: [{ label: '只签用工书面协议的农民工', value: given.workers ?? 0, unit: 'people' }],
      people: given.workers ?? 0,
      dueOn: signedOn,
      duty: 'employer',
      clears: '改签劳动合同，或者核实不存在劳动关系',
      rows: [{ kind: 'roster' }],
    });
  },
});
