import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  dueOn: day('整改方案规定的完成时限'),
  isOngoing: yesNo('是否“长期坚持”的事项'),
  verified: event('核查验收、销号之日'),
});
const basis = cite('考核办法', 9);

/**
 * 整改销号. An item whose time has passed is closed only by a verification, not by a report. 「长期坚持」 without a day is never late; 「2018年底前并长期坚持」 has
 * its day, and goes on after it.
 */
export const itemClosed = matterRule({
  code: 'ASM-07',
  version: 1,
  title: '整改事项逾期未销号',
  basis: [basis],
  evidence: 'L',
  interpretation: '国家办法只说限期整改；逐项定措施、责任单位、时限并核查销号，据嘉峪关等地整改方案',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    if (given.dueOn === null && given.isOngoing === true) return NOTHING;
    const known = form.certain(given, 'dueOn', 'verified');
    if (!known.ok) return known.answer;
    const { dueOn, verified } = known.facts;
    const late = lateAmong(
      [{ by: 'department', start: dueOn, after: '整改方案', period: 'by-then', act: '完成整改并经核查销号', done: verified, basis }],
      setting,
    );
    return late === null ? NOTHING : lateFinding(late, { level: 2, clears: '提交佐证，经核查销号' });
  },
});
