import { addDays, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { isUnderWay, projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('startedOn', 'firstAttendanceOn', 'state', 'finishedOn', 'pausedFrom', 'pausedUntil');

type Facts = Read<typeof form>;

/** Works have begun and no attendance was ever sent. */
export const attendanceNotStarted = rule({
  code: 'W-ATT-02',
  warns: ['W-ATT-02'],
  version: 1,
  title: '开工未启用考勤',
  subject: 'project',
  basis: [cite('工资条例', 28, 2), cite('实名制办法', 13)],
  evidence: 'D',
  interpretation: '各地为10至30日，取最宽的；从未收到考勤的归这里，不另报数据断流。',
  facts: form,
  feeds: ['ledger'],
  needs: ['attendance.start-days'],
  prepare: (setting, params) => (facts: Facts) => {
    if (facts.firstAttendanceOn !== null || facts.startedOn === null || !isUnderWay(facts, setting.on)) return NOTHING;
    const dueOn = addDays(facts.startedOn, params['attendance.start-days']);
    if (setting.on <= dueOn) return NOTHING;
    return finding({
      level: 2,
      says: `项目${inChineseDay(facts.startedOn, yearOf(setting.on))}开工，${daysBetween(facts.startedOn, setting.on)} 天没有考勤`,
      values: [{ label: '开工至今', value: daysBetween(facts.startedOn, setting.on), unit: 'days', threshold: params['attendance.start-days'] }],
      dueOn,
      duty: 'general-contractor',
      clears: '考勤已导入，或者台账更正开工日期',
      rows: [{ kind: 'project' }],
    });
  },
});
