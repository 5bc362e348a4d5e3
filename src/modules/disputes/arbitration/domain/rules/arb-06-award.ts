import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, yesNo } from '#law/facts.ts';
import { lateAmong, lateFinding, type TimedDuty } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  acceptedOn: day('受理仲裁申请之日'),
  awarded: event('作出裁决（或者以调解、撤回等结案）之日'),
  extended: yesNo('是否经仲裁委员会主任批准延期并书面通知当事人'),
});
const basis = cite('调解仲裁法', 43, 1);
const excused = cite('劳动争议解释一', 12);

/**
 * 裁决期限. 「自劳动争议仲裁委员会受理仲裁申请之日起四十五日内结束。案情复杂需要延期的，经劳动争议仲裁委员会主任批准，可以延期并书面通知当事人，但是
 * 延长期限不得超过十五日」: natural days, the extension counted on from the forty-fifth. Whether it was extended is asked only where it
 * matters. The way to the court is open while there is no award; what excuses the delay (等待另案、鉴定…) is for the court to examine.
 */
export const award = matterRule({
  code: 'ARB-06',
  version: 1,
  title: '逾期未作出仲裁裁决',
  basis: [basis, excused],
  evidence: 'VF',
  consequences: [
    {
      says: '当事人可以就该劳动争议事项向人民法院提起诉讼',
      before: '逾期未作出仲裁裁决（等待另案结果、鉴定、调查取证等正当事由除外）',
      basis: [basis, excused],
    },
  ],
  facts: form,
  needs: ['arbitration.award.days', 'arbitration.award.extension-days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'acceptedOn', 'awarded');
    if (!known.ok) return known.answer;
    const { acceptedOn, awarded } = known.facts;
    const usual = params['arbitration.award.days'];
    const longest = usual + params['arbitration.award.extension-days'];
    const within = (days: number): TimedDuty => ({
      by: 'arbitration-commission',
      start: acceptedOn,
      after: '受理仲裁申请',
      period: naturalDays(days),
      act: '作出裁决',
      done: awarded,
      basis,
    });
    const late = lateAmong([within(usual)], setting);
    if (late === null) return NOTHING;
    const later = lateAmong([within(longest)], setting);
    if (later === null) {
      const extension = form.certain(given, 'extended');
      if (!extension.ok) return extension.answer;
      if (extension.facts.extended) return NOTHING;
    }
    const counts = given.extended === false ? late : (later ?? late);
    const adding = counts[0].isOpen ? { adding: '除有等待另案结果、鉴定等正当事由外，当事人可以向人民法院提起诉讼' } : {};
    return lateFinding(counts, { level: 3, owedTo: 'worker', ...adding, clears: '作出裁决并送达' });
  },
});
