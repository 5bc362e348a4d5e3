import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';
import { GRADES } from '../grade-of.ts';

const form = facts({
  grade: choice('原来的等级', GRADES),
  found: event('查明新的最低等级情形之日'),
  adjusted: event('调整为最低等级之日'),
});

/** 动态调整. New facts that make a C change the grade. The duty is from memory, the ten working days are ours. A grade that was C already stays. */
export const dynamicChange = matterRule({
  code: 'RATE-05',
  version: 1,
  title: '出现新情形应当调整等级',
  basis: [cite('诚信等级办法', 11)],
  evidence: 'M',
  needsLegalReview: true,
  interpretation: '等级办法没有规定天数，本系统按10个工作日提示。',
  facts: form,
  needs: ['grade.adjust.days'],
  prepare: (setting, params) => (given) => {
    if (given.grade === 'C' || given.found === 'not-yet') return NOTHING;
    const known = form.certain(given, 'grade', 'found', 'adjusted');
    if (!known.ok) return known.answer;
    const { found, adjusted } = known.facts;
    if (found === 'not-yet' || found > setting.on) return NOTHING;
    const late = lateness(
      {
        by: 'authority',
        start: found,
        after: '查明新的C级情形',
        period: workingDays(params['grade.adjust.days']),
        act: '调整企业诚信等级',
        done: adjusted,
        basis: cite('诚信等级办法', 11),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 2, owedTo: 'employer', clears: '调整为C级并告知企业' });
  },
});
