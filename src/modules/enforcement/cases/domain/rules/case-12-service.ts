import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';

const form = facts({
  decidedOn: event('作出行政处罚决定之日'),
  servedOn: event('处罚决定书送达之日（公告送达的填发出公告之日）'),
});

/**
 * 处罚决定书送达. 「当事人不在场的，行政机关应当在七日内……送达当事人」: seven working days (第八十五条), the seventh in time. Service by
 * publication has effect only thirty days later; the authority has done its part on the day it published.
 */
export const service = matterRule({
  code: 'CASE-12',
  version: 1,
  title: '处罚决定书送达期限',
  basis: [cite('行政处罚法', 61, 1), cite('行政处罚法', 85), cite('民事诉讼法', 95)],
  evidence: 'VF',
  interpretation: '公告送达以发出公告之日看是否在七日内办理；效力自公告满三十日起',
  facts: form,
  needs: ['penalty.serve.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'decidedOn', 'servedOn');
    if (!known.ok) return known.answer;
    const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
    if (decidedOn === null) return NOTHING;
    const late = lateness(
      {
        by: 'authority',
        start: decidedOn,
        after: '作出行政处罚决定',
        period: workingDays(params['penalty.serve.days']),
        act: '送达处罚决定书',
        done: known.facts.servedOn,
        basis: cite('行政处罚法', 61, 1),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 3, owedTo: 'party-concerned', clears: '取得送达回证，或者发出公告' });
  },
});
