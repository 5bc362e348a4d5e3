import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';

const form = facts({
  published: yesNo('处罚决定信息是否已经公开'),
  changedOn: event('决定被变更、撤销、确认违法或者确认无效之日'),
  withdrawnOn: event('撤回处罚决定信息并公开说明理由之日'),
});

/** 撤回公开. 「行政机关应当在三日内撤回行政处罚决定信息并公开说明理由」: three working days (第八十五条), the third in time. Taking it down without the reasons is not enough. */
export const retraction = matterRule({
  code: 'CASE-25',
  version: 1,
  title: '撤回公开的处罚信息',
  basis: [cite('行政处罚法', 48, 2), cite('行政处罚法', 85)],
  evidence: 'VF',
  facts: form,
  needs: ['penalty.retract.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'published', 'changedOn');
    if (!known.ok) return known.answer;
    const changedOn = happenedBy(known.facts.changedOn, setting.on);
    if (!known.facts.published || changedOn === null) return NOTHING;
    const withdrawn = form.certain(given, 'withdrawnOn');
    if (!withdrawn.ok) return withdrawn.answer;
    const late = lateness(
      {
        by: 'authority',
        start: changedOn,
        after: '因决定被变更或者撤销',
        period: workingDays(params['penalty.retract.days']),
        act: '撤回处罚信息并公开说明理由',
        done: withdrawn.facts.withdrawnOn,
        basis: cite('行政处罚法', 48, 2),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 2, owedTo: 'party-concerned', clears: '撤回公开的信息并公开说明理由' });
  },
});
