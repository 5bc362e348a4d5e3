import { addDays, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  acceptedOn: day('受理仲裁申请之日'),
  tribunalTold: event('书面通知仲裁庭组成情况之日'),
  hearingOn: event('开庭之日（尚未定期写 not-yet）'),
  hearingTold: event('书面通知双方开庭日期、地点之日'),
});

/**
 * 组庭与开庭通知. 「受理仲裁申请之日起五日内将仲裁庭的组成情况书面通知当事人」; 「应当在开庭五日前，将开庭日期、地点书面通知双方当事人」: a notice on the
 * fifth day before the hearing is in time. Counted back, the day does not move for a rest day: notice may be given on any day.
 */
export const notices = matterRule({
  code: 'ARB-05',
  version: 1,
  title: '组庭与开庭通知逾期',
  basis: [cite('调解仲裁法', 32), cite('调解仲裁法', 35)],
  evidence: 'VF',
  facts: form,
  needs: ['arbitration.tribunal-notice.days', 'arbitration.hearing-notice.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'acceptedOn', 'tribunalTold', 'hearingOn');
    if (!known.ok) return known.answer;
    const { acceptedOn, tribunalTold, hearingOn } = known.facts;
    const period = naturalDays(params['arbitration.tribunal-notice.days']);
    const by = 'arbitration-commission' as const;
    const basis = cite('调解仲裁法', 32);
    const late = lateAmong([{ by, start: acceptedOn, after: '受理仲裁申请', period, act: '书面通知仲裁庭组成情况', done: tribunalTold, basis }], setting);
    if (late !== null) return lateFinding(late, { level: 1, owedTo: 'party-concerned', clears: '书面通知当事人仲裁庭组成情况' });
    if (hearingOn === 'not-yet') return NOTHING;
    const hearing = form.certain(given, 'hearingTold');
    if (!hearing.ok) return hearing.answer;
    const { hearingTold } = hearing.facts;
    const ahead = params['arbitration.hearing-notice.days'];
    const lastDay = addDays(hearingOn, -ahead);
    const told = hearingTold === 'not-yet' ? setting.on : hearingTold;
    if (!moreThan(told, lastDay)) return NOTHING;
    const shown = (one: typeof lastDay) => inChineseDay(one, yearOf(setting.on));
    return finding({
      level: 1,
      says: `${shown(hearingOn)}开庭，仲裁庭应当在${shown(lastDay)}前（含当日）书面通知双方当事人，${hearingTold === 'not-yet' ? '至今未通知' : `${shown(told)}才通知`}`,
      values: [{ label: '开庭通知最后一日', value: lastDay, unit: 'date' }],
      dueOn: lastDay,
      duty: by,
      owedTo: 'party-concerned',
      steps: [{ label: '开庭通知最后一日', value: lastDay, unit: 'date', reckoned: `开庭日 ${hearingOn} 往前 ${ahead} 日`, basis: cite('调解仲裁法', 35) }],
      clears: '另定开庭日期并提前通知，或者当事人同意按期开庭',
      rows: [],
    });
  },
});
