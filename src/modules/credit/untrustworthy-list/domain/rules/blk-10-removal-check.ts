import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ applied: event('收到提前移出申请之日'), decided: event('作出准予或者不予提前移出决定之日') });

/** 核实决定. 「自收到用人单位提前移出失信联合惩戒名单申请之日起15个工作日内予以核实，决定是否准予提前移出」; a refusal says why. */
export const removalCheck = matterRule({
  code: 'BLK-10',
  version: 1,
  title: '提前移出申请按期核实',
  basis: [cite('失信名单办法', 14, 2)],
  evidence: 'VF',
  facts: form,
  needs: ['list.removal-check.days'],
  prepare: (setting, params) => (given) => {
    if (given.applied === 'not-yet') return NOTHING;
    const known = form.certain(given, 'applied', 'decided');
    if (!known.ok) return known.answer;
    const { applied, decided } = known.facts;
    if (applied === 'not-yet' || applied > setting.on) return NOTHING;
    const late = lateness(
      {
        by: 'authority',
        start: applied,
        after: '收到提前移出申请',
        period: workingDays(params['list.removal-check.days']),
        act: '核实并作出决定',
        done: decided,
        basis: cite('失信名单办法', 14, 2),
      },
      setting,
    );
    return late === null ? NOTHING : lateFinding([late], { level: 2, owedTo: 'party-concerned', clears: '作出决定书并送达，不予提前移出的说明理由' });
  },
});
