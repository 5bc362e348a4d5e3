import { atLeast } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  lastDataOn: day('实名制信息最后一次更新之日'),
  enteredOn: event('再次进场施工之日'),
  retrainedOn: event('此后重新完成基本安全培训之日'),
  workers: count('未重新培训的农民工人数', '人'),
});

/** 一年以上无数据的重新培训. A year exactly counts (「1年以上（含1年）」); training between the last data and the entry, the day of entry included, is enough. */
export const retrainAfterAYear = matterRule({
  code: 'CTR-07',
  version: 1,
  title: '一年无数据未重新培训即进场',
  basis: [cite('实名制办法', 12), cite('实名制办法', 8)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '满一年即算，凭记忆；最后更新以前的培训不算。',
  facts: form,
  needs: ['roster.retrain.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'lastDataOn', 'enteredOn');
    if (!known.ok) return known.answer;
    const { lastDataOn, enteredOn } = known.facts;
    if (enteredOn === 'not-yet' || setting.on < enteredOn) return NOTHING;
    const { due: idleYear } = deadline(lastDataOn, months(params['roster.retrain.months'], 'none'), setting.calendar);
    if (!atLeast(enteredOn, idleYear)) return NOTHING;
    const certain = form.certain(given, 'retrainedOn');
    if (!certain.ok) return certain.answer;
    const { retrainedOn } = certain.facts;
    if (retrainedOn !== 'not-yet' && retrainedOn > lastDataOn && retrainedOn <= enteredOn) return NOTHING;
    const year = yearOf(setting.on);
    return finding({
      level: 1,
      says: `农民工自${inChineseDay(lastDataOn, year)}起一年以上没有实名制数据，${inChineseDay(enteredOn, year)}未重新进行基本安全培训即进场施工`,
      values: [
        { label: '最后一次更新之日', value: lastDataOn, unit: 'date' },
        { label: '再次进场之日', value: enteredOn, unit: 'date', threshold: idleYear },
      ],
      people: given.workers ?? 0,
      dueOn: enteredOn,
      duty: 'employer',
      clears: '已经重新进行基本安全培训并登记',
      rows: [{ kind: 'roster' }],
    });
  },
});
