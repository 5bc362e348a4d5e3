import { cite } from '#law/citation.ts';
import { choice, day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  grade: choice('考核等级', { A: 'A 级', B: 'B 级', C: 'C 级' }),
  interviewBy: day('方案规定的约谈截止日'),
  interviewed: event('约谈负责人之日'),
  reportBy: day('限期整改的截止日'),
  reported: event('提交书面整改报告之日'),
});
const basis = cite('考核办法', 9);

/** 约谈整改. Who got C is interviewed, rectifies within the time set and reports in writing; the plan or the notice names both days. */
export const followUp = matterRule({
  code: 'ASM-06',
  version: 1,
  title: '考核末等未约谈整改',
  basis: [basis],
  evidence: 'V1',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const graded = form.certain(given, 'grade');
    if (!graded.ok) return graded.answer;
    if (graded.facts.grade !== 'C') return NOTHING;
    const known = form.certain(given, 'interviewBy', 'interviewed', 'reportBy', 'reported');
    if (!known.ok) return known.answer;
    const { interviewBy, interviewed, reportBy, reported } = known.facts;
    const late = lateAmong(
      [
        { by: 'assessment-group', start: interviewBy, after: '考核方案', period: 'by-then', act: '约谈负责人', done: interviewed, basis },
        { by: 'government', start: reportBy, after: '整改要求', period: 'by-then', act: '提交书面整改报告', done: reported, basis },
      ],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, { level: 3, clears: '完成约谈，提交书面整改报告' });
  },
});
