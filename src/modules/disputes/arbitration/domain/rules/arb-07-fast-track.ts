import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  isSimple: yesNo('是否为简单的拖欠农民工工资争议（事实清楚、争议不大）'),
  acceptedOn: day('受理仲裁申请之日'),
  closed: event('结案之日'),
});
const basis = cite('护薪通知', 0);

/** 速裁. A simple wage case is to be closed within 30 natural days of acceptance; the 45 days of the law stay the outer limit (ARB-06). */
export const fastTrack = matterRule({
  code: 'ARB-07',
  version: 1,
  title: '简单欠薪案件逾期未结',
  basis: [basis],
  evidence: 'V2',
  facts: form,
  needs: ['arbitration.fast-track.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'isSimple', 'acceptedOn', 'closed');
    if (!known.ok) return known.answer;
    const { isSimple, acceptedOn, closed } = known.facts;
    if (!isSimple) return NOTHING;
    const period = naturalDays(params['arbitration.fast-track.days']);
    const late = lateAmong([{ by: 'arbitration-commission', start: acceptedOn, after: '受理简单欠薪争议', period, act: '结案', done: closed, basis }], setting);
    return late === null ? NOTHING : lateFinding(late, { level: 2, owedTo: 'worker', clears: '结案' });
  },
});
