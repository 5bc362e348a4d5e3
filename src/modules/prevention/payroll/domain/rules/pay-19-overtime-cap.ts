import { moreThan } from '#kernel/bounds.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { fen, formatYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { count, facts, month } from '#law/facts.ts';
import { finding, type FindingValue, matterRule, NOTHING } from '#law/rule.ts';
import { inHours } from '../overtime.ts';

const form = facts({
  month: month('考勤月份'),
  monthMinutes: count('当月延长工作时间合计', '分钟'),
  longestDayMinutes: count('当月延长工作时间最多的一日延长了多久', '分钟'),
  workers: count('超过上限的农民工人数', '人'),
});

const MINUTES = 60;

/**
 * 加班上限. 「延长工作时间每日不得超过三小时，但是每月不得超过三十六小时」: three hours and 36 hours exactly are in. That it is normally one hour a day is left to
 * a person: whether there were special reasons, no attendance record shows.
 */
export const overtimeCap = matterRule({
  code: 'PAY-19',
  version: 1,
  title: '延长工作时间超过上限',
  basis: [cite('劳动法', 41), cite('劳动法', 43), cite('监察条例', 25), cite('劳动法', 90)],
  evidence: 'VF',
  interpretation: '一般每日一小时的限度看有无特殊原因和协商，不由考勤判断；这里只判断每日三小时和每月三十六小时。',
  consequences: [{ says: '按照受侵害的劳动者每人100元以上500元以下的标准计算，可以处以罚款', before: '给予警告，责令限期改正', basis: [cite('监察条例', 25)] }],
  facts: form,
  needs: ['wage.overtime.day-hours', 'wage.overtime.month-hours', 'wage.overtime.fine-least', 'wage.overtime.fine-most'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'month');
    if (!known.ok) return known.answer;
    const { month: worked } = known.facts;
    const monthMost = params['wage.overtime.month-hours'] * MINUTES;
    const dayMost = params['wage.overtime.day-hours'] * MINUTES;
    const overMonth = given.monthMinutes !== null && moreThan(given.monthMinutes, monthMost);
    const overDay = given.longestDayMinutes !== null && moreThan(given.longestDayMinutes, dayMost);
    if (!overMonth && !overDay) {
      const certain = form.certain(given, 'monthMinutes', 'longestDayMinutes');
      return certain.ok ? NOTHING : certain.answer;
    }
    const certain = form.certain(given, 'workers');
    if (!certain.ok) return certain.answer;
    const { workers } = certain.facts;
    const [least, most] = [params['wage.overtime.fine-least'], params['wage.overtime.fine-most']].map((one) => fen(one * BigInt(workers)));
    const parts = [
      overMonth ? `全月 ${inHours(given.monthMinutes ?? 0)}，超过 ${params['wage.overtime.month-hours']} 小时` : '',
      overDay ? `最多一日 ${inHours(given.longestDayMinutes ?? 0)}，超过 ${params['wage.overtime.day-hours']} 小时` : '',
    ].filter((part) => part !== '');
    return finding({
      level: 2,
      says: `用人单位${inChineseMonth(worked)}安排 ${workers} 名农民工延长工作时间，${parts.join('；')}`,
      values: [
        ...measured('全月延长工作时间', given.monthMinutes, monthMost),
        ...measured('最多一日延长工作时间', given.longestDayMinutes, dayMost),
        { label: '警告、责令限期改正之外可以处的罚款', value: `${formatYuan(least ?? fen(0))} 元至 ${formatYuan(most ?? fen(0))} 元`, unit: 'text' },
      ],
      people: workers,
      dueOn: setting.on < lastOfMonth(worked) ? setting.on : lastOfMonth(worked),
      duty: 'employer',
      owedTo: 'worker',
      clears: '考勤显示此后各月延长工作时间都没有超过上限',
      rows: [{ kind: 'attendance' }],
    });
  },
});

/** What was measured, beside its limit; what nobody measured is not shown as none. */
function measured(label: string, minutes: number | null, most: number): readonly FindingValue[] {
  return minutes === null ? [] : [{ label, value: inHours(minutes), unit: 'text', threshold: inHours(most) }];
}
