import { civilMonth, lastOfMonth, yearOf } from '#kernel/civil-date.ts';
import { months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, month } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ year: month('被评价年度（填该年任一月份）'), graded: event('作出等级评价之日') });

/** 每年评价. Once a year on the record of the year before. Interpretation: no month is fixed nationally, so the whole next year is allowed. */
export const yearlyGrade = matterRule({
  code: 'RATE-01',
  version: 1,
  title: '每年评价诚信等级',
  basis: [cite('诚信等级办法', 4), cite('工资条例', 47, 1)],
  evidence: 'V2',
  interpretation: '全国没有规定评价的月份，以被评价年度的次年年底为限，各地可以另设。',
  facts: form,
  needs: ['grade.due.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'year', 'graded');
    if (!known.ok) return known.answer;
    const late = lateness(
      {
        by: 'authority',
        start: lastOfMonth(civilMonth(`${yearOf(known.facts.year)}-12`)),
        after: '被评价年度终了',
        period: months(params['grade.due.months']),
        act: '评价诚信等级',
        done: known.facts.graded,
        basis: cite('诚信等级办法', 4),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 1, owedTo: 'employer', clears: '作出该年度的诚信等级评价' });
  },
});
