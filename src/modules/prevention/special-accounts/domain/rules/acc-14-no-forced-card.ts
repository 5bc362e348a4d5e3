import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, count, day, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  demandedOn: day('要求重新办卡之日'),
  hasCard: yesNo('农民工本人是否已有可以接收工资的社会保障卡或者银行卡'),
  isForced: yesNo('是否强制要求重新办理工资卡'),
  by: choice('谁要求的', { 'general-contractor': '施工总承包单位', subcontractor: '分包单位', bank: '开户银行' }),
  workers: count('被要求重新办卡的农民工人数', '人'),
});

/** 不得强制办卡. 「任何单位和个人不得强制要求农民工重新办理工资卡」: who has a card of his own is paid on it; a first card for somebody without one is no new one. */
export const noForcedCard = matterRule({
  code: 'ACC-14',
  version: 1,
  title: '强制农民工重新办理工资卡',
  basis: [cite('专户办法', 20)],
  evidence: 'V1',
  interpretation: '没有工资卡的农民工首次办卡，不是“重新办理”。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'isForced', 'hasCard');
    if (!known.ok) {
      return given.isForced === false || given.hasCard === false ? NOTHING : known.answer;
    }
    if (!known.facts.isForced || !known.facts.hasCard) return NOTHING;
    const certain = form.certain(given, 'demandedOn', 'by');
    if (!certain.ok) return certain.answer;
    const { demandedOn, by } = certain.facts;
    const who = { 'general-contractor': '施工总承包单位', subcontractor: '分包单位', bank: '开户银行' }[by];
    return finding({
      level: 1,
      says: `${who}${inChineseDay(demandedOn, yearOf(setting.on))}强制已有工资卡的农民工重新办卡，应当用农民工本人已有的卡发放`,
      values: [{ label: '被要求重新办卡', value: given.workers ?? 0, unit: 'people', threshold: 0 }],
      people: given.workers ?? 0,
      dueOn: demandedOn,
      duty: by,
      owedTo: 'worker',
      clears: '工资发到农民工本人选定的卡上，不再要求重新办卡',
      rows: [{ kind: 'roster' }],
    });
  },
});
