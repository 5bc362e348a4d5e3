import { atMost } from '#kernel/bounds.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy, shown } from '#modules/enforcement/cases/domain/index.ts';

const form = facts({
  demandServedOn: event('催告书送达之日（公告送达的为公告满三十日）'),
  appliedOn: event('申请法院强制执行之日'),
});

/**
 * 催告. 「申请人民法院强制执行前，应当催告当事人履行义务。催告书送达十日后当事人仍未履行义务的」: ten working days (第六十九条) must have passed; on the tenth
 * the party may still perform, so an application of that day is too early.
 */
export const demand = matterRule({
  code: 'CASE-20',
  version: 1,
  title: '申请执行前催告',
  basis: [cite('行政强制法', 54), cite('行政强制法', 69)],
  evidence: 'VF',
  consequences: [
    {
      says: '人民法院裁定不予受理或者不予执行',
      before: '申请强制执行时没有催告，或者催告期未满',
      basis: [cite('行政强制法', 55, '(三)'), cite('行政强制法', 56, 2)],
    },
  ],
  facts: form,
  needs: ['enforce.demand.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'appliedOn');
    if (!known.ok) return known.answer;
    const appliedOn = happenedBy(known.facts.appliedOn, setting.on);
    if (appliedOn === null) return NOTHING;
    const asked = form.certain(given, 'demandServedOn');
    if (!asked.ok) return asked.answer;
    const { demandServedOn } = asked.facts;
    const counted = demandServedOn === 'not-yet' ? null : deadline(demandServedOn, workingDays(params['enforce.demand.days']), setting.calendar);
    if (counted !== null && !atMost(appliedOn, counted.due)) return NOTHING;
    const why =
      counted === null || demandServedOn === 'not-yet'
        ? '没有催告当事人履行'
        : `催告书${shown(demandServedOn, setting.on)}送达，${shown(counted.due, setting.on)}期满之后才可以申请`;
    return finding({
      level: 3,
      says: `主管部门${shown(appliedOn, setting.on)}申请强制执行，${why}`,
      values: [{ label: '催告书送达', value: demandServedOn === 'not-yet' ? '没有' : demandServedOn, unit: demandServedOn === 'not-yet' ? 'text' : 'date' }],
      dueOn: counted?.due ?? appliedOn,
      provisional: counted?.provisional ?? false,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '催告，期满后当事人仍未履行的重新申请',
      ...(counted === null
        ? {}
        : {
            steps: [
              { label: '催告期的最后一日', value: counted.due, unit: 'date' as const, reckoned: counted.trace.join('；'), basis: cite('行政强制法', 54) },
            ],
          }),
      rows: [],
    });
  },
});
