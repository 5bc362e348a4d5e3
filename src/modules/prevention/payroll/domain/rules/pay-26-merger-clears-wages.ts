import { addDays, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, count, event, facts, money, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';

const CHANGES = { merger: '合并', division: '分立' } as const;

const form = facts({
  change: choice('变更事项', CHANGES),
  changedOn: event('实施合并或者分立之日'),
  arrears: money('实施时拖欠的农民工工资'),
  isAgreed: yesNo('是否与农民工书面协商一致，由承继单位清偿'),
  workers: count('被拖欠工资的农民工人数', '人'),
});

/**
 * 合并、分立前清偿. 「应当在实施合并或者分立前依法清偿拖欠的农民工工资；经与农民工书面协商一致的，可以由合并或者分立后承继其权利和义务的用人单位清偿」: the last day is the one
 * before the change; only a written agreement with the workers moves the debt, one between the companies does not.
 */
export const mergerClearsWages = matterRule({
  code: 'PAY-26',
  version: 1,
  title: '合并分立前未清偿拖欠工资',
  basis: [cite('工资条例', 21), cite('劳动合同法', 34)],
  evidence: 'VF',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'changedOn', 'arrears');
    if (!known.ok) return known.answer;
    const { changedOn, arrears } = known.facts;
    if (changedOn === 'not-yet' || setting.on < changedOn || arrears <= 0n || given.isAgreed === true) return NOTHING;
    const certain = form.certain(given, 'change', 'isAgreed');
    if (!certain.ok) return certain.answer;
    return finding({
      level: 3,
      says: `用人单位${inChineseDay(changedOn, yearOf(setting.on))}实施${CHANGES[certain.facts.change]}，此前没有清偿拖欠的农民工工资 ${inYuan(arrears)}，也没有与农民工书面协商一致`,
      values: [{ label: '实施时拖欠的工资', value: arrears, unit: 'fen', threshold: 0n }],
      amountFen: arrears,
      people: given.workers ?? 0,
      dueOn: addDays(changedOn, -1),
      duty: 'employer',
      owedTo: 'worker',
      clears: '拖欠的工资已经清偿，或者与农民工书面约定由承继单位清偿',
      rows: [],
    });
  },
});
