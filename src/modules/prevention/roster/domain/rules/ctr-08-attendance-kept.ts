import { lessThan } from '#kernel/bounds.ts';
import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ recordedOn: day('电子考勤或者影像资料形成之日'), deletedOn: event('资料删除、覆盖或者遗失之日') });

/** 考勤档案保存两年. 「电子考勤和影像资料保存期限不少于2年」: gone on the corresponding day or after it is in time. A cited ledger is kept longer (CTR-10). */
export const attendanceKept = matterRule({
  code: 'CTR-08',
  version: 1,
  title: '考勤资料保存不足两年',
  basis: [cite('实名制办法', 13)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '从资料形成之日起算，期限末日不顺延；作为用工管理台账的考勤另按条例保存三年以上。',
  facts: form,
  needs: ['roster.attendance.keep-months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'recordedOn', 'deletedOn');
    if (!known.ok) return known.answer;
    const { recordedOn, deletedOn } = known.facts;
    if (deletedOn === 'not-yet' || deletedOn > setting.on) return NOTHING;
    const { due } = deadline(recordedOn, months(params['roster.attendance.keep-months'], 'none'), setting.calendar);
    if (!lessThan(deletedOn, due)) return NOTHING;
    const year = yearOf(setting.on);
    return finding({
      level: 1,
      says: `施工总承包单位${inChineseDay(recordedOn, year)}的考勤资料应当保存到${inChineseDay(due, year)}，${inChineseDay(deletedOn, year)}已经没有`,
      values: [{ label: '不再保存之日', value: deletedOn, unit: 'date', threshold: due }],
      dueOn: due,
      duty: 'general-contractor',
      clears: '考勤资料已经恢复或者由其他记录补齐',
      rows: [{ kind: 'attendance' }],
    });
  },
});
