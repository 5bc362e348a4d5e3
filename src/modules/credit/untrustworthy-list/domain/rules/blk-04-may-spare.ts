import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  corrected: event('改正拖欠农民工工资违法行为之日'),
  committed: yesNo('是否作出不再拖欠农民工工资的书面信用承诺'),
  decided: event('作出列入决定之日'),
});

/** 可以不予列入. 「在…作出列入决定前，已经改正…且作出不再拖欠农民工工资书面信用承诺的，可以不予列入」: both, and before the decision; the authority may. */
export const maySpare = matterRule({
  code: 'BLK-04',
  version: 1,
  title: '已改正并承诺可以不予列入',
  basis: [cite('失信名单办法', 7)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.committed === false || given.corrected === 'not-yet') return NOTHING;
    const known = form.certain(given, 'corrected', 'committed', 'decided');
    if (!known.ok) return known.answer;
    const { corrected, decided } = known.facts;
    if (corrected === 'not-yet' || corrected > setting.on) return NOTHING;
    if (decided !== 'not-yet' && decided <= setting.on) return NOTHING;
    return finding({
      level: 0,
      says: `用人单位${inChineseDay(corrected, yearOf(setting.on))}已经改正拖欠并作出书面信用承诺，列入决定还没有作出，可以不予列入，由人社部门决定`,
      values: [{ label: '改正之日', value: corrected, unit: 'date' }],
      dueOn: setting.on,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '作出列入或者不予列入的决定',
      rows: [],
    });
  },
});
