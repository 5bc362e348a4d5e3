import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { choice, event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';
import { GRADES } from '../grade-of.ts';

const form = facts({
  grade: choice('已评的等级', GRADES),
  graded: event('评为该等级之日'),
  interviewed: event('约谈企业主要负责人之日'),
  targeted: event('列为重点监察对象之日'),
});

/** C级的后续. The head of a C enterprise is interviewed and the enterprise becomes a key target. Interpretation: 30 natural days are ours. */
export const gradeCFollows = matterRule({
  code: 'RATE-03',
  version: 1,
  title: '最低等级应当约谈并重点监察',
  basis: [cite('诚信等级办法', 14)],
  evidence: 'V1',
  interpretation: '等级办法没有规定天数，本系统按30日提示；约谈和重点监察的内容只有一处来源。',
  facts: form,
  needs: ['grade.interview.days'],
  prepare: (setting, params) => (given) => {
    if (given.grade === 'A' || given.grade === 'B' || given.graded === 'not-yet') return NOTHING;
    const known = form.certain(given, 'grade', 'graded', 'interviewed', 'targeted');
    if (!known.ok) return known.answer;
    const { graded, interviewed, targeted } = known.facts;
    if (graded === 'not-yet' || graded > setting.on) return NOTHING;
    const duty = {
      by: 'authority',
      start: graded,
      after: '企业被评为C级',
      period: naturalDays(params['grade.interview.days']),
      basis: cite('诚信等级办法', 14),
    } as const;
    const [first, ...rest] = [
      lateness({ ...duty, act: '约谈企业主要负责人', done: interviewed }, setting),
      lateness({ ...duty, act: '列为重点监察对象', done: targeted }, setting),
    ].filter((late) => late !== null);
    return first === undefined ? NOTHING : lateFinding([first, ...rest], { level: 2, owedTo: 'employer', clears: '约谈并列为重点监察对象' });
  },
});
