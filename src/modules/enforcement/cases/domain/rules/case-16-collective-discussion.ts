import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { VOID_DECISION } from '../flaws.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  decidedOn: event('作出行政处罚决定之日'),
  grave: yesNo('是否情节复杂或者重大违法行为'),
  discussedOn: event('负责人集体讨论之日'),
});

/** 集体讨论. 「对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定」. Whether a case is one of them the head says; unsaid, it is a question. */
export const collectiveDiscussion = matterRule({
  code: 'CASE-16',
  version: 1,
  title: '重大处罚集体讨论',
  basis: [cite('行政处罚法', 57, 2)],
  evidence: 'VF',
  consequences: [VOID_DECISION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'decidedOn');
    if (!known.ok) return known.answer;
    const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
    if (decidedOn === null || given.grave === false) return NOTHING;
    if (given.grave === null) return needsPerson('本案是否属于情节复杂或者重大违法行为？');
    const asked = form.certain(given, 'discussedOn');
    if (!asked.ok) return asked.answer;
    const { discussedOn } = asked.facts;
    if (discussedOn !== 'not-yet' && !moreThan(discussedOn, decidedOn)) return NOTHING;
    return finding({
      level: 2,
      says: `主管部门${shown(decidedOn, setting.on)}对情节复杂或者重大违法行为作出处罚决定，决定前没有经负责人集体讨论`,
      values: [
        { label: '集体讨论', value: discussedOn === 'not-yet' ? '没有' : discussedOn, unit: discussedOn === 'not-yet' ? 'text' : 'date', threshold: decidedOn },
      ],
      dueOn: decidedOn,
      duty: 'authority-head',
      owedTo: 'party-concerned',
      clears: '集体讨论后重新作出决定',
      rows: [],
    });
  },
});
