import { moreThan } from '#kernel/bounds.ts';
import { addHours, dayOf } from '#kernel/civil-moment.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, moment, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  receivedAt: moment('公安机关接受移送案件（回执签收）的时间'),
  isIncomplete: yesNo('公安机关是否通知补正材料'),
  askedAt: moment('收到补正通知的时间'),
  supplied: event('补正材料送交公安机关之日'),
  decided: event('公安机关作出立案或者不予立案决定之日'),
});

/**
 * 公安机关审查期限. Three days from acceptance to decide (移送规定第八条); what is missing is asked for within 24 hours and supplied within three
 * days. Natural days, the last one rolled. Interpretation: once something was asked for, the three days run from its arrival, so that nobody
 * is accused of waiting for the other.
 */
export const policeDecision = matterRule({
  code: 'CRIM-09',
  version: 1,
  title: '公安机关审查期限',
  basis: [cite('公安程序规定', 180, 1), cite('公安程序规定', 180, 2), cite('移送规定', 8)],
  evidence: 'VF',
  interpretation: '“3日”按自然日计算；通知补正的，审查期限自材料补齐之日起算。',
  facts: form,
  needs: ['transfer.review.days', 'transfer.supplement-notice.hours', 'transfer.supplement.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'receivedAt', 'isIncomplete', 'decided');
    if (!known.ok) return known.answer;
    const { receivedAt, isIncomplete, decided } = known.facts;
    const review = {
      by: 'police',
      after: '接受移送案件',
      period: naturalDays(params['transfer.review.days']),
      act: '决定是否立案',
      done: decided,
      basis: cite('移送规定', 8),
    } as const;
    const clears = '公安机关书面通知立案或者不予立案';
    if (!isIncomplete) {
      const late = lateness({ ...review, start: dayOf(receivedAt) }, setting);
      return late === null ? NOTHING : lateFinding([late], { level: 3, owedTo: 'authority', clears });
    }
    const asked = form.certain(given, 'askedAt', 'supplied');
    if (!asked.ok) return asked.answer;
    const { askedAt, supplied } = asked.facts;
    const until = addHours(receivedAt, params['transfer.supplement-notice.hours']);
    const supplement = lateness(
      {
        by: 'authority',
        start: dayOf(askedAt),
        after: '收到补正通知',
        period: naturalDays(params['transfer.supplement.days']),
        act: '补正移送材料',
        done: supplied,
        basis: cite('公安程序规定', 180, 2),
      },
      setting,
    );
    if (supplement?.isOpen === true) return lateFinding([supplement], { level: 3, owedTo: 'police', clears: '补齐移送材料' });
    const late = supplied === 'not-yet' || supplied > setting.on ? null : lateness({ ...review, start: supplied, after: '收齐补正材料' }, setting);
    if (late !== null) return lateFinding([late], { level: 3, owedTo: 'authority', clears });
    if (supplement !== null) return lateFinding([supplement], { level: 3, owedTo: 'police', clears: '迟到的补正已经送达，如实记录' });
    if (!moreThan(askedAt, until)) return NOTHING;
    return finding({
      level: 3,
      says: `公安机关于 ${receivedAt} 接受案件，应当在 ${until} 前通知补正，${askedAt} 才通知；不得以材料不全为由不接受移送`,
      values: [{ label: '通知补正的最后时刻', value: until, unit: 'moment' }],
      dueOn: dayOf(until),
      duty: 'police',
      owedTo: 'authority',
      clears: '按期补正，公安机关继续审查',
      rows: [],
    });
  },
});
