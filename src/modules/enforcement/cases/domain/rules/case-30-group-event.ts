import { moreThan } from '#kernel/bounds.ts';
import { addHours, dayOf, type CivilMoment } from '#kernel/civil-moment.ts';
import { cite } from '#law/citation.ts';
import { facts, moment, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  causedByViolation: yesNo('群体性事件是否因违反劳动保障法律法规引起'),
  knownAt: moment('得知群体性事件的时刻'),
  asOf: moment('核对的时刻'),
  activated: yesNo('是否已经启动应急预案'),
  activatedAt: moment('启动应急预案的时刻（已启动的填）'),
  joined: yesNo('是否已经会同有关部门处理并报告'),
  joinedAt: moment('会同有关部门处理并报告的时刻（已会同的填）'),
});

/**
 * 群体性事件处置. 「应当根据应急预案，迅速会同有关部门处理」. 迅速 has no number: one hour for the plan, twenty-four for joint handling and report are
 * ours, counted from the minute the office knew, around the clock. The last minute is in time.
 */
export const groupEvent = matterRule({
  code: 'CASE-30',
  version: 1,
  title: '群体性事件应急处置',
  basis: [cite('监察条例', 14, 4)],
  evidence: 'VF',
  interpretation: '条例只说“迅速”：启动预案 1 小时，会同有关部门处理并报告 24 小时，自得知的时刻起不分昼夜计算',
  facts: form,
  needs: ['case.event.respond-hours', 'case.event.report-hours'],
  prepare: (_setting, params) => (given) => {
    const known = form.certain(given, 'causedByViolation');
    if (!known.ok) return known.answer;
    if (!known.facts.causedByViolation) return NOTHING;
    const asked = form.certain(given, 'knownAt', 'asOf', 'activated', 'joined');
    if (!asked.ok) return asked.answer;
    const { knownAt, asOf, activated, joined } = asked.facts;
    const dated = form.certain(given, ...(activated ? (['activatedAt'] as const) : []), ...(joined ? (['joinedAt'] as const) : []));
    if (!dated.ok) return dated.answer;
    const respondBy = addHours(knownAt, params['case.event.respond-hours']);
    const joinBy = addHours(knownAt, params['case.event.report-hours']);
    const wrongs = [
      late('启动应急预案', respondBy, activated ? given.activatedAt : null, asOf),
      late('会同有关部门处理并报告', joinBy, joined ? given.joinedAt : null, asOf),
    ].filter((one) => one !== null);
    const [first] = wrongs;
    if (first === undefined) return NOTHING;
    return finding({
      level: 4,
      says: `主管部门 ${knownAt} 得知群体性事件，${wrongs.map(({ says }) => says).join('；')}`,
      values: wrongs.map(({ act, by, at }) => ({
        label: act,
        value: at ?? '尚未',
        unit: at === null ? ('text' as const) : ('moment' as const),
        threshold: by,
      })),
      dueOn: dayOf(first.by),
      duty: 'authority',
      owedTo: 'worker',
      clears: '启动应急预案，会同有关部门处理并报告',
      rows: [],
    });
  },
});

/** An act that came, or is still to come, after its moment. */
function late(act: string, by: CivilMoment, at: CivilMoment | null, asOf: CivilMoment) {
  if (!moreThan(at ?? asOf, by)) return null;
  return { act, by, at, says: `应当在 ${by} 前${act}，${at === null ? '至今未办' : `${at} 才办`}` };
}
