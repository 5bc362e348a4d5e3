import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'twoPlacesHeads');

type Facts = Read<typeof form>;

/** One person attended on two projects on the same day: a borrowed identity, or attendance clocked by another. */
export const twoPlaces = rule({
  code: 'W-RNM-06',
  warns: ['W-RNM-06'],
  version: 1,
  title: '同日在两个项目出勤',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 52)],
  evidence: 'D',
  interpretation: '没有距离和时刻的，只按同一天两处出勤计，由人核实。',
  facts: form,
  feeds: [],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.twoPlacesHeads === 0) return NOTHING;
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}有 ${facts.twoPlacesHeads} 人同一天在两个项目出勤`,
      values: [{ label: '同日两处出勤', value: facts.twoPlacesHeads, unit: 'people', threshold: 0 }],
      people: facts.twoPlacesHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'subcontractor',
      clears: '更正的考勤已导入，或者核实后由人销号',
      rows: [{ kind: 'attendance' }],
    });
  },
});
