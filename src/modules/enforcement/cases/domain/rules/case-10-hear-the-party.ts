import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { finding, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { VOID_DECISION } from '../flaws.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  noticedOn: event('事先告知书送达当事人之日'),
  statement: choice('当事人的陈述、申辩', {
    heard: '已听取并复核',
    none: '没有提出',
    waived: '明确放弃',
    refused: '提出而未听取',
  }),
  decidedOn: event('作出行政处罚或者行政处理决定之日'),
});

/**
 * 事先告知与听取陈述申辩. Without notice, or where the party was refused a hearing, 「不得作出行政处罚决定；当事人明确放弃陈述或者申辩权利的除外」. Whoever
 * was never told can hardly have waived: that is put to a person, as is a decision of the very day of the notice.
 */
export const hearTheParty = matterRule({
  code: 'CASE-10',
  version: 1,
  title: '决定前告知并听取申辩',
  basis: [cite('行政处罚法', 62), cite('行政处罚法', 44), cite('行政处罚法', 45, 1), cite('监察条例', 19)],
  evidence: 'VF',
  consequences: [VOID_DECISION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'decidedOn');
    if (!known.ok) return known.answer;
    const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
    if (decidedOn === null) return NOTHING;
    const asked = form.certain(given, 'noticedOn', 'statement');
    if (!asked.ok) return asked.answer;
    const { noticedOn, statement } = asked.facts;
    const isNoticed = noticedOn !== 'not-yet' && !moreThan(noticedOn, decidedOn);
    if (!isNoticed && statement === 'waived') return needsPerson('没有事先告知，当事人放弃陈述、申辩是否算作“明确放弃”？请核对放弃声明的时间和内容。');
    if (isNoticed && statement !== 'refused') {
      if (noticedOn === decidedOn && statement === 'none') return needsPerson('告知当日即作出决定，是否给了当事人陈述、申辩的合理时间？');
      return NOTHING;
    }
    const why = isNoticed ? '拒绝听取当事人的陈述、申辩' : '没有事先告知当事人拟作出的内容及事实、理由、依据';
    return finding({
      level: 4,
      says: `主管部门${shown(decidedOn, setting.on)}作出决定，决定前${why}，不得作出决定`,
      values: [
        { label: '事先告知', value: isNoticed ? noticedOn : '决定前没有', unit: isNoticed ? 'date' : 'text', threshold: decidedOn },
        { label: '陈述、申辩', value: statement === 'refused' ? '提出而未听取' : '未被告知', unit: 'text' },
      ],
      dueOn: decidedOn,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '撤销决定，重新告知、听取后再作决定',
      rows: [],
    });
  },
});
