import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { flagsOf, projectMonthForm, sumOf } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'twoPlacesHeads', 'gateFlags');

type Facts = Read<typeof form>;

/** One person attended on two projects on the same day, or at two sites too far apart for the time between: a borrowed identity, or attendance clocked by another. */
export const twoPlaces = rule({
  code: 'W-RNM-06',
  warns: ['W-RNM-06'],
  version: 2,
  title: '同日在两个项目出勤',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 52)],
  evidence: 'D',
  interpretation: '没有距离和时刻的，只按同一天两处出勤计；设备登记了位置的，两地打卡之间来不及赶路的也列出。可能是设备位置登错，由人核实，不因此扣谁的考勤。',
  facts: form,
  feeds: [],
  needs: [],
  prepare: () => (facts: Facts) => {
    if (facts.twoPlacesHeads === 0 && facts.gateFlags.length === 0) return NOTHING;
    const trips = flagsOf(facts.gateFlags, 'impossible-speed');
    const hurried = sumOf(trips, 'people');
    if (facts.twoPlacesHeads === 0 && hurried === 0) return NOTHING;
    const says = [
      ...(facts.twoPlacesHeads === 0 ? [] : [`${facts.twoPlacesHeads} 人同一天在两个项目出勤`]),
      ...(hurried === 0 ? [] : [`${hurried} 人在两个工地先后打卡、来不及赶路`]),
    ];
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}有 ${says.join('，')}`,
      values: [
        { label: '同日两处出勤', value: facts.twoPlacesHeads, unit: 'people', threshold: 0 },
        ...trips.map(({ gate, people }) => ({ label: `${gate ?? '设备'}来不及的行程`, value: people ?? 0, unit: 'people' as const, threshold: 0 })),
      ],
      people: Math.max(facts.twoPlacesHeads, hurried),
      dueOn: lastOfMonth(facts.month),
      duty: 'subcontractor',
      clears: '更正的考勤已导入，或者核实后由人销号',
      rows: hurried === 0 ? [{ kind: 'attendance' }] : [{ kind: 'attendance' }, { kind: 'devices' }],
    });
  },
});
