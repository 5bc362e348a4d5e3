import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { count, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  enteredOn: event('进场施工之日'),
  trainedOn: event('完成基本安全培训之日'),
  workers: count('未经培训进场的农民工人数', '人'),
});

/** 先培训后进场. 「建筑企业应对建筑工人进行基本安全培训，并在相关建筑工人实名制管理平台上登记，方可允许其进入施工现场」: training on the day of entry is before it; a day later is too late, and stays a fact. */
export const safetyTraining = matterRule({
  code: 'CTR-06',
  version: 1,
  title: '未经安全培训进场施工',
  basis: [cite('实名制办法', 8)],
  evidence: 'V1',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'enteredOn');
    if (!known.ok) return known.answer;
    const { enteredOn } = known.facts;
    if (enteredOn === 'not-yet' || setting.on < enteredOn) return NOTHING;
    const certain = form.certain(given, 'trainedOn');
    if (!certain.ok) return certain.answer;
    const { trainedOn } = certain.facts;
    const isTrained = trainedOn !== 'not-yet' && trainedOn <= setting.on;
    if (isTrained && trainedOn <= enteredOn) return NOTHING;
    const year = yearOf(setting.on);
    return finding({
      level: 2,
      says: `农民工${inChineseDay(enteredOn, year)}进场施工，${isTrained ? `${inChineseDay(trainedOn, year)}才` : '至今没有'}完成基本安全培训`,
      values: [
        { label: '进场施工之日', value: enteredOn, unit: 'date' },
        { label: '完成培训之日', value: isTrained ? trainedOn : '没有', unit: isTrained ? 'date' : 'text' },
      ],
      people: given.workers ?? 0,
      dueOn: enteredOn,
      duty: 'employer',
      clears: isTrained ? '已经补训，由主管部门记录' : '基本安全培训已经完成并登记',
      rows: [{ kind: 'roster' }],
    });
  },
});
