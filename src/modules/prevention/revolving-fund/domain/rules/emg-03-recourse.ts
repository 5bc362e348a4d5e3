import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { event, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  advancedOn: event('动用应急周转金垫付之日'),
  advancedFen: money('垫付金额'),
  openedOn: event('登记向拖欠单位追偿之日'),
});

/** 垫付后追偿. 「对已经垫付的应急周转金，应当依法向拖欠农民工工资的用人单位进行追偿」: 「应当」, with no time given: the day of the advance is still in time. */
export const fundRecourse = matterRule({
  code: 'EMG-03',
  version: 1,
  title: '应急周转金未追偿',
  basis: [cite('工资条例', 63)],
  evidence: 'VF',
  interpretation: '条例没有规定登记追偿的时限，垫付次日仍没有登记的提示。',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.advancedOn === 'not-yet' || (given.openedOn !== null && given.openedOn !== 'not-yet' && given.openedOn <= setting.on)) return NOTHING;
    const known = form.certain(given, 'advancedOn', 'advancedFen', 'openedOn');
    if (!known.ok) return known.answer;
    const { advancedOn, advancedFen } = known.facts;
    if (advancedOn === 'not-yet' || setting.on <= advancedOn) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseDay(advancedOn, yearOf(setting.on))}动用应急周转金垫付 ${inYuan(advancedFen)}，没有登记向拖欠单位追偿`,
      values: [{ label: '垫付金额', value: advancedFen, unit: 'fen' }],
      amountFen: advancedFen,
      dueOn: advancedOn,
      duty: 'government',
      clears: '登记追偿事项',
      rows: [],
    });
  },
});
