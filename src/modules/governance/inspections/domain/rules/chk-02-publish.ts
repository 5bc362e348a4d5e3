import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ concludedOn: day('检查结束（形成结果）之日'), published: event('向社会公示检查结果之日') });
const basis = cite('双随机意见', 0);

/** 结果公示. Results are made public within 20 working days of the end of the check. */
export const publish = matterRule({
  code: 'CHK-02',
  version: 1,
  title: '检查结果逾期未公示',
  basis: [basis, cite('双随机通知', 0)],
  evidence: 'M',
  needsLegalReview: true,
  facts: form,
  needs: ['inspection.publish.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'concludedOn', 'published');
    if (!known.ok) return known.answer;
    const { concludedOn, published } = known.facts;
    const period = workingDays(params['inspection.publish.days']);
    const late = lateAmong([{ by: 'authority', start: concludedOn, after: '检查结束', period, act: '公示检查结果', done: published, basis }], setting);
    return late === null ? NOTHING : lateFinding(late, { level: 2, clears: '公示检查结果' });
  },
});
