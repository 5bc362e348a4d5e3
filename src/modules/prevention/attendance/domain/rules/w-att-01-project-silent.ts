import { addDays, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import { finding, type Level, NOTHING, rule } from '#law/rule.ts';
import { isUnderWay, type ProjectFacts } from '#modules/prevention/facts/domain/index.ts';

/** Nobody attended for days on end, and no stop of work is registered. */
export const projectSilent = rule({
  code: 'W-ATT-01',
  warns: ['W-ATT-01'],
  version: 1,
  title: '项目连续无考勤',
  subject: 'project',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 28, 3)],
  evidence: 'D',
  interpretation: '只数考勤数据覆盖到的日子：数据没有到的日子不算无考勤。',
  feeds: ['ledger', 'attendance'],
  needs: ['attendance.silent-days'],
  prepare: (setting, params) => {
    const [blue = 3, yellow = 7, orange = 15, red = 30] = params['attendance.silent-days'];
    return (facts: ProjectFacts) => {
      const last = facts.lastAttendanceOn;
      if (last === null || facts.attendanceThrough === null || !isUnderWay(facts, setting.on)) return NOTHING;
      // A pause that has ended starts the count anew.
      const since = facts.pausedUntil !== null && facts.pausedUntil > last ? facts.pausedUntil : last;
      const silent = daysBetween(since, facts.attendanceThrough < setting.on ? facts.attendanceThrough : setting.on);
      if (!atLeast(silent, blue)) return NOTHING;
      const level: Level = atLeast(silent, red) ? 4 : atLeast(silent, orange) ? 3 : atLeast(silent, yellow) ? 2 : 1;
      return finding({
        level,
        says: `自${inChineseDay(since, yearOf(setting.on))}之后连续 ${silent} 天没有考勤，没有停工登记`,
        values: [
          { label: '连续无考勤', value: silent, unit: 'days', threshold: blue },
          { label: '最后一次考勤', value: last, unit: 'date' },
          { label: '考勤数据截至', value: facts.attendanceThrough, unit: 'date' },
        ],
        people: facts.onSite,
        dueOn: addDays(since, blue),
        duty: 'general-contractor',
        clears: '考勤恢复，或者台账登记停工、完工',
        rows: [{ kind: 'attendance' }],
      });
    };
  },
});
