import { addDays, type CivilDate, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { isUnderWay, projectForm } from '#modules/prevention/facts/domain/index.ts';
import { blueThenYellow } from '../overdue.ts';

const form = projectForm.pick('startedOn', 'pausedUntil', 'lastAttendanceOn', 'lastInflowOn', 'lastWagePaidOn', 'state', 'finishedOn', 'pausedFrom');

type Facts = Read<typeof form>;

/** 「在建」 on paper, and no attendance, no money in, no wages out for a month: stopped, finished, or hidden. */
export const stateLooksFalse = rule({
  code: 'W-PRJ-07',
  warns: ['W-PRJ-07'],
  version: 1,
  title: '在建状态失真',
  subject: 'project',
  basis: [cite('工资条例', 38, 1), cite('工资条例', 28, 2)],
  evidence: 'D',
  interpretation: '三样都没有才算；数据断流也会如此，所以只请人核实在建状态。',
  facts: form,
  feeds: ['ledger'],
  needs: ['project.idle-days', 'project.overdue.yellow-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.startedOn === null || !isUnderWay(facts, setting.on)) return NOTHING;
    const since = latest(facts.startedOn, facts.lastAttendanceOn, facts.lastInflowOn, facts.lastWagePaidOn, facts.pausedUntil);
    const idle = daysBetween(since, setting.on);
    if (!moreThan(idle, params['project.idle-days'])) return NOTHING;
    return finding({
      level: blueThenYellow(idle - params['project.idle-days'], params['project.overdue.yellow-days']),
      says: `台账为在建，自${inChineseDay(since, yearOf(setting.on))}起 ${idle} 天没有考勤、入账和发薪`,
      values: [{ label: '无动静', value: idle, unit: 'days', threshold: params['project.idle-days'] }],
      dueOn: addDays(since, params['project.idle-days']),
      duty: 'general-contractor',
      clears: '台账更正项目状态或者登记停工，或者考勤、流水恢复',
      rows: [{ kind: 'project' }, { kind: 'attendance' }, { kind: 'flows', which: 'all' }],
    });
  },
});

function latest(first: CivilDate, ...others: readonly (CivilDate | null)[]): CivilDate {
  return others.reduce<CivilDate>((best, day) => (day !== null && day > best ? day : best), first);
}
