import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { count, facts, yesNo } from '#law/facts.ts';
import { lookUp } from '#law/look-up.ts';
import { finding, type Level, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ people: count('参加人数', '人'), isAboutWages: yesNo('是否因拖欠农民工工资引发') });

/** 黄、橙、红: the levels of the three steps. */
const LEVELS: readonly (readonly [Level, string])[] = [
  [2, '黄色'],
  [3, '橙色'],
  [4, '红色'],
];

/** 群体性讨薪事件预警. Three steps by the number of people, each 以上: the number itself is in. A smaller gathering is handled, but no group event. */
export const groupEvent = matterRule({
  code: 'EMG-04',
  version: 1,
  title: '群体性讨薪事件分级预警',
  basis: [cite('工资条例', 29, 3), cite('工资条例', 4, 2)],
  evidence: 'L',
  interpretation: '没有全国的人数标准，取一地方案的10人、20人、50人三档，各地可以另定。',
  facts: form,
  needs: ['incident.group-people'],
  looksUp: ['incident.group-duties'],
  prepare: (setting, params) => {
    const steps = params['incident.group-people'];
    const duties = lookUp('incident.group-duties', setting, setting.on);
    return (given) => {
      if (given.isAboutWages === false) return NOTHING;
      const known = form.certain(given, 'people', 'isAboutWages');
      if (!known.ok) return known.answer;
      const { people } = known.facts;
      // A place with more steps than colours stays red above the last.
      const reached =
        LEVELS[
          Math.min(
            steps.findLastIndex((least) => atLeast(people, least)),
            LEVELS.length - 1,
          )
        ];
      const threshold = steps.findLast((least) => atLeast(people, least));
      if (reached === undefined || threshold === undefined) return NOTHING;
      const [level, colour] = reached;
      const duty = duties.ok ? duties.inForce.value[LEVELS.indexOf(reached)] : undefined;
      return finding({
        level,
        says: `${people} 人因拖欠工资聚集，达到 ${threshold} 人以上，按${colour}预警处置${duty === undefined ? '' : `：${duty}`}`,
        values: [{ label: '参加人数', value: people, unit: 'people', threshold }],
        people,
        dueOn: setting.on,
        duty: 'authority',
        owedTo: 'worker',
        clears: '事件平息并登记处置结果',
        rows: [],
      });
    };
  },
});
