import { civilDate } from '#kernel/civil-date.ts';
import { months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, year } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ year: year('考核年度'), plannedBy: day('考核方案规定的自查报送截止日'), submitted: event('报送自查报告之日') });

/**
 * 自查. 2017 to 2020: 「形成自查报告，于2月底前报送」, two months after the year ends on the last of February, leap day or not. Since then the plan of the
 * year names the day, and without it nothing is said.
 */
export const selfCheck = matterRule({
  code: 'ASM-01',
  version: 1,
  title: '考核自查逾期未报送',
  basis: [cite('考核办法', 7), cite('考核办法2017', 7)],
  evidence: 'V2',
  facts: form,
  needs: ['assessment.self-check.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'year', 'submitted');
    if (!known.ok) return known.answer;
    const { year: assessed, submitted, plannedBy } = known.facts;
    const term = params['assessment.self-check.months'];
    const basis = term === 0 ? cite('考核办法', 7) : cite('考核办法2017', 7);
    const duty: Omit<TimedDuty, 'start' | 'after' | 'period'> = { by: 'government', act: '报送自查报告', done: submitted, basis };
    const late = (start: TimedDuty['start'], after: string, period: TimedDuty['period']) => {
      const found = lateAmong([{ ...duty, start, after, period }], setting);
      return found === null ? NOTHING : lateFinding(found, { level: 2, clears: '报送自查报告' });
    };
    if (plannedBy !== null) return late(plannedBy, `${assessed}年度考核方案`, 'by-then');
    if (term === 0) {
      const plan = form.certain(given, 'plannedBy');
      return plan.ok ? NOTHING : plan.answer;
    }
    return late(civilDate(`${assessed}-12-31`), '考核年度结束', months(term));
  },
});
