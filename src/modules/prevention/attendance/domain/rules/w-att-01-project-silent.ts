import { addDays, type CivilDate, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { atLeast } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { cannotDetermine, finding, type Level, NOTHING, rule } from '#law/rule.ts';
import { isUnderWay, projectForm } from '#modules/prevention/facts/domain/index.ts';
import { resumedAfter } from '../resumed-after.ts';

const form = projectForm.pick('pausedUntil', 'onSite', 'lastAttendanceOn', 'attendanceThrough', 'state', 'startedOn', 'finishedOn', 'pausedFrom');

type Facts = Read<typeof form>;

/**
 * Nobody attended for days on end, and no stop of work is registered. Only days the feed speaks for prove it: where the feed
 * itself fell silent nobody knows whether the site did, and that is W-OPS-05's matter.
 */
export const projectSilent = rule({
  code: 'W-ATT-01',
  warns: ['W-ATT-01'],
  version: 2,
  title: '项目连续无考勤',
  subject: 'project',
  basis: [cite('工资条例', 28, 2), cite('工资条例', 28, 3)],
  evidence: 'D',
  interpretation: '只算考勤数据覆盖到的日子；数据晚于正常报送间隔的，无法判断。春节前后的停工不计。',
  facts: form,
  feeds: ['ledger', 'attendance'],
  needs: ['attendance.silent-days', 'attendance.report-lag-days'],
  prepare: (setting, params) => {
    const [blue = 3, yellow = 7, orange = 15, red = 30] = params['attendance.silent-days'];
    return (facts: Facts) => {
      const last = facts.lastAttendanceOn;
      if (last === null || facts.attendanceThrough === null || !isUnderWay(facts, setting.on)) return NOTHING;
      const since = resumedAfter(last, facts.pausedUntil);
      const silent = daysBetween(since, earlier(facts.attendanceThrough, setting.on));
      if (!atLeast(silent, blue)) {
        const late = daysBetween(since, addDays(setting.on, -params['attendance.report-lag-days']));
        return atLeast(late, blue) ? cannotDetermine(`考勤数据只到${inChineseDay(facts.attendanceThrough, yearOf(setting.on))}`) : NOTHING;
      }
      const level: Level = atLeast(silent, red) ? 4 : atLeast(silent, orange) ? 3 : atLeast(silent, yellow) ? 2 : 1;
      return finding({
        level,
        says: `自${inChineseDay(since, yearOf(setting.on))}之后至少 ${silent} 天没有考勤，没有停工登记`,
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

function earlier(one: CivilDate, other: CivilDate): CivilDate {
  return one < other ? one : other;
}
