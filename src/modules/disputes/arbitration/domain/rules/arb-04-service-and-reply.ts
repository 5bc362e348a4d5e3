import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  acceptedOn: day('受理仲裁申请之日'),
  copyServed: event('申请书副本送达被申请人之日'),
  replied: event('仲裁委员会收到答辩书之日'),
  replyForwarded: event('答辩书副本送达申请人之日'),
});

/**
 * 副本与答辩. 「应当在五日内将仲裁申请书副本送达被申请人」, 「应当在十日内…提交答辩书」, 「应当在五日内将答辩书副本送达申请人」. Each leg starts
 * when the one before has happened. A missing reply 「不影响仲裁程序的进行」: it is told, and nothing waits for it.
 */
export const serviceAndReply = matterRule({
  code: 'ARB-04',
  version: 1,
  title: '副本与答辩送达逾期',
  basis: [cite('调解仲裁法', 30)],
  evidence: 'VF',
  facts: form,
  needs: ['arbitration.serve-copy.days', 'arbitration.reply.days', 'arbitration.forward-reply.days'],
  prepare: (setting, params) => {
    const toServe = naturalDays(params['arbitration.serve-copy.days']);
    const toReply = naturalDays(params['arbitration.reply.days']);
    const toForward = naturalDays(params['arbitration.forward-reply.days']);
    return (given) => {
      const known = form.certain(given, 'acceptedOn', 'copyServed');
      if (!known.ok) return known.answer;
      const { acceptedOn, copyServed } = known.facts;
      const first = cite('调解仲裁法', 30, 1);
      const second = cite('调解仲裁法', 30, 2);
      const commission = 'arbitration-commission' as const;
      const duties: TimedDuty[] = [
        { by: commission, start: acceptedOn, after: '受理仲裁申请', period: toServe, act: '将申请书副本送达被申请人', done: copyServed, basis: first },
      ];
      if (copyServed !== 'not-yet') {
        const reply = form.certain(given, 'replied');
        if (!reply.ok) return reply.answer;
        const { replied } = reply.facts;
        duties.push({ by: 'employer', start: copyServed, after: '收到申请书副本', period: toReply, act: '提交答辩书', done: replied, basis: second });
        if (replied !== 'not-yet') {
          const forward = form.certain(given, 'replyForwarded');
          if (!forward.ok) return forward.answer;
          const done = forward.facts.replyForwarded;
          duties.push({ by: commission, start: replied, after: '收到答辩书', period: toForward, act: '将答辩书副本送达申请人', done, basis: second });
        }
      }
      const late = lateAmong(duties, setting);
      return late === null ? NOTHING : lateFinding(late, { level: 1, clears: '补办送达；被申请人未答辩的，仲裁程序照常进行' });
    };
  },
});
