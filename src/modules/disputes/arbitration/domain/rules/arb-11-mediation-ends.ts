import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ appliedOn: day('调解组织收到调解申请之日'), agreed: event('达成调解协议之日') });
const basis = cite('调解仲裁法', 14, 3);

/** 调解期满. 「收到调解申请之日起十五日内未达成调解协议的，当事人可以依法申请仲裁」: an agreement on the fifteenth day is still in time. */
export const mediationEnds = matterRule({
  code: 'ARB-11',
  version: 1,
  title: '调解期满可以申请仲裁',
  basis: [basis],
  evidence: 'VF',
  facts: form,
  needs: ['mediation.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'appliedOn', 'agreed');
    if (!known.ok) return known.answer;
    const { appliedOn, agreed } = known.facts;
    const period = naturalDays(params['mediation.days']);
    const late = lateAmong([{ by: 'mediator', start: appliedOn, after: '收到调解申请', period, act: '促成调解协议', done: agreed, basis }], setting);
    if (late === null || !late[0].isOpen) return NOTHING;
    return lateFinding(late, { level: 1, owedTo: 'worker', adding: '当事人可以申请仲裁', clears: '达成调解协议，或者转入仲裁' });
  },
});
