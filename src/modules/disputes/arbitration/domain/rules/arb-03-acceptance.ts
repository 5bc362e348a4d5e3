import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ appliedOn: day('仲裁委员会收到仲裁申请之日'), decided: event('受理或者书面通知不予受理之日') });
const basis = cite('调解仲裁法', 29);
const excused = cite('劳动争议解释一', 12);

/**
 * 受理. 「收到仲裁申请之日起五日内，认为符合受理条件的，应当受理，并通知申请人；认为不符合受理条件的，应当书面通知申请人不予受理，并说明理由」:
 * natural days, for the law has no working-day clause. The way to the court is open while there is no decision; what excuses the delay (移送管辖、送达延误…)
 * is for the court to examine.
 */
export const acceptance = matterRule({
  code: 'ARB-03',
  version: 1,
  title: '逾期未决定是否受理',
  basis: [basis, excused],
  evidence: 'VF',
  consequences: [
    {
      says: '申请人可以就该劳动争议事项向人民法院提起诉讼',
      before: '不予受理，或者逾期未作出决定（移送管辖、送达延误等正当事由除外）',
      basis: [basis, excused],
    },
  ],
  facts: form,
  needs: ['arbitration.accept.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'appliedOn', 'decided');
    if (!known.ok) return known.answer;
    const { appliedOn, decided } = known.facts;
    const period = naturalDays(params['arbitration.accept.days']);
    const late = lateAmong(
      [{ by: 'arbitration-commission', start: appliedOn, after: '收到仲裁申请', period, act: '作出是否受理的决定', done: decided, basis }],
      setting,
    );
    if (late === null) return NOTHING;
    const adding = late[0].isOpen ? { adding: '除有移送管辖、送达延误等正当事由外，申请人可以向人民法院提起诉讼' } : {};
    return lateFinding(late, { level: 2, owedTo: 'worker', ...adding, clears: '作出受理决定，或者书面通知不予受理并说明理由' });
  },
});
