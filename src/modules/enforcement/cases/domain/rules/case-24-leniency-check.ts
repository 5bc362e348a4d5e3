import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  proposedOn: event('提出处罚建议之日'),
  evaluatedOn: event('完成不予处罚、减轻、从轻情形评估之日'),
});

/** 从轻减轻评估. Whether a penalty must not be given, may be left out, or must be lighter (第三十二条、第三十三条) is looked at with the proposal; a proposal without it is incomplete. */
export const leniencyCheck = matterRule({
  code: 'CASE-24',
  version: 1,
  title: '处罚建议附从轻评估',
  basis: [cite('行政处罚法', 33), cite('行政处罚法', 32)],
  evidence: 'VF',
  interpretation: '法律没有要求单独的评估表；不评估就无从依法从轻、减轻或者不予处罚',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'proposedOn', 'evaluatedOn');
    if (!known.ok) return known.answer;
    const proposedOn = happenedBy(known.facts.proposedOn, setting.on);
    if (proposedOn === null || happenedBy(known.facts.evaluatedOn, setting.on) !== null) return NOTHING;
    return finding({
      level: 1,
      says: `${shown(proposedOn, setting.on)}提出的处罚建议没有评估不予处罚、减轻、从轻的情形`,
      values: [{ label: '从轻减轻评估', value: '没有', unit: 'text' }],
      dueOn: proposedOn,
      duty: 'inspector',
      owedTo: 'party-concerned',
      clears: '在作出决定前完成评估并附卷',
      rows: [],
    });
  },
});
