import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  appliedOn: day('提出支付令申请之日'),
  notified: event('法院通知是否受理之日'),
  accepted: event('法院受理之日（不予受理写 not-yet）'),
  issued: event('法院发出支付令（或者裁定驳回）之日'),
});

/** 法院办理支付令. 「应当在五日内通知债权人是否受理」; 「应当在受理之日起十五日内向债务人发出支付令；申请不成立的，裁定予以驳回」. */
export const courtLimits = matterRule({
  code: 'ORD-02',
  version: 1,
  title: '法院办理支付令逾期',
  basis: [cite('民事诉讼法', 226), cite('民事诉讼法', 227), cite('民事诉讼法', 85, 3)],
  evidence: 'VF',
  facts: form,
  needs: ['payment-order.notify.days', 'payment-order.issue.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'appliedOn', 'notified', 'accepted');
    if (!known.ok) return known.answer;
    const { appliedOn, notified, accepted } = known.facts;
    const by = 'court' as const;
    const toNotify = naturalDays(params['payment-order.notify.days']);
    const duties: TimedDuty[] = [
      { by, start: appliedOn, after: '收到支付令申请', period: toNotify, act: '通知债权人是否受理', done: notified, basis: cite('民事诉讼法', 226) },
    ];
    if (accepted !== 'not-yet') {
      const issue = form.certain(given, 'issued');
      if (!issue.ok) return issue.answer;
      const period = naturalDays(params['payment-order.issue.days']);
      duties.push({
        by,
        start: accepted,
        after: '受理支付令申请',
        period,
        act: '发出支付令或者裁定驳回',
        told: { open: '发出支付令，也未裁定驳回', late: '发出支付令或者裁定驳回' },
        done: issue.facts.issued,
        basis: cite('民事诉讼法', 227),
      });
    }
    const late = lateAmong(duties, setting);
    return late === null ? NOTHING : lateFinding(late, { level: 1, owedTo: 'worker', clears: '通知是否受理，发出支付令或者裁定驳回' });
  },
});
