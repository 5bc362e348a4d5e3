import { addDays, type CivilDate, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts, type Happened } from '#law/facts.ts';
import { lateAmong, lateFinding } from '#law/late.ts';
import { finding, matterRule, NOTHING, type Setting } from '#law/rule.ts';

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
    const duty = { by, start: acceptedOn, after: '受理仲裁申请', period, act: '书面通知仲裁庭组成情况', done: tribunalTold, basis };
    const late = lateAmong([duty], setting);
    const hearing = hearingOn === 'not-yet' ? null : form.certain(given, 'hearingTold');
    if (late === null && hearing?.ok === false) return hearing.answer;
    const ahead = params['arbitration.hearing-notice.days'];
    const short = hearing?.ok !== true || hearingOn === 'not-yet' ? null : noticeTooShort(hearingOn, hearing.facts.hearingTold, ahead, setting);
    if (late !== null) {
      const adding = short === null ? {} : { adding: short.says };
      return lateFinding(late, { level: 1, owedTo: 'party-concerned', ...adding, clears: '书面通知当事人仲裁庭组成情况' });
    }
    if (short === null) return NOTHING;
    const { says, lastDay } = short;
    const value = { label: '开庭通知最后一日', value: lastDay, unit: 'date' } as const;
    return finding({
      level: 1,
      says,
      values: [value],
      dueOn: lastDay,
      duty: by,
      owedTo: 'party-concerned',
      steps: [{ ...value, reckoned: `开庭日 ${hearingOn} 往前 ${ahead} 日`, basis: cite('调解仲裁法', 35) }],
      clears: '另定开庭日期并提前通知，或者当事人同意按期开庭',
      rows: [],
    });
  },
});

/** The last day on which notice of a hearing is in time, and what is said when it was missed; null when it was not. */
function noticeTooShort(
  hearingOn: CivilDate,
  hearingTold: Happened,
  ahead: number,
  { on }: Setting,
): { readonly says: string; readonly lastDay: CivilDate } | null {
  const lastDay = addDays(hearingOn, -ahead);
  const isOpen = hearingTold === 'not-yet' || hearingTold > on;
  if (!moreThan(isOpen ? on : hearingTold, lastDay)) return null;
  const shown = (day: CivilDate) => inChineseDay(day, yearOf(on));
  const what = isOpen ? '至今未通知' : `${shown(hearingTold)}才通知`;
  return { says: `${shown(hearingOn)}开庭，仲裁庭应当在${shown(lastDay)}前（含当日）书面通知双方当事人，${what}`, lastDay };
}
