import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  appliedOn: event('总包单位申请返还之日'),
  reviewedOn: event('审核完毕之日'),
  issuedOn: event('出具返还（销户）确认书、退还保函正本或者书面告知有拖欠之日'),
});

/**
 * The authority is late with a return. 「自施工总承包单位提交书面申请5个工作日内审核完毕，并在审核完毕3个工作日内……出具工资保证金返还（销户）确认书」: two clocks, the second from the end of the
 * review.
 */
export const returnReview = matterRule({
  code: 'DEP-18',
  version: 1,
  title: '返还申请逾期未办',
  basis: [cite('保证金规定', 22, 2), cite('保证金规定', 22, 3), cite('保证金规定', 26)],
  evidence: 'V1',
  facts: form,
  needs: ['deposit.return.review-days', 'deposit.return.issue-days'],
  prepare: (setting, params) => (given) => {
    if (given.appliedOn === 'not-yet') return NOTHING;
    const known = form.certain(given, 'appliedOn', 'reviewedOn');
    if (!known.ok) return known.answer;
    const { appliedOn, reviewedOn } = known.facts;
    if (appliedOn === 'not-yet') return NOTHING;
    const review: TimedDuty = {
      by: 'authority',
      start: appliedOn,
      after: '收到返还工资保证金的申请',
      period: workingDays(params['deposit.return.review-days']),
      act: '审核完毕',
      done: reviewedOn,
      basis: cite('保证金规定', 22, 2),
    };
    const done = reviewedOn === 'not-yet' ? null : form.certain(given, 'issuedOn');
    if (done?.ok === false) return done.answer;
    const duties = [review];
    if (reviewedOn !== 'not-yet' && done !== null) {
      const period = workingDays(params['deposit.return.issue-days']);
      const basis = cite('保证金规定', 22, 2);
      duties.push({
        by: 'authority',
        start: reviewedOn,
        after: '审核完毕',
        period,
        act: '出具返还确认书、返还保函正本或者书面告知',
        done: done.facts.issuedOn,
        basis,
      });
    }
    const late = lateAmong(duties, setting);
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'general-contractor', clears: '登记审核完毕和出具文书的日期' });
  },
});
