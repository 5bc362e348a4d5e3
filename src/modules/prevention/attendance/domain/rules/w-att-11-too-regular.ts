import { formatBp, shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { atLeast, moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { flagsOf, gatesInWords, mostDays, projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'attendedHeads', 'mechanicalHeads', 'neverRestingHeads', 'gateFlags');

type Facts = Read<typeof form>;

/** Most workers clock in the same minute for ten days, or never rest for twenty-eight, or a gate counts more people a minute than can pass: perhaps clocked by another hand. */
export const tooRegular = rule({
  code: 'W-ATT-11',
  warns: ['W-ATT-11'],
  version: 2,
  title: '考勤过于规律',
  subject: 'project-month',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation: '超过八成才列出。一台设备打卡过密（一分钟内多过能走过的人）达到三日的也列出；也可能是几个通道合用一台，由人看。',
  facts: form,
  feeds: [],
  needs: ['attendance.regular.yellow', 'attendance.burst.days'],
  prepare: (_setting, params) => (facts: Facts) => {
    const counted = Math.max(facts.mechanicalHeads, facts.neverRestingHeads);
    if (counted === 0 && facts.gateFlags.length === 0) return NOTHING;
    const dense = flagsOf(facts.gateFlags, 'burst').filter((flag) => atLeast(flag.days ?? 0, params['attendance.burst.days']));
    const share = shareBp(counted, facts.attendedHeads);
    const isRegular = share !== null && moreThan(share, params['attendance.regular.yellow']);
    if (!isRegular && dense.length === 0) return NOTHING;
    const says = [
      ...(isRegular ? [`有 ${counted} 人同一分钟打卡或者整月不休，占 ${formatBp(share)}`] : []),
      ...(dense.length === 0 ? [] : [`${gatesInWords(dense.map(({ gate }) => gate))}有 ${mostDays(dense)} 天在一分钟内打卡过密`]),
    ];
    return finding({
      level: 2,
      says: `${inChineseMonth(facts.month)}${says.join('；')}`,
      values: [
        { label: '过于规律', value: counted, unit: 'people', threshold: 0 },
        ...(share === null ? [] : [{ label: '占比', value: share, unit: 'basis-points' as const, threshold: params['attendance.regular.yellow'] }]),
        ...dense.map(({ gate, days }) => ({
          label: `${gate ?? '设备'}打卡过密`,
          value: days ?? 0,
          unit: 'days' as const,
          threshold: params['attendance.burst.days'],
        })),
      ],
      people: facts.attendedHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'general-contractor',
      clears: '核实后由人销号，或者更正的考勤已导入',
      rows: dense.length === 0 ? [{ kind: 'attendance' }] : [{ kind: 'attendance' }, { kind: 'devices' }],
    });
  },
});
